using System.Text.Json.Nodes;
using ContactsApi.Core.Hours;
using ContactsApi.Tests.Support;
using NodaTime.Extensions;

namespace ContactsApi.Tests.Contract;

/// <summary>What is told of many questions and of changes, against what the contract says.</summary>
public sealed class ChangesSchemaTests : IDisposable
{
    private const string Questions =
        """{ "questions": [{ "id": "a", "segment": "individual", "need": ["voice"], "exclude": ["hotline"], "urgent": true, "at": null }, { "segment": "abroad" }] }""";

    private readonly ContactsApp app = new();

    /// <summary>The operation, the status and what is sent.</summary>
    public static TheoryData<string, int, string> Answers => new()
    {
        { "getBestChannels", 200, Questions },
        { "getBestChannels", 200, """{ "questions": [{ "segment": "nobody", "topic": "fishing" }] }""" },
        { "getBestChannels", 200, """{ "questions": [{ "id": "a", "segment": "individual", "view": "short" }, { "segment": "abroad", "view": "full" }] }""" },
        { "getBestChannels", 400, "{}" },
        { "streamBestChannel", 200, "?segment=individual" },
        { "streamBestChannel", 400, "" },
    };

    [Theory]
    [MemberData(nameof(Answers))]
    public async Task An_answer_conforms(string operationId, int status, string sent)
    {
        using var client = app.CreateClient();
        var operation = PublishedContract.OperationOf(operationId);
        var (mediaType, schema) = operation.Body(status);
        if (mediaType == "text/event-stream")
        {
            using var stream = await EventReader.OpenAsync(client, operation.Path + sent);
            Assert.Equal((status, mediaType), ((int)stream.Response.StatusCode, stream.Response.Content.Headers.ContentType?.MediaType));
            return;
        }

        var answer = operation.Method == "get" ? await client.AskAsync(operation.Path + sent) : await client.PostAsync(operation.Path, sent);
        Assert.Equal((status, mediaType), ((int)answer.Status, answer.MediaType));
        Assert.Empty(JsonSchema.FaultsOf(answer.Body, schema!));
    }

    [Theory]
    [InlineData("", "BestChannelResponse")]
    [InlineData("&view=short", "ShortBestChannelResponse")]
    public async Task The_events_of_a_stream_conform(string view, string answer)
    {
        using var stream = await EventReader.OpenAsync(app.CreateClient(), $"/v1/stream?segment=individual{view}");
        var first = await stream.NextAsync();
        app.Change(catalog => catalog with { Incidents = [new Incident("i", "portal-chat", app.Time.GetUtcNow().ToInstant(), null, Domain.Reason)] });

        foreach (var (type, schema, found) in new[]
        {
            ("best-channel", answer, first), ("transition", "TransitionResponse", await stream.NextAsync()), ("best-channel", answer, await stream.NextAsync()),
        })
        {
            Assert.Equal(type, found.Type);
            Assert.Empty(JsonSchema.FaultsOf(found.Body, Schema(schema)));
        }
    }

    [Fact]
    public void What_the_service_takes_the_contract_allows() => Assert.Empty(JsonSchema.FaultsOf(
        Json.Parse(Questions),
        PublishedContract.OperationOf("getBestChannels").Definition["requestBody"]!["content"]!["application/json"]!["schema"]!));

    public void Dispose() => app.Dispose();

    private static JsonNode Schema(string name) => PublishedContract.Schema(name);
}
