using System.Text.Json.Nodes;
using ContactsApi.Core;
using ContactsApi.Core.Channels;
using ContactsApi.Core.Hours;
using ContactsApi.Core.Statements;
using ContactsApi.Tests.Support;
using NodaTime;

namespace ContactsApi.Tests.Features.BestChannel;

/// <summary>
/// The shipped catalog with two offices in Vladivostok and one in Kaliningrad, open on working days 08:00-20:00, Saturdays
/// 09:00-18:00, Sundays 10:00-16:00 by their own clocks. Monday 23 November 2026, 03:00 in Moscow is 10:00 in Vladivostok.
/// </summary>
public sealed class OfficeTests : IDisposable
{
    private const string Monday = "at=2026-11-23T03:00:00%2B03:00";

    private static readonly Office First = SmallCatalog.Office("first") with { Hours = [new("h", "H-GRAPH", Provenance.Operator)] };
    private static readonly Office Second = First with { Id = "second", TimeZone = "Asia/Anadyr" };
    private static readonly Office West = First with
    {
        Id = "west",
        Region = "RU-KGD",
        Address = First.Address with { Phone = "+74012000000", Uri = new("https://example.org/west") },
    };

    private readonly ContactsApp app = new();
    private readonly HttpClient client;

    public OfficeTests()
    {
        client = app.CreateClient();
        client.DefaultRequestHeaders.Add("Accept-Language", "en");
        Keep(First, Second, West);
    }

    [Fact]
    public async Task In_a_region_the_office_is_its_first_one_by_its_own_clock()
    {
        var office = await OfficeAsync($"region=RU-PRI&{Monday}");

        AssertJson("""{ "display": "first, Vladivostok, Svetlanskaya street 1", "uri": null, "dial": null, "dialNote": null, "links": null, "verification": null }""", office["address"]);
        AssertJson("""{ "state": "open", "until": "2026-11-23T13:00:00+03:00", "opensAt": null, "cause": "schedule" }""", office["availability"]);
        Assert.Contains("office-of-region The office of your region: “first”. editorial", Because(office));
        Assert.Contains(
            "says-open The operator: on working days 08:00–20:00, on Saturdays 09:00–18:00, on Sundays and holidays 10:00–16:00. operator", Because(office));
    }

    [Fact]
    public async Task Whichever_is_listed_first_is_the_one()
    {
        Keep(Second, First);

        // Anadyr is two hours ahead of Vladivostok.
        Assert.Equal("2026-11-23T11:00:00+03:00", (await OfficeAsync($"region=RU-PRI&{Monday}"))["availability"]!["until"].Text());
    }

    [Fact]
    public async Task An_office_is_called_where_it_has_a_number()
    {
        var address = (await OfficeAsync($"region=RU-KGD&country=DE&{Monday}"))["address"]!;

        Assert.Equal(("tel:+74012000000", "00 7 401 200-00-00"), (address["uri"].Text(), address["dial"].Text()));
        Assert.Equal("first, Vladivostok, Svetlanskaya street 1", address["display"].Text());
    }

    [Fact]
    public async Task An_office_with_a_page_and_no_number_is_looked_up()
    {
        Keep(West with { Address = West.Address with { Phone = null } });

        Assert.Equal("https://example.org/west", (await OfficeAsync($"region=RU-KGD&{Monday}"))["address"]!["uri"].Text());
    }

    [Theory]
    [InlineData("")]
    [InlineData("&region=RU-SPE")]
    public async Task Elsewhere_the_office_has_no_address(string region)
    {
        var answer = await client.GetJsonAsync($"/v1/best-channel?segment=individual{region}");

        Assert.Equal(["no-address"], answer["ineligible"]!.AsArray().Single(one => one!["channelId"].Text() == "regional-office")!["reasons"]!.AsArray().Select(one => one.Text()));
    }

    [Fact]
    public async Task What_an_operator_sets_for_the_channel_holds_in_every_office_by_its_own_dates()
    {
        app.Change(catalog => catalog with
        {
            Incidents = [new("i", "regional-office", Domain.At("2026-11-23 03:00"), Domain.At("2026-11-23 04:00"), Domain.Reason)],
            Overrides = [new("o", "regional-office", new(2026, 11, 24), new(2026, 11, 24), [TimeWindow.Parse("01:00-02:00")], Domain.Reason)],
        });

        foreach (var (region, hour) in new[] { ("RU-PRI", 18), ("RU-KGD", 2) })
        {
            Assert.Equal("incident", (await OfficeAsync($"region={region}&at=2026-11-23T03:59:59%2B03:00"))["availability"]!["cause"].Text());
            Assert.Equal("schedule", (await OfficeAsync($"region={region}&at=2026-11-23T04:00:00%2B03:00"))["availability"]!["cause"].Text());
            // One o'clock by the clocks of the office.
            var opens = Domain.At("2026-11-24 01:00", DateTimeZoneProviders.Tzdb[app.Snapshot.Directory.Regions[region].TimeZone]);
            Assert.Equal(hour, opens.InZone(Domain.Moscow).Hour);
            var availability = (await OfficeAsync($"region={region}&at={opens}"))["availability"]!;
            Assert.Equal(("override", "open"), (availability["cause"].Text(), availability["state"].Text()));
        }
    }

