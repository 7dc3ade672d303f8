using System.Net;
using System.Text.Json.Nodes;
using ContactsApi.Tests.Support;

namespace ContactsApi.Tests.Features.Calendar;

public sealed class CalendarEndpointsTests(ContactsApp app) : IClassFixture<ContactsApp>
{
    private readonly HttpClient client = app.CreateClient();

    [Theory]
    [InlineData("2029-11-05", """
        { "date": "2029-11-05", "kind": "holiday", "holiday": null, "movedFrom": "2029-11-04", "nonWorkingBy": null,
          "workingWeekend": false, "shortened": false, "basis": "statute" }
        """)]
    [InlineData("2025-11-01", """
        { "date": "2025-11-01", "kind": "workday", "holiday": null, "movedFrom": null, "nonWorkingBy": null,
          "workingWeekend": true, "shortened": true, "basis": "decree" }
        """)]
    [InlineData("2026-11-22", """
        { "date": "2026-11-22", "kind": "sunday", "holiday": null, "movedFrom": null, "nonWorkingBy": null,
          "workingWeekend": false, "shortened": false, "basis": "decree" }
        """)]
    [InlineData("2027-02-22", """
        { "date": "2027-02-22", "kind": "holiday", "holiday": null, "movedFrom": "2027-02-20", "nonWorkingBy": null,
          "workingWeekend": false, "shortened": false, "basis": "decree" }
        """)]
    [InlineData("2027-02-20", """
        { "date": "2027-02-20", "kind": "workday", "holiday": null, "movedFrom": null, "nonWorkingBy": null,
          "workingWeekend": true, "shortened": true, "basis": "decree" }
        """)]
    [InlineData("2021-11-04", """
        { "date": "2021-11-04", "kind": "holiday", "holiday": "National Unity Day", "movedFrom": null,
          "nonWorkingBy": "Presidential Decree No. 595 of 20 October 2021", "workingWeekend": false, "shortened": false, "basis": "decree" }
        """)]
    [InlineData("2021-11-07", """
        { "date": "2021-11-07", "kind": "sunday", "holiday": null, "movedFrom": null,
          "nonWorkingBy": "Presidential Decree No. 595 of 20 October 2021", "workingWeekend": false, "shortened": false, "basis": "decree" }
        """)]
    [InlineData("2000-01-01", """
        { "date": "2000-01-01", "kind": "holiday", "holiday": "New Year holidays", "movedFrom": null, "nonWorkingBy": null,
          "workingWeekend": false, "shortened": false, "basis": "statute" }
        """)]
    [InlineData("2100-12-31", """
        { "date": "2100-12-31", "kind": "workday", "holiday": null, "movedFrom": null, "nonWorkingBy": null,
          "workingWeekend": false, "shortened": true, "basis": "statute" }
        """)]
    public async Task A_date_is_told_with_all_its_facts(string date, string expected) =>
        Assert.Equal(Json.Parse(expected), await InAsync("en", $"/v1/calendar/days/{date}"), JsonNode.DeepEquals);

    [Theory]
    [InlineData("ru", "День Победы", "Указ Президента РФ от 02.04.2020 № 239", "Постановление Правительства РФ от 10.07.2019 № 875")]
    [InlineData("en", "Victory Day", "Presidential Decree No. 239 of 2 April 2020", "Government Decree No. 875 of 10 July 2019")]
    public async Task Holidays_and_decrees_are_named_in_the_language_asked_for(string language, string holiday, string nonWorkingBy, string source)
    {
        Assert.Equal(holiday, (await InAsync(language, "/v1/calendar/days/2020-05-09"))["holiday"].Text());
        Assert.Equal(nonWorkingBy, (await InAsync(language, "/v1/calendar/days/2020-04-06"))["nonWorkingBy"].Text());
        Assert.Equal(source, (await InAsync(language, "/v1/calendar/2020"))["source"].Text());
    }

    /// <summary>The norms that the Labour Ministry's calendars give.</summary>
    [Theory]
    [InlineData(2013, 247, 6, "decree")]
    [InlineData(2014, 247, 6, "decree")]
    [InlineData(2015, 247, 5, "decree")]
    [InlineData(2016, 247, 2, "decree")]
    [InlineData(2017, 247, 3, "decree")]
    [InlineData(2018, 247, 6, "decree")]
    [InlineData(2019, 247, 6, "decree")]
    [InlineData(2022, 247, 3, "decree")]
    [InlineData(2023, 247, 3, "decree")]
    [InlineData(2024, 248, 5, "decree")]
    [InlineData(2025, 247, 4, "decree")]
    [InlineData(2026, 247, 4, "decree")]
    [InlineData(2027, 247, 4, "decree")]
    [InlineData(2028, 249, 4, "statute")]
    public async Task A_year_counts_its_working_days(int year, int workdays, int shortened, string basis)
    {
        var answer = await client.GetJsonAsync($"/v1/calendar/{year}");

        Assert.Equal(year, answer["year"]!.GetValue<int>());
        Assert.Equal(basis, answer["basis"].Text());
        Assert.Equal(workdays, answer["workdays"]!.GetValue<int>());
        Assert.Equal(shortened, answer["shortenedDays"]!.GetValue<int>());
    }

    [Theory]
    [InlineData("ru", 2024, 366)]
    [InlineData("en", 2029, 365)]
    public async Task A_year_holds_each_of_its_dates_as_it_is_told_alone(string language, int year, int length)
    {
        var days = (await InAsync(language, $"/v1/calendar/{year}"))["days"]!.AsArray();

        Assert.Equal(length, days.Count);
        foreach (var day in days)
            Assert.Equal(day, await InAsync(language, $"/v1/calendar/days/{day!["date"].Text()}"), JsonNode.DeepEquals);
    }

    [Theory]
    [InlineData("1999", "year")]
    [InlineData("2101", "year")]
    [InlineData("+2026", "year")]
    [InlineData("02026", "year")]
    [InlineData("٢٠٢٦", "year")]
    [InlineData("days", "year")]
    [InlineData("days/1999-12-31", "date")]
    [InlineData("days/2101-01-01", "date")]
    [InlineData("days/2026-02-29", "date")]
    [InlineData("days/2026-2-9", "date")]
    [InlineData("days/2026-11-23T12:00:00", "date")]
    public async Task What_is_no_year_or_date_of_ours_is_refused(string path, string parameter)
    {
        var answer = await client.AskAsync($"/v1/calendar/{path}");

        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
        Assert.Equal([parameter], answer.Blamed);
    }

    private async Task<JsonNode> InAsync(string language, string uri) => (await client.AskAsync(uri, language)).Body;
}
