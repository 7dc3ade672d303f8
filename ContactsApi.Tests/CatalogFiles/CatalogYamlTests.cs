using System.Text.Json.Nodes;
using ContactsApi.CatalogFiles;
using ContactsApi.Core;
using ContactsApi.Core.Catalogs;
using ContactsApi.Tests.Support;
using CsCheck;
using NodaTime;

namespace ContactsApi.Tests.CatalogFiles;

/// <summary>A catalog that is written as a file is read as the very same catalog, and written as the very same file again.</summary>
public sealed class CatalogYamlTests
{
    private static readonly Gen<string> AnyText = Gen.Frequency(
        (2, Gen.String[Gen.Char["aЯя01 -_.,:;#&*!|>'\"%@`?~{}[]\\/+=«»“\t\n\r\u00A0\u0085\u2028\uFEFF\u0000"], 0, 12]),
        (1, Generators.OneOf("", "true", "No", "~", "null", "1.1", "1e3", "-5", ".5", "+7", "0x1F", "1_000", "Infinity", "2026-06-31", "- a", "a: b", "a #b", "😀", "a\u0301", "---", "...", "=")));

    [Fact]
    public void The_shipped_catalog_is_read_as_it_was_written() => AssertSame(Domain.Shipped);

    [Fact]
    public void A_random_catalog_is_read_as_it_was_written() =>
        CatalogGenerator.Question.Sample(random => AssertSame(random.Directory.Catalog), iter: 50);

    [Fact]
    public void Any_text_is_read_as_it_was_written() => Gen.Select(AnyText, AnyText).Sample(
        (ru, en) =>
        {
            // Also one that is not fit to be shown: a store may hold it, and an export of that is where it is mended.
            var catalog = Domain.Shipped with
            {
                Topics = [new("topic", new(ru, en))],
                Source = new(new(en, ru), []),
                Schedules = [],
                Channels = [],
                Regions = [],
                Years = [],
                RegionalHolidays = [],
                Preparations = [],
                NextSteps = [],
            };
            Assert.True(JsonNode.DeepEquals(BareCatalog.Of(catalog), new YamlText("catalog.yaml", new StringReader(CatalogYaml.Write(catalog))).Root));
        },
        iter: 1000);

    [Fact]
    public void An_incident_without_an_end_is_read_as_it_was_written() => AssertSame(Domain.Shipped with
    {
        Incidents = [new("i", "hotline", Instant.FromUtc(2026, 1, 1, 0, 0), null, Domain.Reason)],
    });

    [Fact]
    public void An_override_of_every_year_is_read_as_people_write_it_and_as_it_was_written()
    {
        var catalog = Domain.Shipped with { Overrides = [new("o", "hotline", null, null, [], Domain.Reason) { Yearly = new(12, 31), YearlyTo = new(1, 2) }] };
        var text = CatalogYaml.Write(catalog);

        AssertSame(catalog);
        Assert.Contains("yearly: \"12-31\"", text);
        Assert.Equal(catalog.ToJson(), CatalogReader.Read(("catalog.yaml", text.Replace("\"12-31\"", "12-31", StringComparison.Ordinal))).Catalog?.ToJson());
    }

    [Fact]
    public void Where_a_file_comes_from_stands_before_all_else_and_is_no_part_of_the_catalog()
    {
        var from = new ExportedFrom(17, Instant.FromUtc(2026, 11, 22, 0, 0).PlusNanoseconds(1));
        var text = CatalogYaml.Write(Domain.Shipped, from);
        var reading = CatalogReader.Read(("catalog.yaml", text));

        Assert.StartsWith("exportedFrom: { revision: 17, createdAt: \"2026-11-22T00:00:00.000000001Z\" }\n\nsource:\n", text);
        Assert.Equal(from, reading.ExportedFrom);
        Assert.Equal(Domain.Shipped.ToJson(), reading.Catalog?.ToJson());
        Assert.EndsWith($"\n\n{CatalogYaml.Write(Domain.Shipped)}", text);
    }

