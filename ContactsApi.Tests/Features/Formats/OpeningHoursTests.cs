using System.Text.Json.Nodes;
using ContactsApi.Core;
using ContactsApi.Core.Calendar;
using ContactsApi.Core.Hours;
using ContactsApi.Core.Statements;
using ContactsApi.Features.Formats.OpeningHours;
using ContactsApi.Serialization;
using ContactsApi.Tests.Support;
using CsCheck;
using NodaTime;

namespace ContactsApi.Tests.Features.Formats;

/// <summary>What the service writes for OpenStreetMap, read by opening_hours.js.</summary>
public sealed class OpeningHoursTests(ContactsApp app) : IClassFixture<ContactsApp>
{
    private const string First = "2026-01-01", Last = "2026-12-31";

    private static readonly DateInterval Dates2026 = new(Domain.Date(First), Domain.Date(Last));

    private readonly HttpClient client = app.CreateClient();

    /// <summary>
    /// Dates of 2026 on which the public holidays that opening_hours.js knows for Russia do not tell how the call centre works. Each is
    /// a day off that the decree moved: it knows the holidays of the Labour Code, and of the moved days only 9 March.
    /// </summary>
    private static readonly string[] UnknownDaysOff =
    [
        "2026-01-09", // a Friday, off for Saturday 3 January
        "2026-05-11", // a Monday, off for Saturday 9 May
        "2026-12-31", // a Thursday, off for Sunday 4 January
    ];

    [Theory]
    [InlineData("hotline", "individual", "Mo-Fr 08:00-20:00; Sa 09:00-18:00; Su,PH 10:00-16:00; 2026 Dec 31,2027 Feb 22,2027 May 03,2027 May 10,2027 Jun 14,2027 Nov 05,2027 Dec 31 10:00-16:00; 2027 Feb 20 08:00-20:00 || unknown \"perhaps open\"")]
    [InlineData("hotline", "legal-entity", "24/7")]
    [InlineData("abroad-hotline", "abroad", "Mo-Fr 09:00-21:00; Sa-Su,PH off; 2026 Dec 31,2027 Feb 22,2027 May 03,2027 May 10,2027 Jun 14,2027 Nov 05,2027 Dec 31 off; 2027 Feb 20 09:00-21:00 || unknown \"perhaps open\"")]
    [InlineData("legal-fax", "legal-entity", "unknown \"hours not given\"")]
    public async Task Hours_are_written_as_on_the_map(string channel, string segment, string expected)
    {
        var answer = await AskAsync(channel, segment, "2026-11-22");

        Assert.Equal(expected, answer["openingHours"].Text());
        Assert.Equal(("2026-11-22", "2027-12-31", "decree"), (answer["from"].Text(), answer["to"].Text(), answer["calendarBasis"].Text()));
    }

    [Fact]
    public async Task Another_reader_finds_the_hours_of_the_schedule_in_every_minute_of_a_year()
    {
        var served =
            (from channel in app.Snapshot.Directory.Catalog.Channels
             from segment in channel.Priority.Keys.Select(EnumNames<Segment>.Of)
             select (channel.Id, Segment: segment)).ToList();
        var values = new List<string>();
        foreach (var (channel, segment) in served)
            values.Add((await AskAsync(channel, segment, First))["openingHours"].Text()!);

        var read = await ReadAsync(values.Distinct());

        Assert.True(served.Count > 30 && read.Count > 4);
        foreach (var ((channel, segment), value) in served.Zip(values))
            Assert.Equal(await client.ScheduleAsync(channel, segment, First, Last), read[value]);
    }

    [Fact]
    public async Task Days_off_that_the_reader_does_not_know_are_written_out()
    {
        const string Week = "Mo-Fr 08:00-20:00; Sa 09:00-18:00; Su,PH 10:00-16:00";
        var value = (await AskAsync("hotline", "individual", First))["openingHours"].Text()!;
        var byWeek = (await ReadAsync([Week]))[Week];
        var really = Domain.Timeline(Domain.CallCentre).Between(Domain.Date(First), Domain.Date(Last), Domain.Moscow);

        Assert.Equal(UnknownDaysOff, byWeek.Except(really).Select(stretch => $"{stretch.Start:uuuu-MM-dd}"));
        Assert.Contains("; 2026 Jan 09,2026 Mar 09,2026 May 11,2026 Dec 31,2027 Feb 22,", value, StringComparison.Ordinal);
    }

