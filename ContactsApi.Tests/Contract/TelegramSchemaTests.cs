using ContactsApi.Tests.Support;

namespace ContactsApi.Tests.Contract;

/// <summary>What Telegram is answered, against what the contract says.</summary>
public sealed class TelegramSchemaTests
{
    private const string Operation = "answerTelegram";
    private const string Secret = "a-secret_of-the-bot";

    /// <summary>The operation, the status, the secret in the settings and the update.</summary>
    public static TheoryData<string, int, string, string> Answers => new()
    {
        { Operation, 200, Secret, """{ "message": { "chat": { "id": 1, "type": "private" }, "text": "/phone" } }""" },
        { Operation, 204, Secret, """{ "poll": {} }""" },
        { Operation, 400, Secret, """{ "message": 1 }""" },
        { Operation, 404, "", "{}" },
    };

    [Theory]
    [MemberData(nameof(Answers))]
    public async Task An_answer_conforms(string operationId, int status, string secret, string update)
    {
        await using var app = new ContactsApp { Settings = new Dictionary<string, string> { ["Telegram:Secret"] = secret } };
        using var telegram = app.CreateClient();
        telegram.DefaultRequestHeaders.Add("X-Telegram-Bot-Api-Secret-Token", Secret);
        var operation = PublishedContract.OperationOf(operationId);

        var answer = await telegram.PostAsync(operation.Path, update);

        Assert.Equal(status, (int)answer.Status);
        if (status == 204)
        {
            Assert.Empty(answer.Text);
            return;
        }

        var (mediaType, schema) = operation.Body(status);
        Assert.Equal(mediaType, answer.MediaType);
        Assert.Empty(JsonSchema.FaultsOf(answer.Body, schema!));
    }
}
