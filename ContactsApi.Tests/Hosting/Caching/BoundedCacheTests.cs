using ContactsApi.Hosting.Caching;

namespace ContactsApi.Tests.Hosting.Caching;

/// <summary>A cache of 32 entries of one byte, half of them young.</summary>
public sealed class BoundedCacheTests
{
    private readonly BoundedCache<int, string> cache = new(limit: 32);

    [Fact]
    public void The_same_key_again_and_again_takes_its_place_once()
    {
        Keep(1, 2, 3);
        for (var i = 0; i < 1000; i++)
            Keep(1);

        Assert.Equal([1, 2, 3], Found(1, 2, 3));
    }

    [Fact]
    public void What_is_asked_often_stays_while_others_come_and_go()
    {
        Keep(0);
        foreach (var other in Enumerable.Range(1, 1000))
        {
            Keep(other);
            Assert.NotNull(cache.Find(0));
        }
    }

    [Fact]
    public void No_more_is_kept_than_the_limit()
    {
        Keep([.. Enumerable.Range(0, 1000)]);

        Assert.InRange(Found([.. Enumerable.Range(0, 1000)]).Length, 16, 32);
    }

    [Fact]
    public void A_bigger_entry_counts_as_what_it_takes()
    {
        Keep(1);
        for (var i = 2; i <= 9; i++)
            cache.Keep(i, "big", 2);
        Assert.Single(Found(1));
        for (var i = 10; i <= 18; i++)
            cache.Keep(i, "big", 2);

        Assert.Empty(Found(2));
    }

    [Fact]
    public void One_that_would_take_the_place_of_many_is_not_kept()
    {
        Keep(1);
        cache.Keep(2, "huge", 3);

        Assert.Equal([1], Found(1, 2));
    }

    private void Keep(params ReadOnlySpan<int> keys)
    {
        foreach (var key in keys)
            cache.Keep(key, $"{key}", 1);
    }

    private int[] Found(params IEnumerable<int> keys) => [.. keys.Where(key => cache.Find(key) is not null)];
}
