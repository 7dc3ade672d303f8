using System.Text.Json;
using System.Text.Json.Nodes;
using ContactsApi.Core;
using ContactsApi.Core.Catalogs;
using ContactsApi.Core.Channels;
using ContactsApi.Core.Statements;
using ContactsApi.Serialization;
using ContactsApi.Tests.Support;
using NodaTime;

namespace ContactsApi.Tests.Core.Catalogs;

/// <summary>Every text and every address of a catalog is held to the rules, wherever it stands.</summary>
public sealed class ContentRulesTests
{
    private static readonly LocalizedText Words = new("слова", "words");
    private static readonly Verification Mark = new(VerificationOutcome.Verified, new(2026, 11, 20), "a steward", Words);

    /// <summary>A catalog in which nothing that can be said is left out.</summary>
    private static readonly Catalog Full = Domain.Shipped with
    {
        Source = new(Words, [new("1.1", Words)]),
        Schedules = [SmallCatalog.Schedule(SmallCatalog.CallCentre, Domain.CallCentre)],
        CallCentreSchedule = SmallCatalog.CallCentre,
        Regions = [Domain.Shipped.Regions.First(region => region.Code == "RU-PRI")],
        Statute = Domain.Shipped.Statute with { Holidays = [Domain.Shipped.Statute.Holidays[0]] },
        Years = [new(2026, Words) { NonWorking = [new(new(2026, 5, 1), new(2026, 5, 1), Words)] }],
        Topics = [new("topic", Words) { References = ["1.1"], Steps = [new(Words, "1.1")] }],
        Channels =
        [
            SmallCatalog.Channel("number") with
            {
                Address = new() { Phone = "+78005553535", Verification = Mark },
                TimeZone = "Europe/Moscow",
                Capabilities = new Dictionary<Capability, string> { [Capability.Voice] = "1.1" },
                Languages = new Dictionary<Language, string> { [Language.Ru] = "1.1" },
                Restrictions = new()
                {
                    UrgentOnly = "1.1",
                    Topics = new Dictionary<string, string> { ["topic"] = "1.1" },
                    Regions = new Dictionary<string, string> { ["RU-PRI"] = "1.1" },
                },
                References = ["1.1"],
                Hours = [SmallCatalog.Says(SmallCatalog.CallCentre) with { Note = Words, Verification = Mark }],
                Answers = [SmallCatalog.Promising() with { Note = Words, Verification = Mark, Inside = SmallCatalog.CallCentre, Outside = "H" }],
                Cost = new(Words, "1.1"),
                Notices = [new("a-notice", "1.1", Words)],
            },
            SmallCatalog.Channel("page") with
            {
                Address = new()
                {
                    Uri = new("https://example.org"), Display = Words,
                    Links = new() { Web = new("https://example.org/chat"), Android = new("https://example.org/android"), Ios = new("https://example.org/ios") },
                },
                StatementsOf = "number", Hours = [],
            },
        ],
        Offices =
        [
            SmallCatalog.Office("office") with
            {
                Address = new(Words) { Phone = "+78005553535", Uri = new("https://example.org") }, TimeZone = "Asia/Vladivostok", Verification = Mark,
                Hours = [SmallCatalog.Says(SmallCatalog.CallCentre) with { Note = Words, Verification = Mark, Reference = Provenance.Operator }],
            },
        ],
        Preparations = [new("one", Words, "1.1") { Topics = ["topic"] }],
        NextSteps = [new("step", Words, Words, "1.1")],
        Overrides = [new("o", "number", new(2026, 5, 1), new(2026, 5, 1), [], Words)],
        Incidents = [new("i", "number", Instant.FromUtc(2026, 5, 1, 0, 0), null, Words)],
    };

    [Fact]
    public void Nothing_is_wrong_with_it() => Assert.Empty(ContentRules.ProblemsOf(Full));

    [Fact]
    public void Wherever_a_text_stands_one_that_is_not_legible_is_found_at_its_path()
    {
        var tried = 0;
        foreach (var (path, _) in TextsOf(JsonSerializer.SerializeToNode(Full, ContactsJson.Strict), "$"))
        {
            if (With(path, "a\u202Eb") is not { } catalog)
                continue;
            tried++;
            var problem = Assert.Single(ContentRules.ProblemsOf(catalog));
            Assert.True(problem.Path == path || path.StartsWith($"{problem.Path}.", StringComparison.Ordinal), $"{problem.Path} instead of {path}");
        }

        Assert.InRange(tried, 100, 200);
    }

    [Theory]
    [InlineData("$.channels[0].name.ru", ContentRules.LongestLabel)]
    [InlineData("$.channels[1].address.display.en", ContentRules.LongestLabel)]
    [InlineData("$.source.title.ru", ContentRules.LongestLabel)]
    [InlineData("$.channels[0].description.ru", ContentRules.LongestText)]
    [InlineData("$.channels[0].hours[0].verification.how.en", ContentRules.LongestText)]
    [InlineData("$.nextSteps[0].otherwise.ru", ContentRules.LongestText)]
    [InlineData("$.offices[0].address.postal.ru", ContentRules.LongestText)]
    public void A_text_may_be_as_long_as_stated_and_no_longer(string path, int longest)
    {
        Assert.Empty(ContentRules.ProblemsOf(With(path, new('я', longest))!));

        var problem = Assert.Single(ContentRules.ProblemsOf(With(path, new('я', longest + 1))!));
        Assert.Equal((path, $"at most {longest} characters are needed", $"нужно не больше {longest} знаков"), (problem.Path, problem.Message.En, problem.Message.Ru));
    }

    [Theory]
    [InlineData("$.channels[1].address.uri")]
    [InlineData("$.offices[0].address.uri")]
    public void Wherever_an_address_stands_one_that_is_no_safe_link_is_found_at_its_path(string path) =>
        Assert.Equal(path, Assert.Single(ContentRules.ProblemsOf(With(path, "javascript:alert(1)")!)).Path);

    /// <summary>A catalog that is not fit to be shown is not taken up, but it is whole: what a store holds can be answered from.</summary>
    [Theory]
    [InlineData("$.channels[0].name.ru", "a\0")]
    [InlineData("$.channels[1].address.uri", "javascript:alert(1)")]
    public void What_is_not_fit_to_be_shown_breaks_nothing(string path, string text)
    {
        var catalog = With(path, text)! with { Channels = [.. With(path, text)!.Channels.Select(channel => channel with { Answers = [] })] };

        Assert.Empty(CatalogRules.BreaksOf(catalog));
        Assert.Equal(path, Assert.Single(CatalogRules.ProblemsOf(catalog)).Path);
    }

    /// <summary>The full catalog with another text at a path; nothing if no text can stand there, as in place of a date.</summary>
    private static Catalog? With(string path, string text)
    {
        var json = JsonSerializer.SerializeToNode(Full, ContactsJson.Strict)!;
        TextsOf(json, "$").Single(found => found.Path == path).Value.ReplaceWith(text);
        try
        {
            return json.Deserialize<Catalog>(ContactsJson.Strict);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static IEnumerable<(string Path, JsonNode Value)> TextsOf(JsonNode? node, string path) => node switch
    {
        JsonObject members => members.SelectMany(member => TextsOf(member.Value, $"{path}.{member.Key}")),
        JsonArray items => items.SelectMany((item, i) => TextsOf(item, $"{path}[{i}]")),
        JsonValue value when value.GetValueKind() == JsonValueKind.String => [(path, value)],
        _ => [],
    };
}