    /// <summary>Windows that run past midnight from one kind of day into another, over two years of which the second has no decree.</summary>
    [Theory]
    [InlineData("workday 20:00-08:00")]
    [InlineData("holiday 20:00-08:00")]
    [InlineData("saturday 22:00-03:00; sunday 10:00-16:00; holiday 23:00-24:00")]
    [InlineData("workday 20:00-08:00; saturday 20:00-06:00; sunday 20:00-06:00; holiday 22:00-04:00")]
    [InlineData("workday 20:00-08:00", "workday 08:00-20:00; holiday 20:00-02:00")]
    [InlineData("workday 20:00-08:00; saturday 20:00-08:00; sunday 20:00-08:00; holiday 20:00-08:00")]
    public Task What_runs_past_midnight_is_read_as_it_is_meant_whatever_day_follows(params string[] statements) =>
        AssertReadAsMeantAsync([([.. statements.Select(Domain.Weekly)], [])]);

    /// <summary>9 March 2026 is a day off that the reader knows of and others do not; 31 December one that nobody but the decree knows.</summary>
    [Theory]
    [InlineData("2026-03-09", "2026-03-09", "08:00-20:00")] // as its weekday: found by chance
    [InlineData("2026-03-09", "2026-03-09", "10:00-16:00")] // as a holiday
    [InlineData("2026-03-07", "2026-03-10", "08:00-20:00")]
    [InlineData("2026-12-31", "2026-12-31", "08:00-20:00")]
    [InlineData("2026-02-23", "2026-02-24", "10:00-16:00")]
    [InlineData("2026-03-09", "2026-03-09", "20:00-08:00")]
    [InlineData("2026-12-31", "2027-01-02", "")]
    [InlineData("2026-12-30", "2027-01-01", "22:00-06:00")]
    [InlineData("2027-02-22", "2027-02-23", "20:00-08:00")]
    [InlineData("2027-06-11", "2027-06-15", "08:00-20:00")]
    public Task An_override_is_read_as_it_is_meant_whatever_a_reader_knows_of_its_dates(string from, string to, string windows) =>
        AssertReadAsMeantAsync(
        [
            ([Domain.CallCentre], [OverrideOf(from, to, windows)]),
            ([Domain.Weekly("workday 20:00-08:00")], [OverrideOf(from, to, windows)]),
            ([Domain.Weekly("workday 08:00-20:00; holiday 08:00-20:00")], [OverrideOf(from, to, windows)]),
        ]);

    /// <summary>31 December 2026 is a day off by decree; Dates2026 ends there, and what comes back every year does not.</summary>
    [Theory]
    [InlineData("2026-12-31", "2026-12-31", "10:00-14:00", "Dec 31 10:00-14:00")]
    [InlineData("2026-12-31", "2027-01-02", "", "Jan 01-Jan 02,Dec 31 off")]
    [InlineData("2026-12-30", "2027-01-01", "22:00-06:00", "Dec 31 ")]
    [InlineData("2026-03-08", "2026-03-09", "08:00-20:00", "Mar 08-Mar 09 08:00-20:00")]
    [InlineData("2026-05-01", "2026-05-01", "20:00-08:00", "May 02 ")]
    [InlineData("2026-01-01", "2026-12-31", "10:00-14:00", "Jan 01-Dec 31 10:00-14:00")]
    public async Task What_comes_back_every_year_is_written_once_and_read_as_it_is_meant(string from, string to, string windows, string written)
    {
        IReadOnlyList<Override> yearly = [OverrideOf(from, to, windows).EveryYear()];
        var value = OpeningHoursText.Of(new(Domain.Calendar, [Domain.CallCentre], yearly), Domain.Calendar, Dates2026, "");

        Assert.Contains(written, value, StringComparison.Ordinal);
        Assert.Equal(yearly[0].Covers(Domain.Date("2026-12-31")), !value.Contains("2026 Dec 31", StringComparison.Ordinal));
        await AssertReadAsMeantAsync(
        [
            ([Domain.CallCentre], yearly),
            ([Domain.Weekly("workday 20:00-08:00; sunday 22:00-24:00")], yearly),
            ([Domain.CallCentre, Domain.Always], yearly),
            ([], [OverrideOf("2026-12-31", "2026-12-31", "12:00-13:00"), .. yearly]),
        ]);
    }

