using System.Text;
using System.Text.Json.Nodes;
using ContactsApi.Hosting;
using ContactsApi.Hosting.OpenApi;
using ContactsApi.Tests.Support;

namespace ContactsApi.Tests.Contract;

public sealed class OpenApiTests(ContactsApp app) : IClassFixture<ContactsApp>
{
    public static TheoryData<Operation> Operations => [.. PublishedContract.Operations];

    [Fact]
    public async Task The_committed_document_is_what_the_endpoints_say()
    {
        var generated = await OpenApiDocuments.GenerateAsync(app.Services);

        Assert.True(
            PublishedContract.Bytes.AsSpan().SequenceEqual(Encoding.UTF8.GetBytes(generated)),
            "openapi.yaml is out of date. Run: dotnet run --project ContactsApi -- openapi > openapi.yaml");
    }

    [Fact]
    public async Task The_served_document_is_the_committed_one()
    {
        var response = await app.CreateClient().GetAsync("/openapi.yaml", TestContext.Current.CancellationToken);

        Assert.Equal("application/yaml", response.Content.Headers.ContentType?.MediaType);
        Assert.Equal(PublishedContract.Bytes, await response.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
    }

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
                Assert.NotNull(operation.Body(response.Key).Schema);
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
        Assert.Empty(PathsOf(PublishedContract.Document, "$", node => node is JsonObject schema && schema["properties"] is JsonObject)
            .Except(PublishedContract.Document["components"]!["schemas"]!.AsObject().Select(schema => $"$.components.schemas.{schema.Key}")));

    private static IEnumerable<string> PathsOf(JsonNode? node, string path, Func<JsonNode?, bool> wanted) => (node switch
    {
        JsonObject members => members.SelectMany(member => PathsOf(member.Value, $"{path}.{member.Key}", wanted)),
        JsonArray items => items.SelectMany((item, i) => PathsOf(item, $"{path}[{i}]", wanted)),
        _ => [],
    }).Concat(wanted(node) ? [path] : []);
}
