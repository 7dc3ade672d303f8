using ContactsApi.Tests.Support;

namespace ContactsApi.Tests.Hosting;

/// <summary>How long an answer may be kept: until it changes, and no longer than a minute.</summary>
public sealed class FreshnessTests(ContactsApp app) : IClassFixture<ContactsApp>
{
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

    [Fact]
    public async Task A_refusal_is_not_kept() => Assert.Null(await CacheControlAsync("/v1/best-channel"));

    private async Task<string?> CacheControlAsync(string uri)
    {
        using var client = app.CreateClient();
        using var response = await client.GetAsync(uri, TestContext.Current.CancellationToken);
        return response.Headers.CacheControl?.ToString();
    }
}
