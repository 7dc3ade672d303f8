using System.Net;
using System.Text.Json.Nodes;
using ContactsApi.Tests.Support;

namespace ContactsApi.Tests.Features.Calendar;

/// <summary>Questions about working days and hours, as partners ask them.</summary>
public sealed class WorkdayEndpointsTests(ContactsApp app) : IClassFixture<ContactsApp>
{
    private static readonly string[] Parts = ["months", "quarters", "halves"];
    private static readonly string[] NormFields = ["calendarDays", "workdays", "daysOff", "shortened", "hours40", "hours36", "hours24", "worked", "sixDayWorkdays"];
    private static readonly string[] ListedFields = ["date", "isWorkday", "shortened", "why"];

    private readonly HttpClient client = app.CreateClient();

    [Theory]
    [InlineData("workdays?from=2026-12-30&days=1", "from to calendarDays afterFirst", "2026-12-30 2027-01-11 13 1")]
    [InlineData("workdays?from=2027-01-11&days=-2", "to bothIncluded afterFirst", "2026-12-29 3 -2")]
    [InlineData("workdays?from=2026-03-08&days=0", "to bothIncluded", "2026-03-08 0")] // a Sunday
    [InlineData("workdays?from=2027-02-20&days=1", "to bothIncluded", "2027-02-24 2")] // a Saturday that is worked, then days off
    [InlineData("workdays?from=2026-12-31&week=six-day&days=1", "to shortened", "2027-01-09 1")] // no day off is moved
    [InlineData("workdays?from=2026-05-27&to=2026-05-27&region=RU-TA", "bothIncluded", "0")]
    [InlineData("workdays?from=2026-05-27&to=2026-05-27", "bothIncluded days", "1 ")]
    [InlineData("workdays?from=2026-11-27&to=2026-12-31", "calendarDays bothIncluded afterFirst", "35 24 23")]
    [InlineData("workdays?from=2026-11-28&to=2026-12-31", "bothIncluded afterFirst", "23 23")] // from a Saturday
    [InlineData("workdays?from=2020-01-01&to=2020-12-31", "bothIncluded shortened", "219 3")]
    [InlineData("workdays?from=2000-01-01&to=2100-12-31", "calendarDays", "36890")]
    [InlineData("workdays?from=2026-11-02&to=2026-11-08&week=six-day", "bothIncluded", "5")]
    [InlineData("workdays?from=2026-01-01&to=2026-12-31", "bothIncluded shortened", "247 4")]
    [InlineData("workhours?at=2026-11-27T16:00&hours=10", "result", "2026-11-30T18:00:00+03:00")] // Friday, two hours; Monday, eight
    [InlineData("workhours?at=2026-11-27T16:00&hours=10&timeZone=Asia/Vladivostok", "result", "2026-11-30T18:00:00+10:00")]
    [InlineData("workhours?at=2026-11-03T09:00&hours=8", "result", "2026-11-05T10:00:00+03:00")] // the 3rd is shorter, the 4th a holiday
    [InlineData("workhours?at=2026-11-30T10:00&hours=-2", "result", "2026-11-27T17:00:00+03:00")]
    [InlineData("workhours?at=2026-11-27T16:00&hours=3&windows=08:00-20:00", "result", "2026-11-27T19:00:00+03:00")]
    public async Task A_question_about_working_days_is_answered(string question, string fields, string values)
    {
        var answer = (await client.AskAsync($"/v1/calendar/{question}", "en")).Body;

        Assert.Equal(values, string.Join(' ', fields.Split(' ').Select(field => Text(answer[field]))));
    }

    [Theory]
    [InlineData("workdays?from=2026-01-01&to=2026-12-31", "decree 0")]
    [InlineData("workdays?from=2027-12-01&to=2028-01-31", "statute 2")]
    [InlineData("workdays?from=2028-01-01&to=2029-12-31", "statute 4")]
    [InlineData("workdays?from=2027-12-29&days=1", "decree 0")]
    [InlineData("workdays?from=2027-12-29&days=2", "statute 2")] // the next one is in 2028
    [InlineData("workdays?from=2027-03-01&to=2027-03-31&region=RU-TA", "provisional 0 ")]
    [InlineData("workdays?from=2027-03-10&to=2027-03-31&region=RU-TA", "provisional 0 ")] // it may be the tenth
    [InlineData("workdays?from=2027-03-11&to=2027-03-31&region=RU-TA", "decree 0 ")]
    [InlineData("workdays?from=2026-01-01&to=2026-12-31&region=RU-KL", "provisional 0 Tsagan Sar: 2026; Birthday of Buddha Shakyamuni: 2026; Zul: 2026")]
    [InlineData("workdays?from=2026-01-01&to=2026-12-31&region=RU-MOS", "decree 0 The holidays of this federal subject itself are not entered: there may be some.")]
    [InlineData("norms/2028", "statute 2")]
    public async Task An_answer_says_what_it_rests_on(string question, string certainty)
    {
        var told = (await client.AskAsync($"/v1/calendar/{question}", "en")).Body["certainty"]!;
        var unknown = told["unknown"]!.AsArray();

        Assert.Equal(certainty.TrimEnd(), $"{Text(told["basis"])} {told["daysToBeMoved"]} {string.Join("; ", unknown.Select(Text))}".TrimEnd());
    }

