using System.Net;
using System.Text.Json.Nodes;
using ContactsApi.Core.Channels;
using ContactsApi.Core.Statements;
using ContactsApi.Tests.Support;

namespace ContactsApi.Tests.Features.Regions;

/// <summary>The shipped catalog with 45 offices in Vladivostok, open as the call centre by their own clocks. It is Sunday, 10:00 there.</summary>
public sealed class RegionEndpointsTests : IDisposable
{
    private static readonly Office Office = SmallCatalog.Office("o") with { Hours = [new("h", "H-GRAPH", Provenance.Operator)] };

    private readonly ContactsApp app = new();
    private readonly HttpClient client;

    public RegionEndpointsTests()
    {
        client = app.CreateClient();
        client.DefaultRequestHeaders.Add("Accept-Language", "en");
        app.Change(catalog => catalog with { Offices = [.. Enumerable.Range(1, 45).Select(i => Office with { Id = $"o{i}" })] });
    }

    [Fact]
    public async Task Every_region_is_listed_with_what_its_clocks_show_and_how_many_offices_it_has()
    {
        var regions = (await client.GetJsonAsync("/v1/regions"))["regions"]!.AsArray();

        Assert.Equal(app.Snapshot.Directory.Catalog.Regions.Select(region => region.Code), regions.Select(one => one!["code"].Text()));
        AssertJson(
            """{ "code": "RU-PRI", "name": "Primorsky Krai", "timeZone": "Asia/Vladivostok", "offset": "+10:00", "officeCount": 45 }""",
            regions.Single(one => one!["code"].Text() == "RU-PRI"));
        Assert.Equal(45, regions.Sum(one => one!["officeCount"]!.GetValue<int>()));
    }

    [Theory]
    [InlineData("2014-10-25T12:00:00Z", "+04:00")]
    [InlineData("2014-10-27T12:00:00Z", "+03:00")]
    public async Task An_offset_is_that_of_the_moment(string at, string offset) =>
        Assert.Equal(offset, (await client.GetJsonAsync($"/v1/regions/RU-SPE?at={at}"))["offset"].Text());

    [Fact]
    public async Task An_office_is_told_with_its_address_and_hours_by_its_own_clock_and_by_Moscows()
    {
        app.Change(catalog => catalog with
        {
            Offices =
            [
                Office with
                {
                    Address = Office.Address with { Phone = "+74232000000", Uri = new("https://example.org") },
                    Verification = SmallCatalog.Marked(VerificationOutcome.Verified),
                },
            ],
        });
        var answer = await client.GetJsonAsync("/v1/regions/RU-PRI");

        Assert.Equal(("2026-11-22T03:00:00+03:00", "individual"), (answer["moment"].Text(), answer["segment"].Text()));
        AssertJson(
            """
            {
              "id": "o", "name": "o", "timeZone": "Asia/Vladivostok",
              "address": {
                "postal": "Vladivostok, Svetlanskaya street 1", "parts": null, "phone": "+74232000000", "uri": "https://example.org",
                "verification": { "outcome": "verified", "date": "2026-11-20", "by": "a steward", "how": "we called, it is a wrong number" }
              },
              "availability": {
                "state": "open", "until": "2026-11-22T09:00:00+03:00", "opensAt": null,
                "officeUntil": "2026-11-22T16:00:00+10:00", "officeOpensAt": null, "cause": "schedule"
              }
            }
            """,
            Assert.Single(answer["offices"]!.AsArray()));
    }

