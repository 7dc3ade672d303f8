using System.Text.Json.Nodes;
using ContactsApi.Core;
using ContactsApi.Core.Channels;
using ContactsApi.Core.Hours;
using ContactsApi.Core.Statements;
using ContactsApi.Serialization;
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
    public async Task With_a_region_its_offices_are_there_and_the_channels_that_serve_it()
    {
        using var other = new ContactsApp();
        other.Change(catalog => catalog with
        {
            Organization = new() { LegalName = new("Учреждение", "Institution") },
            Offices =
            [
                new("a", "RU-SPE", new("На Невском", "On Nevsky"), new() { Phone = "+78120000000", Parts = new(new("Санкт-Петербург", "Saint Petersburg"), new("Невский, 1", "1 Nevsky")) { PostalCode = "191186" } }),
                new("b", "RU-SPE", new("На Садовой", "On Sadovaya"), new(new("Садовая, 2", "2 Sadovaya"))),
                new("c", "RU-MOW", new("В Москве", "In Moscow"), new(new("Тверская, 3", "3 Tverskaya"))),
            ],
        });
        var asker = other.CreateClient();

        var here = (await asker.AskAsync("/v1/contact-points.jsonld?region=RU-SPE", "en")).Body;
        var elsewhere = (await asker.AskAsync("/v1/contact-points.jsonld?region=RU-TA", "en")).Body;

        Assert.Equal("Institution", here["legalName"].Text());
        Assert.True(JsonNode.DeepEquals(
            JsonNode.Parse("""
                [
                  { "@type": "GovernmentOffice", "name": "On Nevsky", "telephone": "+78120000000", "address": { "@type": "PostalAddress",
                    "addressCountry": "RU", "postalCode": "191186", "addressLocality": "Saint Petersburg", "streetAddress": "1 Nevsky" } },
                  { "@type": "GovernmentOffice", "name": "On Sadovaya", "address": "2 Sadovaya" }
                ]
                """),
            here["department"]),
            here["department"]!.ToJsonString());
        Assert.Null(elsewhere["department"]);
        var northwest = other.Snapshot.Directory.Channels["legal-northwest"].Name.En;
        Assert.Contains(here["contactPoint"]!.AsArray(), point => point!["name"].Text() == northwest);
        Assert.DoesNotContain(elsewhere["contactPoint"]!.AsArray(), point => point!["name"].Text() == northwest);
        Assert.Empty((await ForeignReader.ReadAsync("check-json-ld", new[] { here }))[0]!.AsArray());
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

    /// <summary>The number is free of charge from Russia, and a source calls the line so: of no others it is said.</summary>
    [Theory]
    [InlineData("+78005553535", "1.1", "individual", true)]
    [InlineData("+78005553535", "1.1", "individual legal-entity", true)]
    [InlineData("+78005553535", "1.1", "abroad", false)] // free only from some countries
    [InlineData("+78005553535", "1.1", "individual abroad", false)] // and so not from all where it is published for
    [InlineData("+74951234567", "1.1", "individual", false)] // a number that contradicts it
    [InlineData("+77077777777", "1.1", "individual", false)]
    [InlineData("+18005550123", "1.1", "individual", false)] // free from elsewhere
    [InlineData("+99912345678", "1.1", "individual", false)]
    [InlineData("+78005553535", Provenance.Editorial, "individual", false)]
    [InlineData("+78005553535", null, "individual", false)]
    public async Task Toll_free_is_a_number_that_costs_nothing_wherever_it_is_published_for(string phone, string? claim, string segments, bool isTollFree)
    {
        await using var changed = new ContactsApp();
        changed.ChangeChannel("hotline", channel => channel with
        {
            Address = new() { Phone = phone },
            Priority = segments.Split(' ').ToDictionary(segment => EnumNames<Segment>.TryParse(segment, out var known) ? known : default, _ => 10),
            Capabilities = claim is null ? new Dictionary<Capability, string>() : new Dictionary<Capability, string> { [Capability.FreeOfCharge] = claim },
        });

        var point = (await changed.CreateClient().AskAsync("/v1/channels/hotline/contact-point.jsonld")).Body["contactPoint"]![0]!;

        Assert.Equal(isTollFree ? "https://schema.org/TollFree" : null, point["contactOption"].Text());
        Assert.Equal(segments.Contains("abroad", StringComparison.Ordinal) ? null : "RU", point["areaServed"].Text());
    }

    [Fact]
    public async Task Of_the_shipped_channels_these_are_toll_free() => Assert.Equal(
        ["Hotline", "Voice assistant", "Technical support for legal entities", "Fax for legal entities"],
        (await client.AskAsync("/v1/contact-points.jsonld", "en")).Body["contactPoint"]!.AsArray()
            .Where(point => point!["contactOption"] is not null).Select(point => point!["name"].Text()));

    [Theory]
    [InlineData("urgent-phone", "", "For individuals. For urgent requests only.")]
    [InlineData("abroad-hotline", "", "For those abroad.")]
    [InlineData("legal-tech-support", "", "For organisations. Only about: “I cannot get into my organisation's account”, “Trouble with an electronic signature”.")]
    [InlineData("legal-northwest", "", "For organisations. Only for the regions: “Saint Petersburg”, “Leningrad Oblast”.")]
    [InlineData("telegram", "", "Nobody has confirmed that this is an official account: make sure of it before you write.")]
    [InlineData("hotline", "", "For individuals and organisations.")]
    [InlineData("hotline", "?segment=legal-entity", "For individuals and organisations. The hours are those for organisations.")]
    public async Task A_point_says_for_whom_and_on_what_condition_it_holds(string channel, string query, string conditions) =>
        Assert.Contains(
            $"{app.Snapshot.Directory.Channels[channel].Description.En} {conditions}",
            (await client.AskAsync($"/v1/channels/{channel}/contact-point.jsonld{query}", "en")).Body["contactPoint"]![0]!["description"].Text(),
            StringComparison.Ordinal);

    /// <summary>Of a line that is open round the clock no decree changes anything.</summary>
    [Theory]
    [InlineData("hotline", "individual", true)]
    [InlineData("hotline", "legal-entity", false)]
    public async Task It_says_which_days_off_are_not_decreed(string channel, string segment, bool isSaid)
    {
        var undecreed = app.Snapshot.Directory.Catalog.Years.Max(year => year.Year) + 1;
        await using var later = new ContactsApp();
        later.Time.AdjustTime(new(undecreed - 1, 12, 1, 0, 0, 0, TimeSpan.Zero));

        var point = (await later.CreateClient().AskAsync($"/v1/channels/{channel}/contact-point.jsonld?segment={segment}", "en")).Body["contactPoint"]![0]!;

        Assert.Equal(isSaid, point["description"].Text()!.EndsWith(
            $"The days off of {undecreed} are those of the Labour Code: the decree that may move them is not known yet.", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("2026-12-31", "2027-01-02", "")]
    [InlineData("2028-05-31", "2028-06-01", "")]
    [InlineData("2030-01-01", "2099-12-31", "00:00-24:00")] // as its weekdays are: for those who were told of days off before
    public async Task An_override_counts_on_every_date_that_it_has(string from, string to, string windows)
    {
        await using var changed = new ContactsApp();
        changed.Change(catalog => catalog with
        {
            Overrides = [new("o", "hotline", Domain.Date(from), Domain.Date(to), [.. windows.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(TimeWindow.Parse)], Domain.Reason)],
        });

        var hours = (await changed.CreateClient().AskAsync("/v1/channels/hotline/contact-point.jsonld?segment=legal-entity")).Body["contactPoint"]![0]!["hoursAvailable"]!.AsArray();

        var one = Assert.Single(hours, one => one!["validFrom"] is not null)!;
        Assert.Equal(
            (from, to, "00:00", windows.Length == 0 ? "00:00" : "23:59"),
            (one["validFrom"].Text(), one["validThrough"].Text(), one["opens"].Text(), one["closes"].Text()));
    }

    /// <summary>The vocabulary has no word for every year: the dates of this year and the next are given.</summary>
    [Fact]
    public async Task What_comes_back_every_year_is_given_for_this_year_and_the_next()
    {
        await using var changed = new ContactsApp();
        changed.Change(catalog => catalog with
        {
            Overrides = [new("o", "hotline", null, null, [TimeWindow.Parse("10:00-14:00")], Domain.Reason) { Yearly = new(12, 31), YearlyTo = new(1, 1) }],
        });

        var hours = (await changed.CreateClient().AskAsync("/v1/channels/hotline/contact-point.jsonld?segment=legal-entity")).Body["contactPoint"]![0]!["hoursAvailable"]!.AsArray();

        Assert.Equal(
            ["2026-12-31 2027-01-01 10:00-14:00", "2027-12-31 2028-01-01 10:00-14:00"],
            hours.Where(one => one!["validFrom"] is not null).Select(one => $"{one!["validFrom"]} {one["validThrough"]} {one["opens"]}-{one["closes"]}"));
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
