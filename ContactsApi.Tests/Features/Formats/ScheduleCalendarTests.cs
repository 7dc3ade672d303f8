using System.Text;
using ContactsApi.Core;
using ContactsApi.Core.Channels;
using ContactsApi.Core.Hours;
using ContactsApi.Core.Statements;
using ContactsApi.Serialization;
using ContactsApi.Tests.Support;

namespace ContactsApi.Tests.Features.Formats;

/// <summary>Hours as a calendar, read by ical.js.</summary>
public sealed class ScheduleCalendarTests(ContactsApp app) : IClassFixture<ContactsApp>
{
    private const string Hotline = "/v1/channels/hotline/schedule.ics?segment=individual";

    private readonly HttpClient client = app.CreateClient();

    [Fact]
    public async Task Another_reader_finds_the_windows_of_the_schedule_on_every_day_of_both_years()
    {
        var served =
            (from channel in app.Snapshot.Directory.Catalog.Channels
             from segment in channel.Priority.Keys.Select(EnumNames<Segment>.Of)
             select (channel.Id, Segment: segment)).ToList();

        Assert.True(served.Count > 30);
        await AssertReadAsScheduledAsync(client, "2026-01-01", "2027-12-31", served);
    }

    [Fact]
    public async Task Overrides_and_outages_count()
    {
        await using var changed = new ContactsApp();
        var date = Domain.Date("2026-12-01");
        changed.Change(catalog => catalog with
        {
            Schedules = [.. catalog.Schedules.Select(schedule => schedule.Id == catalog.CallCentreSchedule ? schedule with { Hours = Domain.Weekly("workday 08:00-12:00 22:00-03:30; saturday 20:15-24:00; holiday 09:00-10:00") } : schedule)],
            Overrides =
            [
                new("inventory", "telegram", date, date.PlusDays(1), [TimeWindow.Parse("10:00-12:00"), TimeWindow.Parse("23:00-01:00")], Domain.Reason),
                new("new-year", "telegram", null, null, [TimeWindow.Parse("22:00-02:00")], Domain.Reason) { Yearly = new(12, 31), YearlyTo = new(1, 1) },
            ],
            Incidents = [new("outage", "hotline", Domain.At("2026-12-07 09:00"), Domain.At("2026-12-08 10:20"), Domain.Reason), new("endless", "abroad-hotline", Domain.At("2026-12-07 09:00"), null, Domain.Reason)],
        });
        using var asking = changed.CreateClient();

        await AssertReadAsScheduledAsync(
            asking, "2026-01-01", "2027-12-31", [("telegram", "individual"), ("hotline", "individual"), ("abroad-hotline", "abroad")]);
    }

    [Fact]
    public async Task Hours_of_another_zone_are_told_in_it_with_its_changes_of_clocks()
    {
        await using var changed = new ContactsApp();
        changed.ChangeChannel("legal-tech-support", channel => channel with { TimeZone = "America/New_York" });
        using var asking = changed.CreateClient();

        // The years of New York end while in Moscow it is the next day.
        await AssertReadAsScheduledAsync(asking, "2026-01-02", "2027-12-31", [("legal-tech-support", "legal-entity")]);
    }

    [Fact]
    public async Task An_event_keeps_its_id_and_its_sequence_rises_with_the_catalog()
    {
        await using var changed = new ContactsApp();
        using var asking = changed.CreateClient();
        var before = (await asking.AskAsync(Hotline)).Text;
        changed.Change(catalog => catalog with
        {
            Schedules = [.. catalog.Schedules.Select(schedule => schedule.Id == catalog.CallCentreSchedule ? schedule with { Hours = Domain.Weekly("workday 07:00-21:00; saturday 09:00-18:00; sunday 10:00-16:00; holiday 10:00-16:00") } : schedule)],
        });
        var after = (await asking.AskAsync(Hotline)).Text;

        Assert.Equal(Values(before, "UID"), Values(after, "UID"));
        Assert.Equal(Values(before, "UID").Count, Values(before, "UID").Distinct().Count());
        Assert.Equal(("1", "2"), (Assert.Single(Values(before, "SEQUENCE").Distinct()), Assert.Single(Values(after, "SEQUENCE").Distinct())));
        Assert.NotEqual(Values(before, "DTSTART;TZID=Europe/Moscow"), Values(after, "DTSTART;TZID=Europe/Moscow"));
    }

    [Theory]
    [InlineData("ru", "Горячая линия: открыто", @"Горячая линия: возможно\, открыто")]
    [InlineData("en", "Hotline: open", "Hotline: perhaps open")]
    public async Task Events_are_worded_in_the_language_of_the_caller(string language, string open, string disputed)
    {
        var calendar = (await client.AskAsync(Hotline, language)).Text;

        Assert.Equal([disputed, open], Values(calendar, "SUMMARY").Distinct());
        Assert.Equal(["TENTATIVE", "CONFIRMED"], Values(calendar, "STATUS").Distinct());
    }