    /// <summary>Whoever reads the line still has it.</summary>
    [Theory]
    [InlineData("ru", "690091, Приморский край, Владивосток, ул. Светланская, 1", "Приморский край", "Владивосток", "ул. Светланская, 1")]
    [InlineData("en", "1 Svetlanskaya street, Vladivostok, Primorsky Krai, 690091", "Primorsky Krai", "Vladivostok", "1 Svetlanskaya street")]
    public async Task An_address_in_parts_is_told_in_parts_and_on_one_line(string language, string line, string region, string town, string street)
    {
        var parts = new PostalAddress(new("Владивосток", "Vladivostok"), new("ул. Светланская, 1", "1 Svetlanskaya street"))
        {
            PostalCode = "690091", AddressRegion = new("Приморский край", "Primorsky Krai"),
        };
        app.Change(catalog => catalog with { Offices = [Office with { Address = new() { Parts = parts } }] });

        var address = (await client.AskAsync("/v1/regions/RU-PRI", language)).Body["offices"]![0]!["address"]!;

        Assert.Equal(line, address["postal"].Text());
        AssertJson($$"""{ "postalCode": "690091", "addressRegion": "{{region}}", "addressLocality": "{{town}}", "streetAddress": "{{street}}" }""", address["parts"]!);
        var best = (await client.AskAsync("/v1/best-channel?segment=individual&region=RU-PRI", language)).Body;
        Assert.EndsWith(line, best["alternatives"]!.AsArray().Append(best["best"]).Single(one => one!["channelId"].Text() == "regional-office")!["address"]!["display"].Text());
    }

    [Fact]
    public async Task The_page_is_fresh_until_an_office_opens_or_closes()
    {
        app.Time.SetUtcNow(Domain.At("2026-11-22 08:59:50").ToDateTimeOffset());

        Assert.Equal(TimeSpan.FromSeconds(10), (await client.AskAsync("/v1/regions/RU-PRI")).Response.Headers.CacheControl?.MaxAge);
    }

    [Fact]
    public async Task Whom_offices_do_not_serve_gets_no_hours()
    {
        var answer = await client.GetJsonAsync("/v1/regions/RU-PRI?segment=abroad&limit=1");

        Assert.Null(Assert.Single(answer["offices"]!.AsArray())!["availability"]);
    }

    [Theory]
    [InlineData("", 20)]
    [InlineData("limit=7", 7)]
    [InlineData("limit=15", 15)]
    [InlineData("limit=100", 45)]
    public async Task Page_by_page_every_office_comes_once_in_the_order_of_the_catalog(string query, int size)
    {
        List<string?> ids = [];
        string? next = null;
        do
        {
            var page = await client.GetJsonAsync($"/v1/regions/RU-PRI?{query}{(next is null ? "" : $"&cursor={next}")}".Replace("?&", "?"));
            Assert.Equal(45, page["officeCount"]!.GetValue<int>());
            Assert.NotEmpty(page["offices"]!.AsArray());
            Assert.Equal(Math.Min(size, 45 - ids.Count), page["offices"]!.AsArray().Count);
            ids.AddRange(page["offices"]!.AsArray().Select(one => one!["id"].Text()));
            next = page["next"].Text();
        }
        while (next is not null);

        Assert.Equal(Enumerable.Range(1, 45).Select(i => $"o{i}"), ids);
    }

    [Theory]
    [InlineData("/v1/regions/RU-PRI?cursor=45")]
    [InlineData("/v1/regions/RU-PRI?cursor=9223372036854775807")]
    [InlineData("/v1/regions/RU-SPE")]
    public async Task Where_there_are_none_left_the_page_is_empty(string uri)
    {
        var page = await client.GetJsonAsync(uri);

        Assert.Empty(page["offices"]!.AsArray());
        Assert.Null(page["next"]);
    }

    [Fact]
    public async Task A_local_moment_is_read_by_the_clocks_of_the_region() =>
        Assert.Equal("2026-11-22T03:00:00+03:00", (await client.GetJsonAsync("/v1/regions/RU-PRI?at=2026-11-22T10:00:00"))["moment"].Text());

    [Theory]
    [InlineData("RU-PRJ", "RU-PRI")]
    [InlineData("ru-spe", "RU-SPE")]
    public async Task An_unknown_region_is_refused_with_the_nearest_there_are(string code, string nearest)
    {
        var answer = await client.AskAsync($"/v1/regions/{code}");

        Assert.Equal((HttpStatusCode.NotFound, "region-not-found"), (answer.Status, answer.Body["code"].Text()));
        Assert.Contains(nearest, answer.Body["detail"].Text());
    }

    public void Dispose()
    {
        client.Dispose();
        app.Dispose();
    }

    private static void AssertJson(string expected, JsonNode? actual) => Assert.Equal(Json.Parse(expected), actual, JsonNode.DeepEquals);
}
