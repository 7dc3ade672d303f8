using System.Text.Json.Nodes;
using ContactsApi.Features.Admin;
using ContactsApi.Hosting.Bodies;
using ContactsApi.Storage;
using ContactsApi.Tests.Support;

namespace ContactsApi.Tests.Contract;

/// <summary>Every answer that the contract promises of the routes that edit, asked for and compared with it.</summary>
public sealed class EditingSchemaTests(ContactsApp app) : IClassFixture<ContactsApp>
{
    private readonly HttpClient client = app.CreateClientWith(Scope.Steward);

    public static IEnumerable<Operation> Operations => PublishedContract.Operations.Where(IsEditing);

    public static TheoryData<string, int> Answers =>
    [
        .. from operation in Operations
           from status in operation.Responses.Keys
           where status < 500 && !ResponseSchemaTests.OfEveryRoute.Contains(status)
           select new TheoryDataRow<string, int>(operation.Id!, status),
    ];

    public static bool IsEditing(Operation operation) => operation.Definition["tags"]![0].Text() == "Editing";

    [Theory]
    [MemberData(nameof(Answers))]
    public async Task An_answer_conforms(string operationId, int status)
    {
        await client.CreateAsync("/v1/admin/overrides/hotline-new-year", EditingExamples.Override);
        await client.CreateAsync("/v1/admin/incidents/hotline-2026-11-22", EditingExamples.Incident);
        await client.CreateAsync("/v1/admin/offices/spb-nevsky", EditingExamples.Office);
        var operation = PublishedContract.OperationOf(operationId);

        var answer = await RequestAsync(operation, status);

        var (mediaType, schema) = operation.Body(status);
        Assert.Equal((status, mediaType), ((int)answer.Status, answer.MediaType));
        Assert.Empty(JsonSchema.FaultsOf(answer.Body, schema!));
        Assert.Equal(operation.Responses[status]["headers"]?["ETag"] is not null && operation.Method != "delete" && status is 200 or 201, answer.Tag() is not null && status < 400);
    }

    [Fact]
    public async Task A_body_that_conforms_to_the_contract_is_what_is_read()
    {
        foreach (var operation in Operations.Where(operation => operation.Method == "put"))
        {
            var body = operation.Definition["requestBody"]!["content"]![BodyContract.Json]!;
            Assert.Empty(JsonSchema.FaultsOf(body["example"], body["schema"]!));
            Assert.NotEmpty(JsonSchema.FaultsOf(JsonNode.Parse("""{ "colour": "red" }"""), body["schema"]!));
            var current = await client.AskAsync(UriOf(operation));
            if ((int)current.Status == 200)
                Assert.Empty(JsonSchema.FaultsOf(current.Body, body["schema"]!));
        }
    }

    private async Task<Answer> RequestAsync(Operation operation, int status)
    {
        var uri = UriOf(operation);
        var body = operation.BodyExamples.Values.FirstOrDefault()?.DeepClone();
        var method = operation.Method.ToUpperInvariant();
        switch (status)
        {
            case 200 when method == "PUT":
                body = (await client.AskAsync(uri)).Body;
                break;
            case 200 when operation.Id == "announceIncident":
                await client.WriteAsync("POST", uri, body!.ToJsonString());
                break;
            case 200 when method == "DELETE":
                var put = PublishedContract.OperationOf(operation.Id!.Replace("delete", "put", StringComparison.Ordinal));
                uri = (await CreateAsync(uri, put.BodyExamples.Values.Single()!, "2031")).Response.Headers.Location!.ToString();
                break;
            case 201 when method == "PUT":
                return await CreateAsync(uri, body!, "2032");
            case 201:
                body!["reason"]!["en"] = "Another outage";
                break;
            case 400:
                uri += "?colour=red";
                break;
            case 404 when operation.Id == "rollBack":
                uri = "/v1/admin/revisions/999/rollback";
                break;
            case 404 when method == "PUT":
                uri = uri.Replace("/hotline/", "/pigeon/");
                break;
            case 404:
                uri = $"{uri[..uri.LastIndexOf('/')]}/pigeon";
                break;
            case 409 when operation.Id == "rollBack":
                var chat = (await client.AskAsync("/v1/admin/channels/portal-chat")).Body;
                chat["id"] = "another-chat";
                await client.CreateAsync("/v1/admin/channels/another-chat", chat.ToJsonString());
                var outage = await client.WriteAsync("POST", "/v1/admin/incidents", EditingExamples.Announcement.Replace("hotline", "another-chat"));
                var refused = await client.WriteAsync(method, uri, match: "*");
                // Else it would be in the way of all others that go back.
                await client.WriteAsync("DELETE", outage.Response.Headers.Location!.ToString(), match: "*");
                return refused;
            case 409:
                uri = uri.Replace("/hotline", "/portal-chat").Replace("/H-0820", "/H-0820W").Replace("/sms-code", "/e-signature");
                break;
            case 422:
                return await client.WriteAsync(method, uri, """{ "colour": "red" }""", "*");
        }

        return await client.WriteAsync(method, uri, body?.ToJsonString(), status switch { 412 => "\"999\"", 428 => null, _ => "*" });
    }

    /// <summary>Something new, made like the example, to which nothing refers.</summary>
    /// <param name="id">A year, so that it fits everywhere but where a federal subject is needed: of those one that has no holidays of its own.</param>
    private Task<Answer> CreateAsync(string uri, JsonNode example, string id)
    {
        var item = example.DeepClone().AsObject();
        if (item.ContainsKey("year"))
            (item["year"], item["days"]) = (int.Parse(id, null), new JsonArray());
        else if (item.ContainsKey("law"))
            item["code"] = id = id == "2031" ? "RU-AMU" : "RU-KGD";
        else
            item[item.ContainsKey("code") ? "code" : "id"] = id;
        if (item.ContainsKey("from"))
            (item["from"], item["to"]) = ($"{id}-03-01", $"{id}-03-02");
        return client.CreateAsync($"{uri[..uri.LastIndexOf('/')]}/{id}", item.ToJsonString());
    }

    /// <summary>Of what is there: what GET shows.</summary>
    private static string UriOf(Operation operation) =>
        (PublishedContract.Operations.FirstOrDefault(other => other.Path == operation.Path && other.Method == "get") ?? operation).Parameters
        .Where(parameter => parameter["in"].Text() == "path")
        .Aggregate(operation.Path, (path, parameter) => path.Replace($"{{{parameter["name"].Text()}}}", parameter["example"].Text()));
}