    /// <summary>1 Shawwal 1448 is calculated for Tuesday 9 March 2027, and may be the tenth.</summary>
    [Fact]
    public async Task On_a_date_that_may_be_a_holiday_of_its_region_the_office_says_so_and_no_other_channel_does()
    {
        app.Change(catalog => (catalog with { Offices = [First with { Region = "RU-TA", Hours = [new("h", "office", Provenance.Operator)] }] }).With("office", Domain.Weekly("workday 09:00-18:00")));
        var answer = await client.GetJsonAsync("/v1/best-channel?segment=individual&region=RU-TA&explain=true&at=2027-03-10T12:00:00%2B03:00");
        var all = answer["alternatives"]!.AsArray().Prepend(answer["best"]).ToList();
        var office = all.Single(one => one!["channelId"].Text() == "regional-office")!;

        Assert.Equal(("provisional", "disputed"), (answer["calendarBasis"].Text(), office["availability"]!["state"].Text()));
        Assert.Contains("disputed There may be nobody until 10 March at 18:00 Moscow time: it may be a holiday of the region, whose day is not set yet. operator", Because(office));
        Assert.Equal(["regional-office"], all.Where(one => one!["warnings"]!.AsArray().Any(warning => warning!["code"].Text() == "holiday-unsettled")).Select(one => one!["channelId"].Text()));
        var hours = answer["explanation"]!.AsArray().Single(one => one!["channelId"].Text() == "regional-office")!["hours"]!;
        Assert.Equal(("provisional", "disputed"), (hours["calendarBasis"].Text(), hours["statements"]![0]!["says"].Text()));
        Assert.StartsWith("It may be a holiday, or a day off for it: “Eid al-Fitr”.", hours["text"].Text(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_disputed_address_of_an_office_is_warned_of()
    {
        Keep(First with { Verification = SmallCatalog.Marked(VerificationOutcome.Disputed) });

        Assert.Contains("address-disputed", (await OfficeAsync("region=RU-PRI"))["warnings"]!.AsArray().Select(one => one!["code"].Text()));
    }

    [Fact]
    public async Task The_office_is_as_available_by_itself_as_when_it_is_recommended()
    {
        var recommended = (await OfficeAsync($"region=RU-PRI&{Monday}"))["availability"]!;
        var alone = await client.GetJsonAsync($"/v1/channels/regional-office/availability?segment=individual&region=RU-PRI&{Monday}");
        var nowhere = await client.GetJsonAsync($"/v1/channels/regional-office/availability?segment=individual&region=RU-SPE&{Monday}");

        Assert.All(recommended.AsObject(), property => Assert.Equal(property.Value, alone[property.Key], JsonNode.DeepEquals));
        Assert.Equal("Asia/Vladivostok", alone["timeZone"].Text());
        Assert.Equal("unstated", nowhere["state"].Text());
    }

    [Fact]
    public async Task A_schedule_gives_the_hours_of_the_office_of_the_region()
    {
        var answer = await client.GetJsonAsync("/v1/channels/regional-office/schedule?segment=individual&region=RU-PRI&from=2026-11-23&to=2026-11-23");
        var window = Assert.Single(answer["days"]![0]!["windows"]!.AsArray())!;

        Assert.Equal(("2026-11-23T01:00:00+03:00", "2026-11-23T13:00:00+03:00"), (window["start"].Text(), window["end"].Text()));
        Assert.Equal(("2026-11-23T08:00:00+10:00", "2026-11-23T20:00:00+10:00"), (window["callerStart"].Text(), window["callerEnd"].Text()));
    }

    [Fact]
    public void Offices_that_nobody_asks_about_are_not_made_ready()
    {
        var directory = app.Snapshot.Directory;

        Assert.Same(directory.ServedIn(Segment.Individual), directory.ServedIn(Segment.Individual, directory.Regions["RU-SPE"]));
        Assert.Same(directory.ServedIn(Segment.Individual, directory.Regions["RU-PRI"]), directory.ServedIn(Segment.Individual, directory.Regions["RU-PRI"]));
    }

    public void Dispose()
    {
        client.Dispose();
        app.Dispose();
    }

    private static void AssertJson(string expected, JsonNode? actual) => Assert.Equal(Json.Parse(expected), actual, JsonNode.DeepEquals);

    private void Keep(params Office[] offices) => app.Change(catalog => catalog with { Offices = offices });

    private async Task<JsonNode> OfficeAsync(string query)
    {
        var answer = await client.GetJsonAsync($"/v1/best-channel?segment=individual&{query}");
        return answer["alternatives"]!.AsArray().Prepend(answer["best"]).Single(one => one!["channelId"].Text() == "regional-office")!;
    }

    private static IEnumerable<string> Because(JsonNode recommendation) => recommendation["because"]!.AsArray()
        .Select(one => $"{one!["code"].Text()} {one["text"].Text()} {one["reference"].Text()}");
}
