using System.Net;
using ContactsApi.Core.Hours;
using ContactsApi.Tests.Support;
using NodaTime;

namespace ContactsApi.Tests.Features.Desk;

/// <summary>The hours of New Year, set at the desk in November 2026.</summary>
public sealed class SpecialHoursTests : IDisposable
{
    private const string Hotline = "/desk/hours/new/hotline";

    private readonly ContactsApp app = new();

    [Fact]
    public async Task They_are_set_for_a_desk_changed_and_removed_each_time_with_the_outcome_seen_first()
    {
        using var visit = await DeskVisit.SignedInAsync(app);
        Assert.Matches(@"31 December 2026 – 8 January : [^:]*? \d+ channels to confirm", (await visit.OpenAsync("/desk/hours")).Text);

        var seen = await visit.SubmitAsync(Hotline, ("from", "2026-11-23"), ("to", "2026-11-24"), ("windows", "10:00-12:00, 13:00–16:00"), ("reason.ru", "Переезд"));
        Assert.Contains("Concerns: Hotline, Hotline from abroad", seen.Text);
        Assert.Contains("Individuals, from 23 November at", seen.Text);
        Assert.Equal("/desk/hours?saved=2", (await visit.SubmitAsync(seen, Hotline)).Location);

        var set = Assert.Single(app.Snapshot.Directory.Catalog.Overrides);
        Assert.Equal(
            ("hotline-2026-11-23", "hotline", new LocalDate(2026, 11, 23), new LocalDate(2026, 11, 24), "10:00-12:00 13:00-16:00", false),
            (set.Id, set.ChannelId, set.From, set.To, string.Join(' ', set.Windows), set.OnlyHere));
        const string uri = "/desk/hours/hotline-2026-11-23";
        Assert.Equal("10:00-12:00, 13:00-16:00", (await visit.OpenAsync(uri)).Field("windows"));
        await visit.SubmitAsync(await visit.SubmitAsync(uri, ("windows", ""), ("onlyHere", "true")), uri);
        set = Assert.Single(app.Snapshot.Directory.Catalog.Overrides);
        Assert.Equal((0, true), (set.Windows.Count, set.OnlyHere));

        await visit.SubmitAsync(await visit.SubmitAsync($"{uri}/remove"), $"{uri}/remove");
        Assert.Empty(app.Snapshot.Directory.Catalog.Overrides);
    }

    [Theory]
    [InlineData("soon", "2026-12-31", "", "x", "A date is needed")]
    [InlineData("2026-12-31", "2026-12-30", "", "x", "the last date is before the first")]
    [InlineData("2026-12-31", "2026-12-31", "10-16", "x", "Hours are needed")]
    [InlineData("2026-12-31", "2026-12-31", "10:00-16:00", "", "Write why")]
    public async Task What_cannot_be_set_is_said_and_stays_as_it_was_typed(string from, string to, string windows, string reason, string told)
    {
        using var visit = await DeskVisit.SignedInAsync(app);

        var answer = await visit.SubmitAsync(Hotline, ("from", from), ("to", to), ("windows", windows), ("reason.en", reason));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Status);
        Assert.Contains(told, answer.Text);
        Assert.Equal((from, windows), (answer.Field("from"), answer.Field("windows")));
    }

    [Fact]
    public async Task A_holiday_waits_for_the_channels_of_which_nobody_said_hours()
    {
        using var visit = await DeskVisit.SignedInAsync(app);
        var before = (await visit.OpenAsync("/desk/hours")).Text;
        app.Change(catalog => catalog with
        {
            Overrides = [.. catalog.Channels.Where(one => one.Mode == ContactsApi.Core.Channels.Mode.Live).Select(one =>
                new Override($"new-year-{one.Id}", one.Id, new(2026, 12, 31), new(2027, 1, 8), [], Domain.Reason) { OnlyHere = true })],
        });

        var after = (await visit.OpenAsync("/desk/hours")).Text;

        Assert.DoesNotContain("The hours of all channels are confirmed.", before);
        Assert.Single(System.Text.RegularExpressions.Regex.Matches(after, "The hours of all channels are confirmed."));
    }

    public void Dispose() => app.Dispose();
}
