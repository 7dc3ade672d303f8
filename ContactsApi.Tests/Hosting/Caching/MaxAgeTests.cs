using ContactsApi.Tests.Support;

namespace ContactsApi.Tests.Hosting.Caching;

/// <summary>How long an answer may be kept: until it changes, and no longer than a minute.</summary>
public sealed class MaxAgeTests : IDisposable
{
    /// <summary>Not shared: some of these tests move its clock, and none may depend on which came before.</summary>
    private readonly ContactsApp app = new();

    // On Sunday 22 November 2026 at 08:00 in Moscow the answer for individuals changes.
    [Theory]
    [InlineData("07:00:00", 60)]
    [InlineData("07:59:00", 60)]
    [InlineData("07:59:30", 30)]
    [InlineData("07:59:30.4", 29)] // never past the change
    [InlineData("07:59:59.9", 0)]
    [InlineData("08:00:00", 60)]
    public async Task An_answer_about_now_is_kept_until_it_changes(string time, int seconds)
    {
        app.Time.AdjustTime(DateTimeOffset.Parse($"2026-11-22T{time}+03:00", null));

        Assert.Equal($"public, max-age={seconds}", await CacheControlAsync("/v1/best-channel?segment=individual"));
        Assert.Equal($"public, max-age={seconds}", await CacheControlAsync("/v1/channels/telegram/availability?segment=individual"));
    }

    [Fact]
    public async Task An_answer_about_a_given_moment_does_not_change_by_time() => Assert.Equal(
        "public, max-age=60", await CacheControlAsync("/v1/best-channel?segment=individual&at=2026-11-22T07:59:59%2B03:00"));

    [Theory]
    [InlineData("/v1/best-channel?segment=individual&revision=1&at=2026-11-22T07:59:59%2B03:00")]
    [InlineData("/v1/channels/telegram/schedule?segment=individual&from=2026-11-23&to=2026-11-23&revision=1")]
    [InlineData("/v1/channels?revision=1")]
    public async Task History_is_kept_for_ever(string uri) => Assert.Equal("public, max-age=31536000, immutable", await CacheControlAsync(uri));

    [Theory]
    [InlineData("/v1/best-channel?segment=individual&revision=1")]
    [InlineData("/v1/best-channel?segment=individual&at=2026-11-22T07:59:59%2B03:00&asOf=2100-01-01T00:00:00Z")]
    [InlineData("/v1/channels?asOf=2100-01-01T00:00:00Z")]
    public async Task What_may_yet_change_is_no_history(string uri) => Assert.Equal("public, max-age=60", await CacheControlAsync(uri));

    [Fact]
    public async Task What_is_doubtful_is_told_anew_each_day()
    {
        app.Time.AdjustTime(DateTimeOffset.Parse("2026-11-22T23:59:30+03:00", null));

        Assert.Equal("public, max-age=30", await CacheControlAsync("/v1/quality"));
    }

    [Fact]
    public async Task A_refusal_is_not_kept() => Assert.Equal("no-store", await CacheControlAsync("/v1/best-channel"));

    public void Dispose() => app.Dispose();

    private async Task<string?> CacheControlAsync(string uri)
    {
        using var client = app.CreateClient();
        using var response = await client.GetAsync(uri, TestContext.Current.CancellationToken);
        return response.Headers.CacheControl?.ToString();
    }
}
