using System.Globalization;
using System.Xml.Linq;
using ContactsApi.Tests.Core.Calendar;
using ContactsApi.Tests.Support;
using NodaTime;

namespace ContactsApi.Tests.Features.Calendar;

/// <summary>The calendar in the forms of other programs.</summary>
public sealed class CalendarFilesTests(ContactsApp app) : IClassFixture<ContactsApp>
{
    private readonly HttpClient client = app.CreateClient();

    public static TheoryData<int> Years => DecreeYearTests.Years;

    /// <summary>A program that reads the official files finds the same in ours: only ordinary weekend days, which some of these list, are left out.</summary>
    [Theory]
    [MemberData(nameof(Years))]
    public async Task The_XML_says_what_the_official_file_says(int year)
    {
        var official = new OfficialYear(year);
        var ours = new OfficialYear(XDocument.Parse((await client.AskAsync($"/v1/calendar/{year}/calendar.xml", "ru")).Text));

        Assert.Equal(year, ours.Year);
        Assert.All(new DateInterval(new(year, 1, 1), new(year, 12, 31)), date =>
        {
            var isOrdinary = official.Type(date) == "1" && date.DayOfWeek is IsoDayOfWeek.Saturday or IsoDayOfWeek.Sunday
                && official.Title(date) is null && official.MovedFrom(date) is null;
            Assert.Equal((date, isOrdinary ? null : official.Type(date)), (date, ours.Type(date)));
            Assert.Equal((date, official.Title(date) is null), (date, ours.Title(date) is null));
            if (official.MovedFrom(date) is { } from)
                Assert.Equal(from, ours.MovedFrom(date));
        });
    }

    [Fact]
    public async Task The_XML_of_a_region_has_its_holidays()
    {
        var ours = new OfficialYear(XDocument.Parse((await client.AskAsync("/v1/calendar/2025/calendar.xml?region=RU-BA", "ru")).Text));

        Assert.Equal("День Республики Башкортостан", ours.Title(new(2025, 10, 11)));
        Assert.Equal(new LocalDate(2025, 10, 11), ours.MovedFrom(new(2025, 10, 13)));
        Assert.Equal("2", ours.Type(new(2025, 10, 10)));
    }

    [Fact]
    public async Task The_table_has_each_date_once_and_the_norm_in_all()
    {
        var answer = await client.AskAsync("/v1/calendar/2026/calendar.csv", "en");
        var lines = answer.Text.Split("\r\n");

        Assert.Equal("text/csv; charset=utf-8; header=present", answer.Response.Content.Headers.ContentType!.ToString());
        Assert.Equal("date,weekday,workday,shortened,why,basis", lines[0]);
        Assert.Equal("2026-03-09,1,0,0,\"A day off, moved from 8 March\",decree", lines[68]);
        Assert.Equal((367, ""), (lines.Length, lines[366]));
        Assert.Equal(247, lines[1..366].Count(line => line.Split(',')[2] == "1"));
        Assert.Equal(301, (await client.AskAsync("/v1/calendar/2026/calendar.csv?week=six-day")).Text.Split("\r\n")[1..366].Count(line => line.Split(',')[2] == "1"));
    }

    [Fact]
    public async Task Another_reader_finds_the_days_off_in_the_calendar()
    {
        var five = await EventsAsync("");
        var six = await EventsAsync("?week=six-day");
        var bashkir = await EventsAsync("?region=RU-BA");

        Assert.Contains("2026-12-31T00:00 2027-01-01T00:00 Выходной, перенесён с 4 января", five);
        Assert.Contains("2026-02-23T00:00 2026-02-24T00:00 День защитника Отечества", five);
        Assert.Contains("2027-02-20T00:00 2027-02-21T00:00 Сокращённый день: на час короче", five);
        Assert.DoesNotContain(six, one => one.Contains("перенесён", StringComparison.Ordinal));
        Assert.Contains("2026-10-11T00:00 2026-10-12T00:00 День Республики Башкортостан", bashkir);
        Assert.Contains("2026-10-12T00:00 2026-10-13T00:00 Выходной, перенесён с 11 октября", bashkir);
    }

    private async Task<IReadOnlyList<string>> EventsAsync(string query)
    {
        var calendar = (await client.AskAsync($"/v1/calendar/current/calendar.ics{query}", "ru")).Text;
        var events = (await ForeignReader.ReadAsync("read-icalendar", new[] { new { calendar, from = "2026-01-01", to = "2027-12-31" } }))[0]!.AsArray();
        return [.. events.Select(one => string.Create(CultureInfo.InvariantCulture, $"{one!["start"]} {one["end"]} {one["summary"]}"))];
    }
}
