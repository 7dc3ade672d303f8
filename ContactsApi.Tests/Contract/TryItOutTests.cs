using System.Text.Json.Nodes;
using ContactsApi.Storage;
using ContactsApi.Tests.Support;

namespace ContactsApi.Tests.Contract;

/// <summary>"Try it out", "Execute": what the contract fills in works as it stands, and a write that is tried out writes nothing.</summary>
public sealed class TryItOutTests : IDisposable
{
    private const string Secret = "a-secret_of-the-bot";

    /// <summary>What has to be there before an operation can find it, why it is not, and how it comes about; nothing needs more.</summary>
    private static readonly Dictionary<string, Func<TryItOutTests, Task<Dictionary<string, string>>>> Beforehand = new()
    {
        // No office, override or incident ships with the service.
        ["getEditableOffice"] = Put("putOffice"),
        ["patchOffice"] = Put("putOffice"),
        ["deleteOffice"] = Put("putOffice"),
        ["getEditableOverride"] = Put("putOverride"),
        ["patchOverride"] = Put("putOverride"),
        ["deleteOverride"] = Put("putOverride"),
        ["getEditableIncident"] = Put("putIncident"),
        ["patchIncident"] = Put("putIncident"),
        ["deleteIncident"] = Put("putIncident"),
        // Channels refer to every schedule that ships, so that only a new one can be removed.
        ["deleteSchedule"] = Put("putSchedule"),
        // The service makes the ids of keys and the numbers of corrections, so that no example of one works anywhere.
        ["rotateKey"] = Made("createKey", "keyId", made => made["key"]!["id"]),
        ["revokeKey"] = Made("createKey", "keyId", made => made["key"]!["id"]),
        ["getCorrection"] = Made("sendCorrection", "correctionNumber", made => made["number"]),
        ["getCorrectionCase"] = Made("sendCorrection", "correctionNumber", made => made["number"]),
        ["acceptCorrection"] = Made("sendCorrection", "correctionNumber", made => made["number"]),
        ["rejectCorrection"] = Made("sendCorrection", "correctionNumber", made => made["number"]),
        ["getWebhook"] = Made("createWebhook", "webhookId", made => made["webhook"]!["id"]),
        ["deleteWebhook"] = Made("createWebhook", "webhookId", made => made["webhook"]!["id"]),
        ["disableWebhook"] = Made("createWebhook", "webhookId", made => made["webhook"]!["id"]),
        ["enableWebhook"] = Made("createWebhook", "webhookId", made => made["webhook"]!["id"]),
        ["pingWebhook"] = Made("createWebhook", "webhookId", made => made["webhook"]!["id"]),
        ["replayWebhook"] = Made("createWebhook", "webhookId", made => made["webhook"]!["id"]),
        ["rotateWebhook"] = Made("createWebhook", "webhookId", made => made["webhook"]!["id"]),
        // There is no bot until its operator gives it a secret, which nobody else may know.
        ["answerTelegram"] = _ => Task.FromResult(new Dictionary<string, string> { ["X-Telegram-Bot-Api-Secret-Token"] = Secret }),
    };

    private readonly ContactsApp app = new() { Settings = new Dictionary<string, string> { ["Telegram:Secret"] = Secret } };
    private readonly HttpClient client;

    public TryItOutTests() => client = app.CreateClientWith(Scope.Admin);

    /// <summary>Every operation, with each example of its body.</summary>
    public static TheoryData<string, string?> Requests =>
    [
        .. from operation in PublishedContract.Operations
           from example in operation.BodyExamples.Keys.DefaultIfEmpty(null)
           select new TheoryDataRow<string, string?>(operation.Id!, example),
    ];

    [Theory]
    [MemberData(nameof(Requests))]
    public async Task What_is_filled_in_is_answered_and_changes_no_catalog(string operationId, string? example)
    {
        var values = Beforehand.TryGetValue(operationId, out var prepare) ? await prepare(this) : [];
        var request = new PrefilledRequest(PublishedContract.OperationOf(operationId), example) { Values = values };
        var revision = app.Snapshot.Revision;

        var (status, text) = await PrefilledRequest.SendAsync(client, request.ToMessage());

        Assert.Empty(request.Missing);
        Assert.True(status is >= 200 and < 300, $"{status}: {text}");
        Assert.Equal(revision, app.Snapshot.Revision);
    }

    [Fact]
    public void Only_what_cannot_be_known_beforehand_is_left_to_the_caller() => Assert.Equal(
        ["X-Telegram-Bot-Api-Secret-Token", "correctionNumber", "keyId", "webhookId"],
        PublishedContract.Operations.SelectMany(operation => new PrefilledRequest(operation).Missing).Distinct().Order(StringComparer.Ordinal));

    [Fact]
    public async Task Nothing_is_prepared_that_is_not_needed()
    {
        foreach (var request in Beforehand.Keys.Select(id => new PrefilledRequest(PublishedContract.OperationOf(id))))
        {
            var made = request with { Values = request.Missing.ToDictionary(name => name, _ => "none") };
            Assert.InRange((await PrefilledRequest.SendAsync(client, made.ToMessage())).Status, 400, 404);
        }
    }

    /// <summary>A write that is tried out is a dry run, so that nobody changes the catalog by looking at how it is done.</summary>
    [Fact]
    public void An_example_stands_where_a_request_needs_a_parameter_and_where_it_keeps_it_from_writing() => Assert.All(
        from operation in PublishedContract.Operations
        from parameter in operation.Parameters
        where parameter["example"] is not null && parameter["required"]?.GetValue<bool>() != true
        select (Name: parameter["name"].Text(), Example: $"{parameter["example"]}"),
        example => Assert.Equal(("dryRun", "true"), example));

    public void Dispose()
    {
        client.Dispose();
        app.Dispose();
    }

    /// <summary>What a PUT shows is put in earnest.</summary>
    private static Func<TryItOutTests, Task<Dictionary<string, string>>> Put(string operationId) => async test =>
    {
        await test.MakeAsync(operationId, new() { ["dryRun"] = "false", ["If-None-Match"] = "*" });
        return [];
    };

    private static Func<TryItOutTests, Task<Dictionary<string, string>>> Made(string operationId, string parameter, Func<JsonNode, JsonNode?> named) =>
        async test => new() { [parameter] = named(await test.MakeAsync(operationId, [])).Text()! };

    private async Task<JsonNode> MakeAsync(string operationId, Dictionary<string, string> values)
    {
        var request = new PrefilledRequest(PublishedContract.OperationOf(operationId)) { Values = values };
        var (status, text) = await PrefilledRequest.SendAsync(client, request.ToMessage());
        Assert.True(status == 201, $"{operationId}: {status} {text}");
        return Json.Parse(text);
    }
}
