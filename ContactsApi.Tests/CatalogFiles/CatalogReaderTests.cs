using ContactsApi.CatalogFiles;
using ContactsApi.Core;
using ContactsApi.Serialization;

namespace ContactsApi.Tests.CatalogFiles;

/// <summary>Whatever is wrong with a catalog file is said at its place, in words for stewards of either language.</summary>
public sealed class CatalogReaderTests
{
    public static IEnumerable<TheoryDataRow<Mistake>> Mistakes => new Mistake[]
    {
        // No YAML.
        new("a bracket left open", "saturday: [], sunday", "saturday: [¦, sunday", "no YAML: ", "не YAML: "),
        new("a bracket left open before another property", "callCentreSchedule: H-DAY", "callCentreSchedule: ¦[H-DAY", "no YAML: ", "не YAML: "),
        new("a tab", "id: hotline\n    kind", "id: ¦hotline\n\tkind", "no YAML: ", "не YAML: "),
        new("a property twice", "kind: phone", "kind: phone\n    ¦kind: chat", "no YAML: ", "не YAML: "),
        new("a property that is a list", "kind: phone", "¦[kind]: phone", "no YAML: ", "не YAML: "),
        new("a second document", "channels:", "---\n¦channels:", "no YAML: ", "не YAML: "),
        new("an anchor", "kind: phone", "kind: ¦&phone phone", "no YAML: ", "не YAML: "),
        new("a value that holds itself", "[\"1.1\"] }", "¦&all [*all] }", "no YAML: ", "не YAML: "),
        new("a tag", "kind: phone", "kind: ¦!!str phone", "no YAML: ", "не YAML: "),
        new("a tag on a property", "kind: phone", "¦!!str kind: phone", "no YAML: ", "не YAML: "),

        new("a name of a property without end", "kind: phone", $"kind: phone\n    ¦{new string('k', 101)}: phone", "at most 100 characters", "не YAML: "),
        new("lists in lists in lists", "references: [\"1.1\"] }", $"references: {new string('[', 29)}¦{new string('[', 20_000)}{new string(']', 20_029)} }}", "deeper than 32 levels", "не YAML: "),
        new("properties in properties in properties", "kind: phone", $"kind: {string.Concat(Enumerable.Repeat("{ a: ", 29))}¦{string.Concat(Enumerable.Repeat("{ a: ", 20_000))}", "deeper than 32 levels", "не YAML: "),
        new("items in items in items", "kind: phone", $"kind:\n      {string.Concat(Enumerable.Repeat("- ", 29))}¦{string.Concat(Enumerable.Repeat("- ", 20_000))}a", "deeper than 32 levels", "не YAML: "),
        new("properties without end", "kind: phone", $"kind: phone\n{Lines(998, i => $"    k{i}: 1")}    ¦k: 1\n{Lines(300_000, i => $"    m{i}: 1")}", "more than 1000 properties", "не YAML: "),
        new("properties without end in brackets", "kind: phone", $"kind: {{ {string.Concat(Enumerable.Range(0, 1000).Select(i => $"k{i}: 1, "))}¦{string.Concat(Enumerable.Range(0, 300_000).Select(i => $"m{i}: 1, "))} }}", "more than 1000 properties", "не YAML: "),

        // No catalog.
        new("an unknown property", "    kind: phone", "    kind: phone\n    colour: ¦red", "'colour'", "не подходит"),
        new("an unknown property in the second file", "statute:", "colour: ¦red\nstatute:", "'colour'", "не подходит"),
        new("an unknown property with a dot", "statute:", "colour.dark: ¦red\nstatute:", "'colour.dark'", "не подходит"),
        new("a missing property", "- id: hotline\n    kind: phone\n", "- ¦id: hotline\n", "'kind'", "не подходит"),
        new("an absent value", "within: PT5M", "within: PT5M, rank: ¦~", "does not fit", "не подходит"),
        new("a word for a number", "individual: 10", "individual: ¦ten", "does not fit", "не подходит"),
        new("a number of no number", "individual: 10", "individual: ¦NaN", "does not fit", "не подходит"),
        new("a number out of all range", "individual: 10", "individual: ¦1e999", "does not fit", "не подходит"),
        new("a number for a word", "en: Line", "en: ¦7", "does not fit", "не подходит"),
        new("a reference without quotes", "schedule: H-DAY, reference: \"1.1\"", "schedule: H-DAY, reference: ¦1.1", "does not fit", "не подходит"),
        new("a phone without quotes", "phone: \"+78005553535\"", "phone: ¦+78005553535", "does not fit", "не подходит"),
        new("a number as answers show it", "phone: \"+78005553535\"", "uri: ¦\"tel:+78005553535\"", "phone alone: \"phone\": \"+78005553535\"", "одним phone"),
        new("an unknown kind", "kind: phone", "kind: ¦telegraph", "does not fit", "не подходит"),
        new("a kind in capitals", "kind: phone", "kind: ¦Phone", "one of these is needed", "не подходит"),
        new("two kinds at once", "kind: phone", "kind: ¦\"phone, chat\"", "one of these is needed", "не подходит"),
        new("an unknown segment", "individual: 10", "everyone: ¦10", "does not fit", "не подходит"),
        new("a list for a value", "kind: phone", "kind: ¦[phone]", "does not fit", "не подходит"),
        new("a window with a bad hour", "\"08:00-20:00\"", "¦\"08:00-25:00\"", "08:00-20:00", "не подходит"),
        new("a window in words", "\"08:00-20:00\"", "¦from eight to eight", "08:00-20:00", "не подходит"),
        new("a duration in words", "within: PT5M", "within: ¦5 minutes", "PT5M", "не подходит"),
        new("a duration in months", "within: PT5M", "within: ¦P1M", "PT5M", "не подходит"),
        new("a duration beyond all bounds", "within: PT5M", "within: ¦P99999999D", "PT5M", "не подходит"),
        new("a date that is none", "date: 2026-06-11", "date: ¦2026-06-31", "does not fit", "не подходит"),
        new("an annual date that is none", "date: \"01-01\"", "date: ¦\"13-01\"", "does not fit", "не подходит"),

        new("an origin without its instant", "channels:\n", "exportedFrom: ¦{ revision: 1 }\nchannels:\n", "without 'createdAt'", "не хватает «createdAt»"),
        new("an origin that is a number", "channels:\n", "exportedFrom: ¦1\nchannels:\n", "properties are needed", "нужны свойства"),
        new("an origin that is absent", "channels:\n", "exportedFrom: ¦~\nchannels:\n", "properties are needed", "нужны свойства"),
        new("an origin with more than that", "channels:\n", "exportedFrom: { revision: 1, createdAt: \"2026-11-22T00:00:00Z\", by: ¦Anna }\nchannels:\n", "'by'", "не подходит"),

        new("an absent item", "references: [\"1.1\"] }", "references: [¦~] }", "a text is needed", "нужен текст"),
        new("an absent element", "channels:\n", "channels:\n  - ¦~\n", "properties are needed", "нужны свойства"),
        new("a word for a list", "days:\n      - { date: 2026-06-11, shortened: true }", "days: ¦none", "a list is needed", "нужен список"),

        // No whole catalog.
        new("an unknown schedule", "id: hours-1.1, schedule: H-DAY", "id: hours-1.1, schedule: ¦H-NIGHT", "no 'H-NIGHT'", "«H-NIGHT» в каталоге нет"),
        new("an unknown section", "within: PT5M, reference: \"1.1\"", "within: PT5M, reference: ¦\"7.7\"", "no '7.7'", "«7.7» в каталоге нет"),
        new("an id twice", "regions:", "  - { id: ¦status, name: { ru: Ещё, en: Another } }\nregions:", "'status' is already there", "«status» уже есть"),
        new("a date of another year", "date: 2026-06-11", "date: ¦2025-06-11", "not in 2026", "не из 2026 года"),
        new("two forms of one answer", "- { id: answer-1.1,", "- ¦{ id: answer-1.1, workingHours: 1,", "exactly one", "ровно одно"),
    }.Select(mistake => new TheoryDataRow<Mistake>(mistake) { TestDisplayName = mistake.What });

    [Fact]
    public void The_small_catalog_is_right() => Assert.Empty(CatalogReader.Read(TwoCatalogFiles.Files).Problems);

    [Theory]
    [MemberData(nameof(Mistakes))]
    public void A_mistake_is_reported_at_its_place(Mistake mistake)
    {
        var reading = CatalogReader.Read(mistake.Files);

        Assert.Null(reading.Catalog);
        var problem = Assert.Single(reading.Problems);
        Assert.Equal(mistake.Position, problem.Position);
        AssertLine(problem, mistake.En, problem.In(Language.En));
        AssertLine(problem, mistake.Ru, problem.In(Language.Ru));
    }

    [Fact]
    public void A_problem_is_shown_as_editors_find_it()
    {
        var reading = CatalogReader.Read(("catalog.yaml", "source:\n  title: 7\n"));

        Assert.StartsWith("catalog.yaml:2:10: does not fit", reading.Problems[^1].In(Language.En));
    }

    [Fact]
    public void Every_problem_of_a_whole_catalog_is_reported()
    {
        var files = TwoCatalogFiles.Files.Select(file => (file.Name, file.Text.Replace("schedule: H-DAY", "schedule: H-NIGHT").Replace("2026-", "2025-")));

        Assert.Equal(
            ["catalog.yaml:30:36", "calendar.yaml:13:17", "calendar.yaml:11:9"],
            CatalogReader.Read([.. files]).Problems.Select(problem => $"{problem.Position}"));
    }

    [Fact]
    public void Every_value_that_does_not_fit_is_reported()
    {
        var files = TwoCatalogFiles.Files.Select(file => (file.Name, file.Text
            .Replace("kind: phone", "kind: telegraph\n    colour: red")
            .Replace("individual: 10", "everyone: 10, abroad: ten")
            .Replace("year: 2026", "year: ~")
            .Replace("2026-06-11, shortened: true", "2026-06-31, shortened: 1")));

        Assert.Equal(
            [
                "catalog.yaml:22:11: does not fit: one of these is needed: phone, chat, form, email, fax, messenger, social, app, self-service, office",
                "catalog.yaml:23:13: does not fit: there is no property 'colour' here, there are: id, kind, mode, name, description, address, timeZone, "
                    + "priority, capabilities, languages, restrictions, references, desk, through, statementsOf, hours, answers, cost, notices, notes",
                "catalog.yaml:28:27: does not fit: one of these is needed: individual, legal-entity, abroad",
                "catalog.yaml:28:39: does not fit: a whole number is needed",
                "calendar.yaml:8:11: does not fit: a whole number is needed",
                "calendar.yaml:13:17: does not fit: a date such as 2026-11-23 is needed",
                "calendar.yaml:13:40: does not fit: true or false is needed",
            ],
            CatalogReader.Read([.. files]).Problems.Select(problem => problem.In(Language.En)));
    }

    [Fact]
    public void Every_file_that_is_no_yaml_is_reported()
    {
        var problems = CatalogReader.Read(("one.yaml", "a: ["), ("two.yaml", "b: c"), ("three.yaml", "a: {")).Problems;

        Assert.Equal(["one.yaml", "three.yaml"], problems.Select(problem => problem.Position.File));
    }

    [Fact]
    public void A_property_in_two_files_is_reported_in_the_second()
    {
        var reading = CatalogReader.Read([.. TwoCatalogFiles.Files, ("more.yaml", "# More.\ntopics: []\n")]);

        var problem = Assert.Single(reading.Problems);
        Assert.Equal("more.yaml:2:9: 'topics' is in another file already", problem.In(Language.En));
        Assert.Equal("more.yaml:2:9: «topics» уже есть в другом файле", problem.In(Language.Ru));
    }

    [Theory]
    [InlineData("", 1, 1)]
    [InlineData("# Nothing but a comment.\n", 1, 1)]
    [InlineData("\n- a list\n", 2, 1)]
    [InlineData("a word", 1, 1)]
    public void A_file_without_properties_is_reported(string text, int line, int column)
    {
        var problem = Assert.Single(CatalogReader.Read(("empty.yaml", text)).Problems);

        Assert.Equal(new Position("empty.yaml", line, column), problem.Position);
        Assert.Contains("the properties of a catalog are needed", problem.In(Language.En));
        Assert.Contains("нужны свойства каталога", problem.In(Language.Ru));
    }

    [Fact]
    public void A_whole_file_that_is_missing_is_reported_where_the_first_one_begins()
    {
        var problem = Assert.Single(CatalogReader.Read(TwoCatalogFiles.Files[0]).Problems);

        Assert.Equal(new Position("catalog.yaml", 1, 1), problem.Position);
        Assert.Contains("'statute'", problem.In(Language.En));
    }

    [Fact]
    public void A_file_holds_as_many_values_as_stated_and_no_more()
    {
        // The file, the list, and what is in it.
        var rest = YamlText.MaxValues - 2;

        Assert.Equal(rest, new YamlText("full.yaml", new StringReader($"a: [{string.Join(',', Enumerable.Repeat("1", rest))}]")).Root!["a"]!.AsArray().Count);
        Assert.Equal(
            $"full.yaml:1:{4 + 2 * rest + 1}: no YAML: A file holds at most {YamlText.MaxValues} values.",
            Assert.Single(CatalogReader.Read(("full.yaml", $"a: [{string.Join(',', Enumerable.Repeat("1", rest + 1))}]")).Problems).In(Language.En));
    }

    [Fact]
    public void A_file_is_as_long_as_stated_and_no_longer()
    {
        var longest = $"# A comment.\n#{new string('x', CatalogReader.MaxLength - 14)}";

        Assert.DoesNotContain("longer", Assert.Single(CatalogReader.Read(("long.yaml", longest)).Problems).In(Language.En));
        Assert.Equal(
            $"long.yaml:2:{CatalogReader.MaxLength - 12}: the file is longer than {CatalogReader.MaxLength} characters",
            Assert.Single(CatalogReader.Read(("long.yaml", $"{longest}x")).Problems).In(Language.En));
    }

    /// <summary>Who wrote three hundred thousand wrong items mends the first hundred, and looks again.</summary>
    [Fact]
    public void Of_very_many_values_that_do_not_fit_the_first_are_reported() =>
        Assert.Equal(ShapeProblems.Most, CatalogReader.Read(("many.yaml", $"channels: [{string.Join(',', Enumerable.Repeat("{}", 300_000))}]")).Problems.Count);

    private static string Lines(int count, Func<int, string> line) => string.Concat(Enumerable.Range(0, count).Select(i => $"{line(i)}\n"));

    /// <summary>One line that begins with the place, and counts no lines but those of the file.</summary>
    private static void AssertLine(CatalogFileProblem problem, string words, string line)
    {
        Assert.StartsWith($"{problem.Position}: ", line);
        Assert.Contains(words, line);
        Assert.DoesNotContain('\n', line);
        Assert.DoesNotContain("LineNumber", line);
    }
}
