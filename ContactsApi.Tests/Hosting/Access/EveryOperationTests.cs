using System.Net;
using System.Text.RegularExpressions;
using ContactsApi.Hosting.Access;
using ContactsApi.Storage;
using ContactsApi.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace ContactsApi.Tests.Hosting.Access;

/// <summary>Who is let in, asked of every operation that the contract has: one that is new cannot be forgotten.</summary>
public sealed partial class EveryOperationTests(ContactsApp app) : IClassFixture<ContactsApp>
{
    public static TheoryData<Operation> Admin => [.. PublishedContract.Operations.Where(IsAdmin)];

    public static TheoryData<Operation> All => [.. PublishedContract.Operations];

    public static TheoryData<Operation> Limited => [.. PublishedContract.Operations.Where(operation => operation.Responses.ContainsKey(429))];

    [Theory]
    [MemberData(nameof(Admin))]
    public async Task An_admin_operation_needs_a_key(Operation operation) =>
        await AssertRefusedAsync(operation, 401, "key-missing", app.CreateClient());

    [Theory]
    [MemberData(nameof(All))]
    public async Task A_wrong_key_is_refused_everywhere(Operation operation)
    {
        await AssertRefusedAsync(operation, 401, "key-invalid", app.CreateClient().With(KeyText.New(KeyText.NewId())));
        await AssertRefusedAsync(operation, 401, "key-invalid", app.CreateClient().With(KeyText.New(app.KeyOf(Scope.Admin).Key.Id)));
        await AssertRefusedAsync(operation, 401, "key-invalid", app.CreateClient().With("secret"));
    }

    [Theory]
    [MemberData(nameof(All))]
    public async Task A_revoked_key_is_refused_everywhere(Operation operation)
    {
        var issued = app.KeyOf(Scope.Admin);
        app.Services.GetRequiredService<ApiKeys>().Revoke(issued.Key.Id, new Origin("a test"));

        await AssertRefusedAsync(operation, 401, "key-invalid", app.CreateClient().With(issued.Text));
    }

    [Theory]
    [MemberData(nameof(Admin))]
    public async Task A_key_of_too_small_a_scope_is_refused(Operation operation)
    {
        var needed = ScopeOf(operation);

        // Whoever holds a key has webhooks of its own.
        Assert.Equal(operation.Path.StartsWith("/v1/admin/webhooks", StringComparison.Ordinal), needed == Scope.Read);
        foreach (var scope in Enum.GetValues<Scope>().Where(scope => scope < needed))
            await AssertRefusedAsync(operation, 403, "scope-too-small", app.CreateClientWith(scope));
        Assert.False((await SendAsync(operation, app.CreateClientWith(needed))).Status is HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden);
    }

    [Fact]
    public void What_is_no_admin_operation_needs_no_key() =>
        Assert.All(PublishedContract.Operations.Where(operation => !IsAdmin(operation)), operation =>
            Assert.Contains(operation.Definition["security"]!.AsArray(), way => way!.AsObject().Count == 0));

    [Fact]
    public void Every_operation_is_limited_save_those_that_no_caller_asks() =>
        Assert.Equal(
            ["/health/live", "/health/ready", "/v1/bots/telegram"],
            PublishedContract.Operations.Where(operation => !operation.Responses.ContainsKey(429)).Select(operation => operation.Path).Order());

    [Theory]
    [MemberData(nameof(Limited))]
    public async Task An_operation_refuses_too_many_requests_as_the_contract_says(Operation operation)
    {
        await using var limited = app.WithWebHostBuilder(host => host.UseSetting("Limits:AddressPerMinute", "1"));
        var client = limited.CreateClient();
        await client.AskAsync("/v1/channels");

        AssertConforms(operation, 429, "too-many-requests", await SendAsync(operation, client));
    }

    private async Task AssertRefusedAsync(Operation operation, int status, string code, HttpClient client)
    {
        var before = Writes();
        AssertConforms(operation, status, code, await SendAsync(operation, client));
        Assert.Equal(before, Writes());
    }

    private static void AssertConforms(Operation operation, int status, string code, Answer answer)
    {
        var (mediaType, schema) = operation.Body(status);
        Assert.Equal((status, mediaType), ((int)answer.Status, answer.MediaType));
        Assert.Equal(code, answer.Body["code"].Text());
        Assert.Empty(JsonSchema.FaultsOf(answer.Body, schema!));
    }

    private long Writes() =>
        app.Services.GetRequiredService<AuditTrail>().List(long.MaxValue, int.MaxValue).Count(row => row.Author != "a test");

    private static bool IsAdmin(Operation operation) => operation.Path.StartsWith("/v1/admin", StringComparison.Ordinal);

    private static Scope ScopeOf(Operation operation)
    {
        Assert.DoesNotContain(operation.Definition["security"]!.AsArray(), way => way!.AsObject().Count == 0);
        return Enum.Parse<Scope>(NeededScope().Match(operation.Definition["description"].Text()!).Groups["scope"].Value, ignoreCase: true);
    }

    private static Task<Answer> SendAsync(Operation operation, HttpClient client) =>
        client.AskAsync(operation.AnyUri, method: new HttpMethod(operation.Method));

    [GeneratedRegex(@" Needs a key of scope `(?<scope>\w+)`\.$")]
    private static partial Regex NeededScope();
}
