using System.Text.Json.Nodes;
using ContactsApi.Core.Calendar;
using ContactsApi.Core.Channels;
using ContactsApi.Core.Hours;
using ContactsApi.Features.Formats.OpeningHours;
using ContactsApi.Serialization;
using ContactsApi.Tests.Support;
using CsCheck;

namespace ContactsApi.Tests.Features.Formats;

/// <summary>What the service writes for OpenStreetMap, read by opening_hours.js.</summary>
public sealed class OpeningHoursTests(ContactsApp app) : IClassFixture<ContactsApp>
{
    private const string First = "2026-01-01", Last = "2026-12-31";

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
    [InlineData("hotline", "individual", "Mo-Fr 08:00-20:00; Sa 09:00-18:00; Su,PH 10:00-16:00; 2026 Dec 31,2027 Feb 22,2027 May 03,2027 May 10,2027 Jun 14,2027 Nov 05,2027 Dec 31 10:00-16:00; 2027 Feb 20 08:00-20:00 || unknown \"sources disagree\"")]
    [InlineData("hotline", "legal-entity", "24/7")]
    [InlineData("abroad-hotline", "abroad", "Mo-Fr 09:00-21:00; Sa-Su,PH off; 2026 Dec 31,2027 Feb 22,2027 May 03,2027 May 10,2027 Jun 14,2027 Nov 05,2027 Dec 31 off; 2027 Feb 20 09:00-21:00 || unknown \"sources disagree\"")]
    [InlineData("legal-fax", "legal-entity", "unknown \"hours not stated\"")]
    public async Task Hours_are_written_as_on_the_map(string channel, string segment, string expected)
    {
        var answer = await AskAsync(channel, segment, "2026-11-22");

        Assert.Equal(expected, answer["openingHours"].Text());
        Assert.Equal(("2026-11-22", "2027-12-31", "decree"), (answer["from"].Text(), answer["to"].Text(), answer["calendarBasis"].Text()));
    }

    [Fact]
    public async Task Another_reader_finds_the_hours_of_the_schedule_in_every_minute_of_a_year()
    {
        var desks =
            (from channel in app.Snapshot.Directory.Catalog.Channels
             from segment in channel.Priority.Keys.Select(EnumNames<Segment>.Of)
             select (channel.Id, Segment: segment)).ToList();
        var values = new List<string>();
        foreach (var (channel, segment) in desks)
            values.Add((await AskAsync(channel, segment, First))["openingHours"].Text()!);

        var read = await ReadAsync(values.Distinct());

        Assert.True(desks.Count > 30 && read.Count > 4);
        foreach (var ((channel, segment), value) in desks.Zip(values))
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

    [Fact]
    public async Task Whatever_the_hours_another_reader_finds_them()
    {
        var cases = new List<(string Value, IReadOnlyList<LocalStretch> Hours)>();
        var moment = Domain.At("2026-03-05 12:00");
        Gen.Select(Generators.Hours.List[0, 3], Generators.OverrideNear(moment).List[0, 1]).Sample(
            (statements, overrides) =>
            {
                var hours = new UsualHours(Domain.Calendar, statements, overrides);
                var value = OpeningHoursText.Of(hours, [.. Domain.Calendar.DaysOf(2026)], "sources disagree");
                cases.Add((value, new HoursTimeline(Domain.Calendar, Domain.Moscow, statements, overrides, []).Between(Domain.Date(First), Domain.Date(Last), Domain.Moscow)));
            },
            iter: 150);

        var read = await ReadAsync(cases.Select(one => one.Value).Distinct());

        Assert.All(cases, one => Assert.True(one.Hours.SequenceEqual(read[one.Value]), $"{one.Value}\n{string.Join('\n', one.Hours.Except(read[one.Value]))}\nbut\n{string.Join('\n', read[one.Value].Except(one.Hours))}"));
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

    /// <summary>The hours of 2026 as opening_hours.js reads them, by value.</summary>
    private static async Task<IReadOnlyDictionary<string, IReadOnlyList<LocalStretch>>> ReadAsync(IEnumerable<string> values)
    {
        var cases = values.Select(value => new { value, from = First, to = Last }).ToList();
        var read = await ForeignReader.ReadAsync("read-opening-hours", cases);
        return cases.Zip(read.AsArray()).ToDictionary(
            pair => pair.First.value,
            pair => pair.Second!["intervals"]!.AsArray().Select(interval => LocalStretch.Of(interval!)).Joined());
    }
}