    [Theory]
    [InlineData("2028-02-29", "2028-02-29", "")]
    [InlineData("2028-02-27", "2028-02-29", "22:00-02:00")]
    [InlineData("2028-02-29", "2028-03-02", "10:00-14:00")]
    [InlineData("2028-02-28", "2028-03-01", "")]
    [InlineData("2027-02-28", "2027-02-28", "22:00-02:00")]
    public async Task Of_29_February_a_reader_knows_in_leap_years_alone(string from, string to, string windows)
    {
        var yearly = OverrideOf(from, to, windows).EveryYear();
        var value = OpeningHoursText.Of(new(Domain.Calendar, [Domain.Always], [yearly]), Domain.Calendar, Dates2026, "");
        var (first, last) = (Domain.Date("2027-01-01"), Domain.Date("2029-12-31"));

        Assert.Equal(
            new HoursTimeline(Domain.Calendar, Domain.Moscow, [Domain.Always], [yearly], []).Between(first, last, Domain.Moscow),
            (await ReadAsync([value], first, last))[value]);
    }

    [Fact]
    public Task Whatever_the_hours_another_reader_finds_them()
    {
        var cases = new List<(IReadOnlyList<WeeklyHours>, IReadOnlyList<Override>)>();
        Gen.Select(
            Generators.Hours.List[0, 3],
            Generators.OneOf("2026-03-05 12:00", "2026-12-29 12:00", "2027-07-05 12:00").SelectMany(moment => Generators.OverrideNear(Domain.At(moment)).List[0, 2])).Sample(
            (statements, overrides) => cases.Add((statements, overrides)),
            iter: 100);
        return AssertReadAsMeantAsync(cases);
    }

    /// <summary>The days off that decrees move are told as far as there are decrees, but an operator's word counts on all its dates.</summary>
    [Theory]
    [InlineData(0, 12, 31, 1, 1, 2, "")]
    [InlineData(0, 12, 31, 1, 1, 2, "10:00-12:00")]
    [InlineData(0, 12, 30, 0, 12, 31, "22:00-06:00")] // into the year of which nothing is known
    [InlineData(1, 7, 1, 1, 7, 20, "")]
    [InlineData(3, 7, 1, 5, 7, 20, "10:00-16:00")]
    public async Task An_override_counts_on_every_date_that_it_has(int fromYear, int fromMonth, int fromDay, int toYear, int toMonth, int toDay, string windows)
    {
        var decreed = Domain.Shipped.Years.Max(year => year.Year);
        var one = OverrideOf($"{decreed + fromYear}-{fromMonth:00}-{fromDay:00}", $"{decreed + toYear}-{toMonth:00}-{toDay:00}", windows);
        await using var changed = new ContactsApp();
        changed.Change(catalog => catalog with { Overrides = [one] });

        var answer = await changed.CreateClient().GetJsonAsync("/v1/channels/hotline/opening-hours?segment=individual");

        var value = answer["openingHours"].Text()!;
        var statements = Enumerable.Repeat(Domain.Always, 6).Append(Domain.CallCentre).ToList();
        var (first, last) = (one.From!.Value.PlusDays(-1), one.To!.Value.PlusDays(1));
        var read = (await ReadAsync([value], first, last))[value];
        Assert.Equal(new HoursTimeline(Domain.Calendar, Domain.Moscow, statements, [one], []).Between(first, last, Domain.Moscow), read);
        Assert.Equal($"{decreed}-12-31", answer["to"].Text());
    }

