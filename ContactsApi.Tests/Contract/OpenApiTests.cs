using System.Text;
using System.Text.Json.Nodes;
using ContactsApi.Core;
using ContactsApi.Core.Hours;
using ContactsApi.Hosting;
using ContactsApi.Hosting.OpenApi;
using ContactsApi.Serialization;
using ContactsApi.Tests.Support;

namespace ContactsApi.Tests.Contract;

public sealed class OpenApiTests(ContactsApp app) : IClassFixture<ContactsApp>
{
    private static readonly string[] SharedKinds = ["parameters", "headers", "responses"];

    public static TheoryData<ContractFile> Files => [.. PublishedContract.Files];

    public static TheoryData<Operation> Operations => [.. PublishedContract.Operations];

    [Theory]
    [MemberData(nameof(Files))]
    public async Task A_committed_document_is_what_the_endpoints_say(ContractFile file)
    {
        var generated = await OpenApiDocuments.GenerateAsync(app.Services, file.Document);

        Assert.True(
            file.Bytes.AsSpan().SequenceEqual(Encoding.UTF8.GetBytes(generated)),
            $"{file} is out of date. Run: dotnet run --project ContactsApi -- {(file.Document == PublishedDocument.Admin ? "openapi admin" : "openapi")} > {file}");
    }