    [Fact]
    public void What_fits_on_a_line_stands_on_one_and_defaults_are_left_out() => Assert.Equal(
        """
        source:
          title: { ru: Номера, en: Numbers }
          sections:
            - { reference: "1.1", title: { ru: Телефон, en: Phone } }

        callCentreSchedule: H-DAY

        schedules:
          - { id: H-DAY, name: { ru: днём, en: by day }, hours: { workday: ["08:00-20:00"], saturday: [], sunday: [], holiday: [] } }

        topics:
          - { id: status, name: { ru: Заявление, en: An application }, references: ["1.1"] }

        channels:
          - id: hotline
            kind: phone
            mode: live
            name: { ru: Линия, en: Line }
            description: { ru: Ответит оператор., en: An operator answers. }
            address: { phone: "+78005553535" }
            priority: { individual: 10 }
            references: ["1.1"]
            hours:
              - { id: hours-1.1, schedule: H-DAY, reference: "1.1" }
            answers:
              - { id: answer-1.1, within: PT5M, reference: "1.1" }

        regions:
          - { code: RU-SPE, name: { ru: Санкт-Петербург, en: Saint Petersburg }, timeZone: Europe/Moscow }

        statute:
          reference: { ru: ТК РФ, en: Labour Code }
          holidays:
            - { date: "01-01", name: { ru: Новый год, en: New Year } }

        years:
          - year: 2026
            decree: { ru: Постановление, en: A decree }
            nonWorking:
              - { from: 2026-02-21, to: 2026-02-23, decree: { ru: Указ, en: Another decree } }
            days:
              - { date: 2026-06-11, shortened: true }

        """,
        CatalogYaml.Write(CatalogReader.Read(TwoCatalogFiles.Files).Catalog!));

    [Theory]
    [InlineData("Линия поддержки", "Линия поддержки")]
    [InlineData("H-247", "H-247")]
    [InlineData("Europe/Moscow", "Europe/Moscow")]
    [InlineData("I can't", "I can't")]
    [InlineData("2026-06-11", "2026-06-11")]
    [InlineData("a, b", "\"a, b\"")]
    [InlineData("a: b", "\"a: b\"")]
    [InlineData("1.1", "\"1.1\"")]
    [InlineData("no", "\"no\"")]
    [InlineData(" a", "\" a\"")]
    [InlineData("", "\"\"")]
    [InlineData("a\"b\\c\nd\u00A0e", "\"a\\\"b\\\\c\\nd\\u00A0e\"")]
    public void A_text_is_quoted_only_where_it_has_to_be(string text, string expected) => Assert.Equal(expected, YamlScalar.Of(text, inFlow: true));

    [Theory]
    [InlineData("a: b\n\n  c", "text: |-\n  a: b\n\n    c\n")]
    [InlineData("# a\nb", "text: |-\n  # a\n  b\n")]
    [InlineData("a\n", "text: \"a\\n\"\n")]
    [InlineData("\na", "text: \"\\na\"\n")]
    [InlineData(" a\nb", "text: \" a\\nb\"\n")]
    [InlineData("a \nb", "text: \"a \\nb\"\n")]
    [InlineData("a\n\tb", "text: \"a\\n\\tb\"\n")]
    [InlineData("a\n\u2028b", "text: \"a\\n\\u2028b\"\n")]
    public void A_text_of_several_lines_stands_as_it_is_where_it_can(string text, string expected)
    {
        var written = YamlWriter.Write(new JsonObject { ["text"] = text });

        Assert.Equal(expected, written);
        Assert.Equal(text, new YamlText("a.yaml", new StringReader(written)).Root!["text"].Text());
    }

    private static void AssertSame(Catalog catalog)
    {
        var text = CatalogYaml.Write(catalog);
        var reading = CatalogReader.Read(("catalog.yaml", text));

        Assert.Empty(reading.Problems.Select(problem => problem.In(Language.En)));
        Assert.Equal(catalog.ToJson(), reading.Catalog?.ToJson());
        Assert.Equal(text, CatalogYaml.Write(reading.Catalog!));
    }
}
