using CsCheck;

namespace ContactsApi.Tests.Support;

/// <summary>That no test can draw from anything else is held by <c>BannedSymbols.txt</c>.</summary>
public sealed class SeedTests
{
    [Fact]
    public async Task Whoever_draws_again_draws_the_same()
    {
        Assert.Equal(await DrawAsync(), await DrawAsync());
        Assert.Equal(Enumerable.Repeat(Seed.Random(), 9).Select(random => random.Next()), Enumerable.Repeat(Seed.Random(), 9).Select(random => random.Next()));
        Assert.NotEqual(Seed.Random().Next(), Seed.Random(of: 1).Next());
    }

    [Fact]
    public void The_samples_of_one_test_differ_from_each_other()
    {
        var drawn = new List<double>();
        Gen.Double.Unit.Sample(drawn.Add);

        Assert.Equal(drawn.Count, drawn.Distinct().Count());
    }

    [Fact]
    public void What_fails_is_told_with_the_seed()
    {
        var failure = Assert.Throws<CsCheckException>(() => Gen.Int[0, 1000].Sample(number => number == 1001, iter: 20));

        Assert.Matches(@"\n\d+\s*$", failure.Message);
        Assert.Contains($"{Seed.Setting}={Seed.Value} ", TestContext.Current.TestOutputHelper!.Output);
    }

    [Fact]
    public void What_fails_but_once_is_told_nevertheless()
    {
        var tried = 0;

        Assert.Throws<InvalidOperationException>(() => Gen.Int.Sample((int _) => { if (tried++ == 3) throw new InvalidOperationException(); }));
    }

    [Theory]
    [InlineData(null, 20261122)]
    [InlineData("", 20261122)]
    [InlineData("17", 17)]
    public void The_seed_is_always_the_same_unless_another_is_set(string? setting, int seed) => Assert.Equal(seed, Seed.Of(setting));

    [Fact]
    public void It_is_drawn_itself_where_that_is_asked_for() => Assert.NotEqual(Seed.Of("random"), Seed.Of("random"));

    private static async Task<IReadOnlyList<string>> DrawAsync()
    {
        var drawn = new List<string>();
        CatalogGenerator.Question.Sample(one => drawn.Add($"{one.Moment} {one.Directory.Catalog.ToJson()}"), iter: 20);
        await Gen.Select(Gen.String, Gen.Double, Gen.Bool).SampleAsync((text, number, bit) =>
        {
            drawn.Add($"{text} {number:R} {bit}");
            return Task.CompletedTask;
        });
        var requests = new RandomRequests();
        return [.. drawn, .. Enumerable.Range(0, 100).Select(_ => requests.Next().ToString())];
    }
}
