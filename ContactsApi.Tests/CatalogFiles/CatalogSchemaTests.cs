using System.Text.Json.Nodes;
using ContactsApi.CatalogFiles;
using ContactsApi.Tests.Support;
using CsCheck;
using NodaTime;

namespace ContactsApi.Tests.CatalogFiles;

/// <summary>The schema by which editors check a catalog file says what the reader says.</summary>
public sealed class CatalogSchemaTests
{
    private const string File = "catalog.schema.json";

    private static readonly string Committed = System.IO.File.ReadAllText(Path.Combine(AppContext.BaseDirectory, File));
    private static readonly JsonNode Schema = Json.Parse(Committed);

    public static TheoryData<string> ShippedFiles => ["catalog.yaml", "calendar.yaml", "regions.yaml"];

    [Fact]
    public void The_committed_schema_is_what_the_types_say() => Assert.True(
        Committed == CatalogSchema.Generate(), $"{File} is out of date. Run: dotnet run --project ContactsApi -- catalog schema > {File}");

    [Theory]
    [MemberData(nameof(ShippedFiles))]
    public void A_shipped_file_conforms_by_itself(string file) => Assert.Empty(FaultsOf(Embedded.Text(file)));

    [Theory]
    [MemberData(nameof(ShippedFiles))]
    public void A_shipped_file_names_the_schema_on_its_first_line(string file) =>
        Assert.StartsWith($"# yaml-language-server: $schema=../../{File}\n", Embedded.Text(file));

    [Fact]
    public void A_random_catalog_conforms_as_it_is_exported() => CatalogGenerator.Question.Sample(
        random => Assert.Empty(FaultsOf(CatalogYaml.Write(random.Directory.Catalog))), iter: 30);

    [Fact]
    public void A_file_may_say_where_it_comes_from() => Assert.Empty(FaultsOf(CatalogYaml.Write(Domain.Shipped, new ExportedFrom(1, Instant.FromUtc(2026, 11, 22, 0, 0)))));

    [Theory]
    [InlineData("topics:", "exportedFrom: { revision: one, by: Anna }\ntopics:", "$.exportedFrom.createdAt is missing", "$.exportedFrom.revision is not", "$.exportedFrom.by is unknown")]
    [InlineData("kind: phone", "colour: red", "$.channels[0].kind is missing", "$.channels[0].colour is unknown")]
    [InlineData("kind: phone", "kind: telegraph", "$.channels[0].kind is none of")]
    [InlineData("individual: 10", "everyone: 10", "$.channels[0].priority.everyone is none of")]
    [InlineData("individual: 10", "individual: ten", "$.channels[0].priority.individual is not of type integer")]
    [InlineData("within: PT5M", "within: 5 minutes", "$.channels[0].answers[0].within does not match")]
    [InlineData("08:00-20:00", "08:00-25:00", "$.schedules[0].hours.workday[0] does not match")]
    [InlineData("topics:", "subjects:", "$.subjects is unknown")]
    public void A_mistake_does_not_conform(string right, string wrong, params string[] faults) => Assert.Collection(
        FaultsOf(TwoCatalogFiles.Files[0].Text.Replace(right, wrong)).Order(),
        [.. faults.Order().Select(expected => (Action<string>)(found => Assert.StartsWith(expected, found)))]);

    private static List<string> FaultsOf(string yaml) =>
        [.. JsonSchema.FaultsOf(new YamlText("catalog.yaml", new StringReader(yaml)).Root, Schema, document: Schema)];
}
