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

    [Fact]
    public async Task Those_of_every_year_are_set_by_days_of_any_year_with_what_callers_will_be_told_then()
    {
        using var visit = await DeskVisit.SignedInAsync(app);

        var seen = await visit.SubmitAsync(Hotline, ("from", "2025-12-31"), ("to", "2026-01-02"), ("yearly", "true"), ("windows", "10:00-14:00"), ("reason.en", "New Year"));
        Assert.Contains("What callers are told in 14 days from 31 December 2026", seen.Text);
        Assert.Contains("Individuals, from 31 December at", seen.Text);
        await visit.SubmitAsync(seen, Hotline);

        var set = Assert.Single(app.Snapshot.Directory.Catalog.Overrides);
        Assert.Equal(("hotline-12-31", null, null, new AnnualDate(12, 31), new AnnualDate(1, 2)), (set.Id, set.From, set.To, set.Yearly, set.YearlyTo));
        Assert.Contains("every year, 31 December – 2 January : Hotline, Hotline from abroad", (await visit.OpenAsync("/desk/hours")).Text);
        const string uri = "/desk/hours/hotline-12-31";
        var opened = await visit.OpenAsync(uri);
        Assert.Equal(("12-31", "01-02", "true"), (opened.Field("from"), opened.Field("to"), opened.Field("yearly")));
        Assert.Contains("type=\"text\" value=\"12-31\"", opened.Html);
        await visit.SubmitAsync(await visit.SubmitAsync(uri, ("to", "12-31")), uri);
        set = Assert.Single(app.Snapshot.Directory.Catalog.Overrides);
        Assert.Equal(((AnnualDate?)new AnnualDate(12, 31), (AnnualDate?)null), (set.Yearly, set.YearlyTo));
    }

    [Theory]
    [InlineData("02-30", "A month and a day are needed, as 12-31.")]
    [InlineData("31.12", "A month and a day are needed, as 12-31.")]
    [InlineData("", "A month and a day are needed, as 12-31.")]
    public async Task A_day_that_no_year_has_is_refused(string day, string told)
    {
        using var visit = await DeskVisit.SignedInAsync(app);

        var answer = await visit.SubmitAsync(Hotline, ("from", day), ("to", day), ("yearly", "true"), ("reason.en", "x"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Status);
        Assert.Contains(told, answer.Text);
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

    /// <summary>New Year 2027 has the days off from 31 December 2026, which the decree moved there, to 8 January.</summary>
    [Theory]
    [InlineData("2026-12-31", "2027-01-08", false, 1)]
    [InlineData("2026-12-31", "2027-01-08", true, 1)]
    [InlineData("2026-12-31", "2027-01-07", true, 0)] // Of the 8th nobody said anything.
    [InlineData("2026-01-01", "2026-12-31", true, 9)] // All holidays of the coming year.
    public async Task A_holiday_waits_for_the_channels_of_which_nobody_said_hours(string from, string to, bool everyYear, int confirmed)
    {
        using var visit = await DeskVisit.SignedInAsync(app);
        var before = (await visit.OpenAsync("/desk/hours")).Text;
        app.Change(catalog => catalog with
        {
            Overrides =
            [
                .. catalog.Channels.Where(one => one.Mode == ContactsApi.Core.Channels.Mode.Live)
                    .Select(one => new Override($"new-year-{one.Id}", one.Id, Domain.Date(from), Domain.Date(to), [], Domain.Reason) { OnlyHere = true })
                    .Select(one => everyYear ? one.EveryYear() : one),
            ],
        });

        var after = (await visit.OpenAsync("/desk/hours")).Text;

        Assert.DoesNotContain("The hours of all channels are confirmed.", before);
        Assert.Equal(confirmed, System.Text.RegularExpressions.Regex.Count(after, "The hours of all channels are confirmed."));
    }

    [Fact]
    public async Task The_calendar_of_the_coming_year_has_the_holidays_and_the_moved_days()
    {
        using var visit = await DeskVisit.SignedInAsync(app);

        var text = (await visit.OpenAsync("/desk/hours")).Text;

        var coming = app.Snapshot.Directory.Calendar.DaysOf(2026).Concat(app.Snapshot.Directory.Calendar.DaysOf(2027))
            .Where(day => day.Kind == ContactsApi.Core.Calendar.DayKind.Holiday && day.Date >= Domain.Date("2026-11-22") && day.Date < Domain.Date("2027-11-22")).ToList();
        foreach (var first in coming.Where(day => coming.TrueForAll(other => other.Date != day.Date.PlusDays(-1))))
            Assert.Contains($"{first.Date.ToString("d MMMM uuuu", System.Globalization.CultureInfo.InvariantCulture)}", text);
        Assert.Contains("31 December 2026 – 8 January : New Year", text);
    }

    public void Dispose() => app.Dispose();
}