    [Theory]
    [InlineData("workdays?from=2026-02-30&days=1", "from")]
    [InlineData("workdays?days=1", "from")]
    [InlineData("workdays?from=2026-11-27&to=2026-11-28&days=1", "to")]
    [InlineData("workdays?from=2026-11-27&to=2026-11-26", "to")]
    [InlineData("workdays?from=2026-11-27&days=1.5", "days")]
    [InlineData("workdays?from=2026-11-27&days=%2B5", "days")]
    [InlineData("workdays?from=2026-11-27&days=100001", "days")]
    [InlineData("workdays?from=2026-11-27&days=-9223372036854775808", "days")]
    [InlineData("workdays?from=2100-12-30&days=9", "days")] // beyond the years
    [InlineData("workdays?from=2026-11-27&days=1&week=seven-day", "week")]
    [InlineData("workdays?from=2026-11-27&days=1&region=RU-XX", "region")]
    [InlineData("workdays?from=2026-01-01&to=2027-01-02&list=true", "list")]
    [InlineData("workhours?at=2026-11-27T16:00", "hours")]
    [InlineData("workhours?hours=5", "at")]
    [InlineData("workhours?at=2026-11-27T16:00&hours=100000000", "hours")]
    [InlineData("workhours?at=2100-12-31T16:00&hours=80", "hours")]
    [InlineData("workhours?at=2026-11-27T16:00&hours=1&windows=14:00-18:00,09:00-13:00", "windows")]
    [InlineData("workhours?at=2026-11-27T16:00&hours=1&windows=22:00-06:00", "windows")]
    [InlineData("workhours?at=2026-11-27T16:00&hours=1&windows=09:00-10:00", "windows")] // nothing would be left of a shorter day
    [InlineData("norms/26", "year")]
    [InlineData("norms/2026?week=six-day", "week")]
    [InlineData("1999/calendar.csv", "year")]
    [InlineData("2101/calendar.xml", "year")]
    [InlineData("2026/calendar.xml?week=six-day", "week")] // the schema cannot tell it
    [InlineData("2026/calendar.ics?year=2026", "year")]
    public async Task What_cannot_be_answered_is_refused_by_name(string question, string parameter)
    {
        var answer = await client.AskAsync($"/v1/calendar/{question}");

        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
        Assert.Equal([parameter], answer.Blamed);
    }

    [Fact]
    public async Task A_list_tells_each_day_and_why()
    {
        var days = (await client.AskAsync("/v1/calendar/workdays?from=2026-05-26&to=2026-05-28&region=RU-TA&list=true", "en")).Body["days"]!.AsArray();

        Assert.Equal(
            ["2026-05-26 true true A shorter day, by an hour", "2026-05-27 false false Eid al-Adha", "2026-05-28 true false "],
            days.Select(day => string.Join(' ', ListedFields.Select(field => Text(day![field])))));
    }

    [Fact]
    public async Task There_is_no_other_file() =>
        Assert.Equal(HttpStatusCode.NotFound, (await client.AskAsync("/v1/calendar/2026/calendar.doc")).Status);

    [Fact]
    public async Task Norms_of_parts_add_up_to_the_whole()
    {
        var norms = (await client.AskAsync("/v1/calendar/norms/2026")).Body;

        foreach (var field in NormFields)
        {
            var whole = norms["whole"]![field]!.GetValue<decimal>();
            Assert.All(Parts, parts => Assert.Equal(whole, norms[parts]!.AsArray().Sum(part => part![field]!.GetValue<decimal>())));
        }

        Assert.Equal("1774.4", Text(norms["whole"]!["hours36"]));
    }

    private static string Text(JsonNode? value) => value switch
    {
        null => "",
        JsonValue text when text.TryGetValue<string>(out var said) => said,
        _ => value.ToJsonString(),
    };
}
