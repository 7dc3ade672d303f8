using System.Net;
using System.Text.RegularExpressions;
using ContactsApi.Tests.Support;
using NodaTime;
using NodaTime.Text;

namespace ContactsApi.Tests.Features.Asking;

/// <summary>Local times that a zone skips or has twice: nothing is guessed, the caller is told what to send instead.</summary>
public sealed partial class ClockChangeTests(ContactsApp app) : IClassFixture<ContactsApp>
{
    private readonly HttpClient client = app.CreateClient();

    [Theory]
    // Skipped: the reading with the offset before the change, and with the one after it.
    [InlineData("Europe/Berlin", "2026-03-29T02:00:00", "2026-03-29T01:00:00Z", "2026-03-29T00:00:00Z")]
    [InlineData("Europe/Berlin", "2026-03-29T02:59:59.5", "2026-03-29T01:59:59.5Z", "2026-03-29T00:59:59.5Z")]
    [InlineData("Europe/London", "2026-03-29T01:30:00", "2026-03-29T01:30:00Z", "2026-03-29T00:30:00Z")]
    [InlineData("America/New_York", "2026-03-08T02:30:00", "2026-03-08T07:30:00Z", "2026-03-08T06:30:00Z")]
    [InlineData("Australia/Lord_Howe", "2026-10-04T02:15:00", "2026-10-03T15:45:00Z", "2026-10-03T15:15:00Z")]
    [InlineData("America/Havana", "2024-03-10T00:00:00", "2024-03-10T05:00:00Z", "2024-03-10T04:00:00Z")]
    // Twice: the first time and the second.
    [InlineData("Europe/Berlin", "2026-10-25T02:00:00", "2026-10-25T00:00:00Z", "2026-10-25T01:00:00Z")]
    [InlineData("Europe/London", "2026-10-25T01:30:00", "2026-10-25T00:30:00Z", "2026-10-25T01:30:00Z")]
    [InlineData("America/New_York", "2026-11-01T01:30:00", "2026-11-01T05:30:00Z", "2026-11-01T06:30:00Z")]
    [InlineData("Australia/Lord_Howe", "2026-04-05T01:45:00", "2026-04-04T14:45:00Z", "2026-04-04T15:15:00Z")]
    [InlineData("America/Havana", "2024-11-03T00:30", "2024-11-03T04:30:00Z", "2024-11-03T05:30:00Z")]
    public async Task Both_candidates_are_named_and_each_can_be_sent_back(string zone, string local, string first, string second)
    {
        foreach (var language in new[] { "ru", "en" })
        {
            var candidates = Candidates().Matches(await RefusalAsync(zone, local, language)).Select(match => match.Value).ToList();

            Assert.Equal([Instant(first), Instant(second)], await Task.WhenAll(candidates.Select(at => MomentAsync(zone, at))));
        }
    }

    [Theory]
    [InlineData("Europe/Berlin", "2026-03-29T01:59:59", "2026-03-29T00:59:59Z")]
    [InlineData("Europe/Berlin", "2026-03-29T03:00:00", "2026-03-29T01:00:00Z")]
    [InlineData("Europe/Berlin", "2026-10-25T01:59:59", "2026-10-24T23:59:59Z")]
    [InlineData("Europe/Berlin", "2026-10-25T03:00:00", "2026-10-25T02:00:00Z")]
    [InlineData("Australia/Lord_Howe", "2026-10-04T02:30:00", "2026-10-03T15:30:00Z")]
    [InlineData("Australia/Lord_Howe", "2026-04-05T02:00:00", "2026-04-04T15:30:00Z")]
    [InlineData("America/Havana", "2024-03-10T01:00:00", "2024-03-10T05:00:00Z")]
    [InlineData("America/Havana", "2024-11-03T01:00:00", "2024-11-03T06:00:00Z")]
    public async Task Right_before_and_after_a_change_a_local_time_is_plain(string zone, string local, string expected) =>
        Assert.Equal(Instant(expected), await MomentAsync(zone, local));

    private async Task<string> RefusalAsync(string zone, string at, string language)
    {
        var answer = await client.AskAsync(Question(zone, at), language);

        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
        return Assert.Single(answer.Body["errors"]!["at"]!.AsArray()).Text()!;
    }

    private async Task<Instant?> MomentAsync(string zone, string at) => (await client.GetJsonAsync(Question(zone, at)))["moment"].Instant();

    private static string Question(string zone, string at) => $"/v1/best-channel?segment=abroad&timeZone={zone}&at={Uri.EscapeDataString(at)}";

    private static Instant? Instant(string text) => InstantPattern.ExtendedIso.Parse(text).Value;

    [GeneratedRegex(@"\d{4}-\d\d-\d\dT[\d:.]+(Z|[+-]\d\d:\d\d)")]
    private static partial Regex Candidates();
}