    [Fact]
    public async Task It_is_written_as_calendar_programs_take_it()
    {
        var answer = await client.AskAsync(Hotline);

        Assert.Equal("text/calendar; charset=utf-8", answer.Response.Content.Headers.ContentType!.ToString());
        Assert.Equal("hotline-individual.ics", answer.Response.Content.Headers.ContentDisposition!.FileName!.Trim('"'));
        Assert.All(answer.Text.Split("\r\n"), line =>
        {
            Assert.True(Encoding.UTF8.GetByteCount(line) <= 75, line);
            Assert.DoesNotContain('\n', line);
        });
        Assert.Equal("PT1H", Assert.Single(Values(answer.Text, "REFRESH-INTERVAL;VALUE=DURATION")));
        Assert.Equal("PT1H", Assert.Single(Values(answer.Text, "X-PUBLISHED-TTL")));
        Assert.Equal("TRANSPARENT", Assert.Single(Values(answer.Text, "TRANSP").Distinct()));
        Assert.Equal("Горячая линия (для граждан)", Assert.Single(Values(answer.Text, "X-WR-CALNAME")));
        Assert.DoesNotContain("Трудовому кодексу", Assert.Single(Values(answer.Text, "X-WR-CALDESC")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_says_which_year_has_no_decree_yet()
    {
        await using var changed = new ContactsApp();
        changed.Change(catalog => catalog with { Years = [.. catalog.Years.Where(year => year.Year < 2027)] });
        using var asking = changed.CreateClient();

        Assert.Contains(
            "Выходные дни 2027 года показаны по Трудовому кодексу",
            Assert.Single(Values((await asking.AskAsync(Hotline)).Text, "X-WR-CALDESC")),
            StringComparison.Ordinal);
    }

    /// <summary>What is so for one segment, or in one region, is not so for others.</summary>
    [Theory]
    [InlineData("hotline", "individual", "Hotline (for individuals)", "For individuals.")]
    [InlineData("hotline", "legal-entity", "Hotline (for organisations)", "For organisations.")]
    [InlineData("abroad-urgent", "abroad", "Urgent number from abroad (for those abroad)", "For those abroad. For urgent requests only.")]
    [InlineData("legal-northwest", "legal-entity", "Saint Petersburg and Leningrad Oblast line (for organisations)",
        "For organisations. Only for the regions: “Saint Petersburg”\\, “Leningrad Oblast”.")]
    [InlineData("regional-office", "individual", "Regional office\\, east (for individuals)", "For individuals.")]
    public async Task A_calendar_and_its_events_say_for_whom_they_hold(string channel, string segment, string title, string conditions)
    {
        await using var changed = new ContactsApp();
        changed.Change(catalog => catalog with { Offices = [Office("east")] });
        using var asking = changed.CreateClient();
        var region = channel == "regional-office" ? "&region=RU-PRI" : "";

        var calendar = (await asking.AskAsync($"/v1/channels/{channel}/schedule.ics?segment={segment}{region}", "en")).Text;

        Assert.Equal(title, Assert.Single(Values(calendar, "X-WR-CALNAME")));
        Assert.Contains(conditions, Assert.Single(Values(calendar, "X-WR-CALDESC")), StringComparison.Ordinal);
        Assert.All(EventsOf(calendar), one => Assert.Contains($"\r\nDESCRIPTION:{conditions}", one, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Lines_are_folded_between_signs()
    {
        await using var changed = new ContactsApp();
        var name = string.Concat(Enumerable.Repeat("щ👩‍👩‍👧🇷🇺", 14));
        changed.ChangeChannel("hotline", channel => channel with { Name = new(name, name) });

        var calendar = (await changed.CreateClient().AskAsync(Hotline)).Text;

        Assert.Equal($"{name} (для граждан)", Assert.Single(Values(calendar, "X-WR-CALNAME")));
        Assert.All(Values(calendar, "SUMMARY"), summary => Assert.StartsWith($"{name}: ", summary, StringComparison.Ordinal));
        Assert.DoesNotContain('\uFFFD', calendar);
    }

    [Fact]
    public async Task Who_subscribes_to_two_offices_gets_the_events_of_both()
    {
        await using var changed = new ContactsApp();
        changed.Change(catalog => catalog with { Offices = [Office("east"), Office("west") with { Region = "RU-KGD" }] });
        using var asking = changed.CreateClient();

        async Task<List<string>> IdsIn(string region) =>
            Values((await asking.AskAsync($"/v1/channels/regional-office/schedule.ics?segment=individual&region={region}")).Text, "UID");

        Assert.NotEmpty(await IdsIn("RU-PRI"));
        Assert.Empty((await IdsIn("RU-PRI")).Intersect(await IdsIn("RU-KGD")));

    }

    private static Office Office(string id) => SmallCatalog.Office(id) with { Hours = [new("h", "H-247", Provenance.Operator)] };

    private static IEnumerable<string> EventsOf(string calendar) =>
        calendar.Replace("\r\n ", "", StringComparison.Ordinal).Split("BEGIN:VEVENT").Skip(1);

    /// <param name="from">Of 2026.</param>
    /// <param name="to">Of 2027.</param>
    private static async Task AssertReadAsScheduledAsync(
        HttpClient client, string from, string to, IReadOnlyList<(string Channel, string Segment)> served)
    {
        var calendars = new List<object>();
        foreach (var (channel, segment) in served)
            calendars.Add(new { calendar = (await client.AskAsync($"/v1/channels/{channel}/schedule.ics?segment={segment}")).Text, from, to });
        var read = await ForeignReader.ReadAsync("read-icalendar", calendars);
        foreach (var ((channel, segment), happenings) in served.Zip(read.AsArray()))
        {
            var scheduled = await client.ScheduleAsync(channel, segment, from, "2026-12-31");
            Assert.Equal(
                scheduled.Concat(await client.ScheduleAsync(channel, segment, "2027-01-01", to)).Joined(),
                happenings!.AsArray().Select(happening => LocalStretch.Of(happening!)).Joined());
        }
    }

    /// <summary>The values of a property, unfolded.</summary>
    private static List<string> Values(string calendar, string name) =>
    [
        .. calendar.Replace("\r\n ", "", StringComparison.Ordinal).Split("\r\n")
            .Where(line => line.StartsWith($"{name}:", StringComparison.Ordinal))
            .Select(line => line[(name.Length + 1)..]),
    ];
}
