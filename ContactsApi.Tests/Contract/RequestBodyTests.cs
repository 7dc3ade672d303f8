using ContactsApi.Hosting.Bodies;
using ContactsApi.Storage;
using ContactsApi.Tests.Support;

namespace ContactsApi.Tests.Contract;

/// <summary>What is refused as a body at all, asked of every operation that takes one: one that is new cannot be forgotten.</summary>
public sealed class RequestBodyTests : IDisposable
{
    private const string Secret = "a-secret_of-the-bot";

    private readonly ContactsApp app = new() { Settings = new Dictionary<string, string> { ["Telegram:Secret"] = Secret } };
    private readonly HttpClient client;

    public RequestBodyTests()
    {
        client = app.CreateClientWith(Scope.Admin);
        client.DefaultRequestHeaders.Add("X-Telegram-Bot-Api-Secret-Token", Secret);
    }

    public static TheoryData<Operation> All => [.. PublishedContract.Operations.Where(operation => operation.RequestType is not null)];

    [Theory]
    [MemberData(nameof(All))]
    public async Task One_of_another_type_is_refused(Operation operation) =>
        AssertRefused(operation, 415, "unsupported-media-type", await SendAsync(operation, "{}", "text/plain"));

    [Theory]
    [MemberData(nameof(All))]
    public async Task One_that_is_too_long_is_refused(Operation operation) =>
        AssertRefused(operation, 413, "body-too-large", await SendAsync(operation, new string(' ', BodyContract.ElementBytes + 1)));

    [Theory]
    [MemberData(nameof(All))]
    public async Task One_that_is_no_json_is_refused(Operation operation)
    {
        var answer = await SendAsync(operation, "{");

        AssertRefused(operation, 400, "invalid-parameters", answer);
        Assert.Equal(["body"], answer.Blamed);
    }

    [Fact]
    public void Those_that_take_one_are_those_that_may_refuse_it() =>
        Assert.All(PublishedContract.Operations, operation => Assert.Equal(
            operation.RequestType is null ? [] : [413, 415], operation.Responses.Keys.Where(status => status is 413 or 415)));

    public void Dispose()
    {
        client.Dispose();
        app.Dispose();
    }

    private static void AssertRefused(Operation operation, int status, string code, Answer answer)
    {
        var (mediaType, schema) = operation.Body(status);
        Assert.Equal((status, mediaType), ((int)answer.Status, answer.MediaType));
        Assert.Equal(code, answer.Code());
        Assert.Empty(JsonSchema.FaultsOf(answer.Body, schema!));
    }

    private Task<Answer> SendAsync(Operation operation, string body, string? contentType = null) =>
        client.WriteAsync(operation.Method.ToUpperInvariant(), operation.AnyUri, body, match: "*", contentType: contentType ?? operation.RequestType);
}