    /// <summary>
    /// A Thursday after a working day, off by decree: as its weekday to who does not know that, but not to who takes it for a holiday
    /// like those in January. No reader at hand does.
    /// </summary>
    [Fact]
    public void A_moved_day_is_written_out_where_only_a_reader_that_knows_it_would_be_wrong()
    {
        var hours = new UsualHours(Domain.Calendar, [Domain.Weekly("workday 20:00-08:00; holiday 20:00-24:00")], []);

        Assert.Contains(
            "2026 Dec 31 00:00-08:00,20:00-24:00",
            OpeningHoursText.Of(hours, Domain.Calendar, Dates2026, ""),
            StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_closed_for_good_is_told_in_few_words()
    {
        var hours = new UsualHours(Domain.Calendar, [Domain.CallCentre], [OverrideOf("2026-12-01", "2100-12-31", "")]);

        Assert.EndsWith("; 2026 Dec 01-2100 Dec 31 off", OpeningHoursText.Of(hours, Domain.Calendar, Dates2026, ""), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_override_is_written_out_and_an_outage_is_not()
    {
        await using var changed = new ContactsApp();
        var date = Domain.Date("2026-12-01");
        changed.Change(catalog => catalog with
        {
            Overrides = [new("inventory", "hotline", date, date.PlusDays(1), [TimeWindow.Parse("10:00-12:00")], Domain.Reason)],
            Incidents = [new("outage", "hotline", Domain.At("2026-11-22 00:00"), null, Domain.Reason)],
        });

        var answer = await changed.CreateClient().GetJsonAsync("/v1/channels/hotline/opening-hours?segment=legal-entity");

        Assert.Equal("00:00-24:00; 2026 Dec 01-2026 Dec 02 10:00-12:00", answer["openingHours"].Text());
    }

    [Fact]
    public async Task The_hours_of_an_office_say_whose_they_are()
    {
        await using var changed = new ContactsApp();
        changed.Change(catalog => catalog with { Offices = [SmallCatalog.Office("east") with { Hours = [new("h", "H-0820", Provenance.Operator)] }] });
        using var asking = changed.CreateClient();

        var east = await asking.GetJsonAsync("/v1/channels/regional-office/opening-hours?segment=individual&region=RU-PRI");
        var anywhere = await asking.GetJsonAsync("/v1/channels/regional-office/opening-hours?segment=individual");

        Assert.Equal(("east", "Asia/Vladivostok"), (east["office"].Text(), east["timeZone"].Text()));
        Assert.Equal((null, "Europe/Moscow"), (anywhere["office"], anywhere["timeZone"].Text()));
    }

    [Fact]
    public async Task The_decree_of_the_next_year_is_used_as_soon_as_it_is_known()
    {
        await using var changed = new ContactsApp();
        changed.Change(catalog => catalog with
        {
            Years = [.. catalog.Years.Where(year => year.Year < 2027), new DecreeYear(2027, Domain.Reason) { Days = [new(Domain.Date("2027-02-20")) { WorkingWeekend = true }] }],
        });

        var answer = await changed.CreateClient().GetJsonAsync("/v1/channels/abroad-hotline/opening-hours?segment=abroad");

        Assert.Equal("2027-12-31", answer["to"].Text());
        Assert.Contains("; 2027 Feb 20 09:00-21:00 ||", answer["openingHours"].Text(), StringComparison.Ordinal);
    }

    private async Task<JsonNode> AskAsync(string channel, string segment, string date)
    {
        app.Time.AdjustTime(DateTimeOffset.Parse($"{date}T03:00:00+03:00", null));
        return (await client.AskAsync($"/v1/channels/{channel}/opening-hours?segment={segment}", "en")).Body;
    }

    /// <summary>
    /// Writes hours on the first day of 2026, with the decrees up to that year, and has them read over it and the next. Of that nobody
    /// knows which days off it moves; it is one that moves none.
    /// </summary>
    private static async Task AssertReadAsMeantAsync(IReadOnlyList<(IReadOnlyList<WeeklyHours> Statements, IReadOnlyList<Override> Overrides)> cases)
    {
        var decrees = Domain.Shipped.Years.Where(year => year.Year <= 2026).ToList();
        var calendar = new ProductionCalendar(Domain.Shipped.Statute, decrees);
        var real = new ProductionCalendar(Domain.Shipped.Statute, [.. decrees, new DecreeYear(2027, Domain.Reason)]);
        var (first, last) = (Domain.Date(First), Domain.Date("2027-12-31"));
        var values = cases
            .Select(one => OpeningHoursText.Of(new(calendar, one.Statements, one.Overrides), calendar, Dates2026, "perhaps open"))
            .ToList();

        var read = await ReadAsync(values.Distinct(), first, last);

        Assert.All(cases.Zip(values), one =>
        {
            var ((statements, overrides), value) = one;
            var meant = new HoursTimeline(real, Domain.Moscow, statements, overrides, []).Between(first, last, Domain.Moscow);
            Assert.True(meant.SequenceEqual(read[value]), $"{value}\n{string.Join('\n', meant.Except(read[value]))}\nbut\n{string.Join('\n', read[value].Except(meant))}");
        });
    }

    private static Override OverrideOf(string from, string to, string windows) =>
        new("override", "hotline", Domain.Date(from), Domain.Date(to), [.. windows.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(TimeWindow.Parse)], Domain.Reason);

    /// <summary>The hours of some dates, by default those of 2026, as opening_hours.js reads them, by value.</summary>
    private static async Task<IReadOnlyDictionary<string, IReadOnlyList<LocalStretch>>> ReadAsync(
        IEnumerable<string> values, LocalDate? first = null, LocalDate? last = null)
    {
        var (from, to) = ($"{first ?? Domain.Date(First):uuuu-MM-dd}", $"{last ?? Domain.Date(Last):uuuu-MM-dd}");
        var cases = values.Select(value => new { value, from, to }).ToList();
        var read = await ForeignReader.ReadAsync("read-opening-hours", cases);
        return cases.Zip(read.AsArray()).ToDictionary(
            pair => pair.First.value,
            pair => pair.Second!["intervals"]!.AsArray().Select(interval => LocalStretch.Of(interval!)).Joined());
    }
}
