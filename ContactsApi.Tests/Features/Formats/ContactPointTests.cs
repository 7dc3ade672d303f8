using System.Text.Json.Nodes;
using ContactsApi.Tests.Support;
using NodaTime;

namespace ContactsApi.Tests.Features.Formats;

/// <summary>Channels for search engines, checked against schema.org's vocabulary by schema-dts.</summary>
public sealed class ContactPointTests(ContactsApp app) : IClassFixture<ContactsApp>
{
    private readonly HttpClient client = app.CreateClient();

    [Fact]
    public async Task Every_word_is_one_of_schema_org()
    {
        var all = (await client.AskAsync("/v1/contact-points.jsonld")).Body;
        var wrong = all.DeepClone();
        wrong["contactPoint"]![0]!["phone"] = "+78005553535";

        var faults = await ForeignReader.ReadAsync("check-json-ld", new[] { all, (await PointAsync("hotline")).Parent!.Parent!, wrong });

        Assert.Empty(faults[0]!.AsArray());
        Assert.Empty(faults[1]!.AsArray());
        Assert.NotEmpty(faults[2]!.AsArray());
    }

    [Fact]
    public async Task All_channels_with_an_address_are_there()
    {
        var all = (await client.AskAsync("/v1/contact-points.jsonld", "en")).Body["contactPoint"]!.AsArray();

        Assert.Equal(
            app.Snapshot.Directory.Catalog.Channels.Where(channel => channel.Address is not null).Select(channel => channel.Name.En),
            all.Select(point => point!["name"].Text()));
    }

    [Fact]
    public async Task A_point_says_how_to_reach_it_and_what_it_costs()
    {
        var hotline = await PointAsync("hotline");
        var chat = await PointAsync("portal-chat");

        Assert.Equal(("+78005553535", "https://schema.org/TollFree", "RU"), (hotline["telephone"].Text(), hotline["contactOption"].Text(), hotline["areaServed"].Text()));
        Assert.Equal(["ru", "en"], hotline["availableLanguage"]!.AsArray().Select(one => one.Text()));
        Assert.Equal(("https://www.gosuslugi.ru", null, null), (chat["url"].Text(), chat["telephone"], chat["contactOption"]));
        Assert.Equal("+78005553536", (await PointAsync("legal-fax"))["faxNumber"].Text());
        Assert.Null((await PointAsync("legal-fax"))["hoursAvailable"]);
        Assert.Null((await PointAsync("abroad-hotline"))["areaServed"]);
        Assert.Equal(["RU-SPE", "RU-LEN"], (await PointAsync("legal-northwest"))["areaServed"]!.AsArray().Select(one => one.Text()));
    }

    [Theory]
    [InlineData("hotline", "individual")]
    [InlineData("hotline", "legal-entity")]
    [InlineData("portal-chat", "legal-entity")]
    [InlineData("telegram", "abroad")]
    [InlineData("abroad-hotline", "abroad")]
    public async Task On_every_day_to_come_the_hours_are_those_in_which_the_schedule_is_open(string channel, string segment)
    {
        var hours = (await PointAsync(channel, $"?segment={segment}"))["hoursAvailable"]!.AsArray().Select(one => one!).ToList();
        var scheduled = await client.ScheduleAsync(channel, segment, "2026-11-22", "2027-11-22");

        var read = from date in new DateInterval(Domain.Date("2026-11-22"), Domain.Date("2027-11-22"))
                   from one in On(hours, date)
                   where one["opens"].Text() != one["closes"].Text()
                   select new LocalStretch(At(date, one["opens"]), At(date, one["closes"]), "open");
        Assert.Equal(scheduled.Where(stretch => stretch.State == "open"), read.Joined());
    }

    [Fact]
    public async Task With_no_segment_the_hours_hold_for_everybody()
    {
        var all = (await PointAsync("hotline"))["hoursAvailable"]!;
        var individual = (await PointAsync("hotline", "?segment=individual"))["hoursAvailable"]!;
        var legal = (await PointAsync("hotline", "?segment=legal-entity"))["hoursAvailable"]!;

        Assert.True(JsonNode.DeepEquals(individual, all));
        Assert.False(JsonNode.DeepEquals(legal, all));
    }

    [Fact]
    public async Task A_day_without_certain_hours_is_closed_as_search_engines_read_it()
    {
        var hours = (await PointAsync("abroad-hotline"))["hoursAvailable"]!.AsArray();

        Assert.Contains(hours, one =>
            (one!["opens"].Text(), one["closes"].Text(), one["validFrom"].Text(), one["validThrough"].Text()) == ("00:00", "00:00", "2026-12-31", "2027-01-01"));
    }

    [Fact]
    public async Task It_cannot_end_the_html_that_holds_it()
    {
        await using var changed = new ContactsApp();
        changed.ChangeChannel("hotline", channel => channel with { Name = new("</script><b>", "</script><b>") });

        var answer = await changed.CreateClient().AskAsync("/v1/channels/hotline/contact-point.jsonld");

        Assert.DoesNotContain("<", answer.Text, StringComparison.Ordinal);
        Assert.Equal("</script><b>", answer.Body["contactPoint"]![0]!["name"].Text());
    }

    private async Task<JsonNode> PointAsync(string channel, string query = "") =>
        (await client.AskAsync($"/v1/channels/{channel}/contact-point.jsonld{query}")).Body["contactPoint"]!.AsArray().Single()!;

    /// <summary>What holds on a date: what names the date goes before what names its weekday.</summary>
    private static IEnumerable<JsonNode> On(IReadOnlyList<JsonNode> hours, LocalDate date)
    {
        var ofDate = hours.Where(one => one["validFrom"] is { } from && Domain.Date(from.Text()!) <= date && date <= Domain.Date(one["validThrough"].Text()!)).ToList();
        return ofDate.Count > 0
            ? ofDate
            : hours.Where(one => one["dayOfWeek"]?.AsArray().Any(day => day.Text() == $"https://schema.org/{date.DayOfWeek}") == true);
    }

    private static LocalDateTime At(LocalDate date, JsonNode? time) => time.Text() == "23:59"
        ? date.PlusDays(1).AtMidnight()
        : date.At(NodaTime.Text.LocalTimePattern.CreateWithInvariantCulture("HH:mm").Parse(time.Text()!).Value);
}
