using ContactsApi.Hosting;
using ContactsApi.Hosting.Bodies;
using ContactsApi.Storage;
using ContactsApi.Tests.Support;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace ContactsApi.Tests.Hosting.Caching;

/// <summary>What was refused may be right the next moment, so no cache may go on refusing it: neither what endpoints refuse, nor what others do.</summary>
public sealed class RefusalTests(ContactsApp app) : IClassFixture<ContactsApp>
{
    private const string Draft = "/v1/requests/draft";
    private const string Correction = """{ "channelId": "hotline", "element": "other", "because": "It rings for ever" }""";

    private static readonly string TooLong = new(' ', BodyContract.ElementBytes + 1);

    /// <summary>The status, what is asked, with what body, and with what <c>If-Match</c>.</summary>
    public static TheoryData<int, string, string, string?, string?> Refused => new()
    {
        { 400, "GET", "/v1/best-channel", null, null },
        { 400, "HEAD", "/v1/best-channel", null, null },
        { 400, "GET", "/v1/channels/hotline/availability?segment=abroad", null, null },
        { 400, "POST", Draft, "{", null },
        { 400, "GET", "/health/ready?deep=true", null, null },
        { 404, "GET", "/v1/nothing", null, null },
        { 404, "GET", "/v1/channels/pigeon", null, null },
        { 404, "GET", "/v1/channels/hotline/qr.svg?of=page", null, null },
        { 404, "GET", "/v1/corrections/K7QM-4TZP-W2XD", null, null },
        { 404, "GET", "/assets/0/page.css", null, null },
        { 404, "GET", "/swagger/nothing.js", null, null },
        { 404, "POST", "/v1/bots/telegram", "{}", null },
        { 405, "POST", "/v1/best-channel", "{}", null },
        { 405, "DELETE", "/", null, null },
        { 409, "DELETE", "/v1/admin/schedules/H-GRAPH", null, "*" },
        { 412, "DELETE", "/v1/admin/topics/sms-code", null, "\"77\"" },
        { 413, "POST", Draft, TooLong, null },
        { 422, "PUT", "/v1/admin/topics/sms-code", "7", "*" },
        { 428, "DELETE", "/v1/admin/topics/sms-code", null, null },
    };

    [Theory]
    [MemberData(nameof(Refused))]
    public async Task A_refusal_is_kept_by_no_cache(int status, string method, string uri, string? body, string? tag)
    {
        var client = uri.StartsWith("/v1/admin", StringComparison.Ordinal) ? app.CreateClientWith(Scope.Admin) : app.CreateClient();
        if (tag is not null)
            client.DefaultRequestHeaders.TryAddWithoutValidation("If-Match", tag);

        AssertUnkept(status, await client.AskAsync(uri, method: new HttpMethod(method), body: body));
    }

    [Fact]
    public async Task Nor_is_one_for_want_of_a_right_key()
    {
        AssertUnkept(401, await app.CreateClient().AskAsync("/v1/admin/keys"));
        AssertUnkept(401, await app.CreateClient().With("secret").AskAsync("/v1/channels"));
        AssertUnkept(403, await app.CreateClientWith(Scope.Read).AskAsync("/v1/admin/keys"));
    }

    [Fact]
    public async Task Nor_is_one_for_the_kind_of_a_body()
    {
        using var text = new StringContent("Hello");
        using var response = await app.CreateClient().PostAsync(new Uri(Draft, UriKind.Relative), text, TestContext.Current.CancellationToken);

        AssertUnkept(415, new Answer(response, ""));
    }

    [Fact]
    public async Task Nor_is_one_of_what_is_too_much()
    {
        await using var limited = new ContactsApp { Settings = new Dictionary<string, string> { ["Limits:AddressPerMinute"] = "1", ["Corrections:MaxOpen"] = "1" } };
        await limited.CreateClient().AskAsync("/v1/channels");
        AssertUnkept(429, await limited.CreateClient().AskAsync("/v1/channels"));

        var reader = limited.CreateClientWith(Scope.Read);
        await reader.PostAsync("/v1/corrections", Correction);
        AssertUnkept(503, await reader.PostAsync("/v1/corrections", Correction.Replace("for ever", "and rings")));
    }

    [Theory]
    [InlineData(400)]
    [InlineData(500)]
    [InlineData(503)]
    public async Task Nor_is_one_for_a_failure(int status)
    {
        Exception failure = status switch
        {
            400 => new Microsoft.AspNetCore.Http.BadHttpRequestException("bad"),
            503 => new StoreUnavailableException(new IOException("away")),
            _ => new InvalidOperationException("broken"),
        };
        var clock = new FailingClock();
        await using var failing = app.WithWebHostBuilder(host => host.ConfigureTestServices(services => services.AddSingleton<IClock>(clock)));
        var client = failing.CreateClient();
        clock.Failure = failure;

        AssertUnkept(status, await client.AskAsync("/v1/best-channel?segment=individual"));
    }

    /// <summary>That an answer depends on the language is said of a refusal too.</summary>
    private static void AssertUnkept(int status, Answer answer)
    {
        Assert.Equal((status, ProblemResponse.ContentType), ((int)answer.Status, answer.MediaType));
        Assert.True(answer.Response.Headers.CacheControl is { NoStore: true, Public: false, MaxAge: null });
        Assert.Equal(["Accept-Language"], answer.Response.Headers.Vary);
    }

    private sealed class FailingClock : IClock
    {
        public Exception? Failure { get; set; }

        public Instant GetCurrentInstant() => Failure is null ? NodaConstants.UnixEpoch : throw Failure;
    }
}
