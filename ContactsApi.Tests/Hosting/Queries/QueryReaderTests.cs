using System.Net;
using ContactsApi.Tests.Support;

namespace ContactsApi.Tests.Hosting.Queries;

public sealed class QueryReaderTests(ContactsApp app) : IClassFixture<ContactsApp>
{
    private static readonly string Hundred = new('a', 100);

    [Fact]
    public async Task All_faults_of_a_query_are_told_at_once()
    {
        var answer = await app.CreateClient().AskAsync("/v1/best-channel?need=beauty&urgent=yes&urgent=no&topic=%20&colour=red&country=de");

        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
        Assert.Equal(["colour", "country", "need", "segment", "topic", "urgent"], answer.Blamed.Order());
    }

    [Theory]
    [InlineData("Segment")]
    [InlineData("segment[]")]
    [InlineData(" segment")]
    [InlineData("")]
    public async Task A_name_that_is_not_quite_right_is_blamed_as_it_was_sent(string name) =>
        Assert.Equal([name], await BlamedAsync(name));

    [Fact]
    public async Task An_unknown_name_is_repeated_up_to_a_hundred_characters()
    {
        Assert.Equal([Hundred], await BlamedAsync(Hundred));
        Assert.Equal([Hundred], await BlamedAsync(Hundred + "b"));
    }

    [Theory]
    [InlineData("😀")]
    [InlineData("е\u0301")]
    [InlineData("🇷🇺")]
    public async Task An_unknown_name_is_not_cut_within_a_letter(string letter) =>
        Assert.Equal([Hundred[1..]], await BlamedAsync(Hundred[1..] + letter));

    private async Task<IEnumerable<string>> BlamedAsync(string name) =>
        (await app.CreateClient().AskAsync($"/v1/best-channel?segment=individual&{Uri.EscapeDataString(name)}=x")).Blamed;
}