    [Theory]
    [MemberData(nameof(Files))]
    public async Task A_served_document_is_the_committed_one_in_json_too(ContractFile file)
    {
        var yaml = await app.CreateClient().GetAsync($"/{file}", TestContext.Current.CancellationToken);
        var json = await app.CreateClient().GetAsync($"/{file}".Replace(".yaml", ".json"), TestContext.Current.CancellationToken);

        Assert.Equal("application/yaml", yaml.Content.Headers.ContentType?.MediaType);
        Assert.Equal(file.Bytes, await yaml.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
        Assert.Equal("application/json", json.Content.Headers.ContentType?.MediaType);
        Assert.True(JsonNode.DeepEquals(file.Root, Json.Parse(await json.Content.ReadAsStringAsync(TestContext.Current.CancellationToken))));
    }

    [Fact]
    public void What_needs_a_key_is_in_the_document_for_stewards_and_nothing_else_is() => Assert.All(
        PublishedContract.Files,
        file => Assert.All(file.Operations, operation => Assert.Equal(file.Document == PublishedDocument.Admin, operation.Path.StartsWith("/v1/admin", StringComparison.Ordinal))));

    [Fact]
    public void The_document_for_partners_can_be_read_through()
    {
        var file = PublishedContract.FileOf(PublishedDocument.Public);

        Assert.InRange(file.Bytes.Count(one => one == '\n'), 1000, 4000);
        Assert.InRange(file.Bytes.Length, 50_000, 150_000);
    }

    /// <summary>What operations say alike is said once, among the components.</summary>
    [Theory]
    [MemberData(nameof(Files))]
    public void No_parameter_header_or_refusal_is_written_out_twice(ContractFile file)
    {
        var operations = file.Root["paths"]!.AsObject().SelectMany(path => path.Value!.AsObject()).Select(operation => operation.Value!).ToList();
        var responses = operations.SelectMany(operation => operation["responses"]!.AsObject()).ToList();
        var written = operations.SelectMany(operation => operation["parameters"]!.AsArray())
            .Concat(responses.SelectMany(response => response.Value!["headers"]?.AsObject().Select(header => header.Value) ?? []))
            .Concat(responses.Where(response => response.Key[0] != '2').Select(response => response.Value))
            .Where(part => part!["$ref"] is null)
            .Select(part => part!.ToJsonString()).ToList();

        var shared = SharedKinds.SelectMany(kind => file.Root["components"]![kind]!.AsObject()).Select(part => part.Value!.ToJsonString());

        Assert.Equal([], written.Concat(shared).GroupBy(part => part).Where(alike => alike.Count() > 1).Select(alike => alike.Key));
    }

    [Fact]
    public void Both_documents_mean_the_same_by_the_name_of_a_schema()
    {
        var (partners, stewards) = (PublishedContract.FileOf(PublishedDocument.Public).Schemas, PublishedContract.FileOf(PublishedDocument.Admin).Schemas);
        var both = partners.Select(schema => schema.Key).Intersect(stewards.Select(schema => schema.Key)).ToList();

        Assert.Contains(nameof(ProblemResponse), both);
        Assert.All(both, name => Assert.Equal($"{partners[name]}", $"{stewards[name]}"));
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void Operations_stand_in_the_order_of_their_tags(ContractFile file)
    {
        var tags = file.Root["tags"]!.AsArray().Select(tag => tag!["name"].Text()).ToList();

        Assert.Equal(tags, file.Operations.Select(operation => operation.Definition["tags"]![0].Text()).Distinct());
    }

    [Fact]
    public void Before_the_first_operation_partners_learn_what_they_meet_everywhere() => Assert.All(
        Enum.GetValues<Segment>().Select(EnumNames<Segment>.Of).Concat(Enum.GetValues<HoursState>().Select(EnumNames<HoursState>.Of)).Concat(
            ["Accept-Language", "Cache-Control", "ETag", "no-store", "RateLimit", "Retry-After", "RFC 9457", "Deprecation", "RFC 9745", "Sunset", "RFC 8594", "may change without notice"]),
        word => Assert.Contains(word, PublishedContract.FileOf(PublishedDocument.Public).Root["info"]!["description"].Text()));

    [Theory]
    [MemberData(nameof(Operations))]
    public void An_operation_is_named_and_explained(Operation operation)
    {
        Assert.Single(PublishedContract.Operations, other => other.Id == operation.Id);
        Assert.All(["operationId", "summary", "description"], property => Assert.NotEmpty(operation.Definition[property].Text()!));
    }

    [Theory]
    [MemberData(nameof(Operations))]
    public void Every_parameter_of_an_operation_is_explained_and_its_example_fits(Operation operation) =>
        Assert.All(operation.Parameters, parameter =>
        {
            Assert.NotEmpty(parameter["description"].Text()!);
            Assert.Empty(parameter["example"] is { } example ? JsonSchema.FaultsOf(example, parameter["schema"]!) : []);
        });

    [Theory]
    [MemberData(nameof(Operations))]
    public void Every_answer_of_an_operation_has_a_schema_save_those_without_a_body(Operation operation) =>
        Assert.All(operation.Responses, response =>
        {
            if (response.Key is 204 or 304)
                Assert.Null(response.Value["content"]);
            else
                Assert.All(operation.Bodies(response.Key), body => Assert.NotNull(body.Value));
        });

    [Theory]
    [MemberData(nameof(Operations))]
    public void An_operation_refuses_and_fails_as_a_problem(Operation operation)
    {
        Assert.Contains(operation.Responses.Keys, status => status is >= 400 and < 500);
        Assert.Contains(500, operation.Responses.Keys);
        Assert.All(operation.Responses.Keys.Where(status => status is >= 400 and <= 500), status =>
        {
            var (mediaType, schema) = operation.Body(status);
            Assert.Equal(ProblemResponse.ContentType, mediaType);
            Assert.EndsWith($"/{nameof(ProblemResponse)}", schema!["$ref"].Text());
        });
    }

    [Fact]
    public void Every_object_has_a_name() =>
        Assert.All(PublishedContract.Files, file => Assert.Empty(
            PathsOf(file.Root, "$", node => node is JsonObject schema && schema["properties"] is JsonObject)
                .Except(file.Schemas.Select(schema => $"$.components.schemas.{schema.Key}"))));

    private static IEnumerable<string> PathsOf(JsonNode? node, string path, Func<JsonNode?, bool> wanted) => (node switch
    {
        JsonObject members => members.SelectMany(member => PathsOf(member.Value, $"{path}.{member.Key}", wanted)),
        JsonArray items => items.SelectMany((item, i) => PathsOf(item, $"{path}[{i}]", wanted)),
        _ => [],
    }).Concat(wanted(node) ? [path] : []);
}
