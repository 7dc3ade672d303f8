using System.Text.Json.Nodes;
using ContactsApi.Storage;
using ContactsApi.Tests.Support;

namespace ContactsApi.Tests.Contract;

/// <summary>What is sent and answered about corrections, against what the contract says.</summary>
public sealed class CorrectionSchemaTests(ContactsApp app) : IClassFixture<ContactsApp>
{
    private const string Least = """{ "channelId": "hotline", "element": "name", "because": "It is called otherwise" }""";
    private const string Whole = """{ "channelId": "hotline", "element": "hours", "statementId": "hours-3.1", "because": "It answers", "shouldBe": "always" }""";
    private const string Acceptance = """{ "revision": 1, "comment": { "ru": "Да.", "en": "Yes." } }""";
    private const string Rejection = """{ "reason": { "ru": "Нет.", "en": "No." } }""";

    /// <summary>The operation, the status, the number asked about (of one that is open, judged or none) and the body.</summary>
    public static TheoryData<string, int, string, string?> Answers => new()
    {
        { "sendCorrection", 201, "", Least },
        { "sendCorrection", 200, "", Whole },
        { "sendCorrection", 400, "", "{}" },
        { "getCorrection", 200, "open", null },
        { "getCorrection", 200, "judged", null },
        { "getCorrection", 400, "open?deeply=true", null },
        { "getCorrection", 404, "none", null },
        { "listCorrections", 200, "", null },
        { "listCorrections", 400, "?status=lost", null },
        { "getCorrectionCase", 200, "open", null },
        { "getCorrectionCase", 200, "judged", null },
        { "getCorrectionCase", 400, "open?deeply=true", null },
        { "getCorrectionCase", 404, "none", null },
        { "acceptCorrection", 200, "open", Acceptance },
        { "acceptCorrection", 400, "open", "{}" },
        { "acceptCorrection", 404, "none", Acceptance },
        { "acceptCorrection", 409, "judged", Acceptance },
        { "rejectCorrection", 200, "open", Rejection },
        { "rejectCorrection", 400, "open", "{}" },
        { "rejectCorrection", 404, "none", Rejection },
        { "rejectCorrection", 409, "judged", Rejection.Replace("Нет", "Нет же") },
    };

    [Theory]
    [MemberData(nameof(Answers))]
    public async Task An_answer_conforms(string operationId, int status, string number, string? body)
    {
        using var client = app.CreateClientWith(Scope.Steward);
        var open = Number(await client.PostAsync("/v1/corrections", Whole));
        var judged = Number(await client.PostAsync("/v1/corrections", Whole.Replace("always", "never")));
        await client.PostAsync($"/v1/admin/corrections/{judged}/reject", Rejection);
        var operation = PublishedContract.OperationOf(operationId);
        var (mediaType, schema) = operation.Body(status);
        var asked = number.Replace("open", open).Replace("judged", judged);

        var uri = operation.Path.Replace("{correctionNumber}", asked) + (number.StartsWith('?') ? number : "");
        var answer = body is null ? await client.AskAsync(uri, method: new HttpMethod(operation.Method)) : await client.PostAsync(uri, body);

        Assert.Equal((status, mediaType), ((int)answer.Status, answer.MediaType));
        Assert.Empty(JsonSchema.FaultsOf(answer.Body, schema!));
    }

    [Theory]
    [InlineData("sendCorrection", Least)]
    [InlineData("sendCorrection", Whole)]
    [InlineData("sendCorrection", """{ "channelId": "hotline", "element": "hours", "statementId": null, "because": "It answers", "shouldBe": null }""")]
    [InlineData("acceptCorrection", """{ "revision": 1 }""")]
    [InlineData("acceptCorrection", """{ "revision": 1, "comment": null }""")]
    [InlineData("acceptCorrection", Acceptance)]
    [InlineData("rejectCorrection", Rejection)]
    public void What_the_service_takes_the_contract_allows(string operationId, string body) =>
        Assert.Empty(JsonSchema.FaultsOf(Json.Parse(body), RequestSchema(operationId)));

    [Theory]
    [InlineData("sendCorrection", "{}", "$.channelId is missing", "$.element is missing", "$.because is missing")]
    [InlineData("sendCorrection", """{ "channelId": "x", "element": "x", "because": null, "more": 1 }""", "$.because is not", "$.element is none", "$.more is unknown")]
    [InlineData("acceptCorrection", """{ "comment": {} }""", "$.revision is missing", "$.comment fits not")]
    [InlineData("rejectCorrection", """{ "reason": null }""", "$.reason is not")]
    public void What_the_service_refuses_the_contract_forbids(string operationId, string body, params string[] faults)
    {
        var found = JsonSchema.FaultsOf(Json.Parse(body), RequestSchema(operationId)).ToList();

        Assert.All(faults, fault => Assert.Contains(found, one => one.StartsWith(fault, StringComparison.Ordinal)));
    }

    private static string Number(Answer sent) => sent.Body["number"].Text()!;

    private static JsonNode RequestSchema(string operationId) =>
        PublishedContract.OperationOf(operationId).Definition["requestBody"]!["content"]!["application/json"]!["schema"]!;
}
