using System.Text.Json.Nodes;
using ContactsApi.Storage;
using ContactsApi.Tests.Support;

namespace ContactsApi.Tests.Contract;

/// <summary>What is sent and answered about webhooks, against what the contract says.</summary>
public sealed class WebhookSchemaTests(ContactsApp app) : IClassFixture<ContactsApp>
{
    private const string Hooks = "/v1/admin/webhooks";
    private const string Hook = """{ "url": "https://example.org/hook", "events": ["revision.created"] }""";

    /// <summary>The operation, the status, what is asked about (the webhook that there is, or none) and the body.</summary>
    public static TheoryData<string, int, string, string?> Answers => new()
    {
        { "listWebhooks", 200, "", null },
        { "listWebhooks", 400, "?colour=red", null },
        { "createWebhook", 201, "", Hook },
        { "createWebhook", 400, "", """{ "url": "http://127.0.0.1/hook", "events": ["revision.created"] }""" },
        { "createWebhook", 409, "full", Hook },
        { "getWebhook", 200, "made", null },
        { "getWebhook", 400, "made?colour=red", null },
        { "getWebhook", 404, "none", null },
        { "deleteWebhook", 204, "made", null },
        { "deleteWebhook", 400, "made?colour=red", null },
        { "deleteWebhook", 404, "none", null },
        { "disableWebhook", 200, "made", null },
        { "disableWebhook", 400, "made?colour=red", null },
        { "disableWebhook", 404, "none", null },
        { "enableWebhook", 200, "made", null },
        { "enableWebhook", 400, "made?colour=red", null },
        { "enableWebhook", 404, "none", null },
        { "pingWebhook", 200, "made", null },
        { "pingWebhook", 400, "made?colour=red", null },
        { "pingWebhook", 404, "none", null },
        { "replayWebhook", 200, "made", """{ "after": 0 }""" },
        { "replayWebhook", 400, "made", """{ "after": "soon" }""" },
        { "replayWebhook", 404, "none", """{ "after": 0 }""" },
        { "rotateWebhook", 200, "made", null },
        { "rotateWebhook", 400, "made?grace=soon", null },
        { "rotateWebhook", 404, "none", null },
    };

    [Theory]
    [MemberData(nameof(Answers))]
    public async Task An_answer_conforms(string operationId, int status, string asked, string? body)
    {
        using var client = app.CreateClientWith(Scope.Read);
        var made = JsonNode.Parse((await client.PostAsync(Hooks, Hook)).Text)!["webhook"]!["id"].Text()!;
        for (var i = 0; asked == "full" && (int)(await client.PostAsync(Hooks, Hook)).Status == 201; i++)
            Assert.InRange(i, 0, 100);
        var operation = PublishedContract.OperationOf(operationId);

        var query = asked.Contains('?', StringComparison.Ordinal) ? asked[asked.IndexOf('?', StringComparison.Ordinal)..] : "";
        var uri = operation.Path.Replace("{webhookId}", asked.StartsWith("made", StringComparison.Ordinal) ? made : "none") + query;
        var answer = body is null ? await client.AskAsync(uri, method: new HttpMethod(operation.Method)) : await client.PostAsync(uri, body);

        Assert.Equal(status, (int)answer.Status);
        if (status == 204)
            return;
        var (mediaType, schema) = operation.Body(status);
        Assert.Equal(mediaType, answer.MediaType);
        Assert.Empty(JsonSchema.FaultsOf(answer.Body, schema!));
    }
}
