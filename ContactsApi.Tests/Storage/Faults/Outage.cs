using System.Net;
using ContactsApi.Storage;
using ContactsApi.Tests.Support;

namespace ContactsApi.Tests.Storage.Faults;

/// <summary>What holds while the store is out of order, whatever the cause: readers notice nothing, and nobody is told anything wrong.</summary>
public sealed class Outage : IDisposable
{
    /// <summary>About moments that were given, so that the answers never change.</summary>
    private static readonly string[] FromTheSnapshot =
    [
        "/v1/best-channel?segment=individual&at=2026-11-22T10:00:00",
        "/v1/channels/hotline/schedule?segment=individual&from=2026-11-23&to=2026-11-29",
        "/v1/channels/portal-chat/availability?segment=individual&at=2026-11-22T10:00:00",
    ];

    private static readonly string[] FromTheStore =
    [
        "/v1/revisions/1",
        "/v1/best-channel?segment=individual&at=2026-11-22T10:00:00&revision=1",
        "/v1/admin/corrections",
    ];

    private readonly HttpClient steward;
    private readonly List<(string Uri, string Text)> known = [];
    private readonly List<(string Uri, string Text)> stored = [];
    private int writes;

    public Outage(ContactsApp app) => steward = app.CreateClientWith(Scope.Steward);

    /// <summary>Remembers what is answered while all is well.</summary>
    public async Task BeforeAsync()
    {
        Assert.Equal(HttpStatusCode.OK, await WriteAsync());
        await Eventually.IsTrueAsync(() => IsAsync("ok"));
        foreach (var uri in FromTheSnapshot)
            known.Add((uri, (await steward.AskAsync(uri)).Text));
        foreach (var uri in FromTheStore)
            stored.Add((uri, (await steward.AskAsync(uri)).Text));
    }

    public async Task DuringAsync()
    {
        await AssertNothingWrongIsToldAsync();
        AssertUnavailable(await RenameAsync());
        AssertUnavailable(await steward.PostAsync("/v1/corrections", """{ "channelId": "hotline", "element": "name", "because": "It is another" }"""));
        await Eventually.IsTrueAsync(() => IsAsync("degraded"));
        await AssertReadersNoticeNothingAsync();
    }

    /// <summary>Who asks for what the store alone knows is told the truth, or that it is not to be had now.</summary>
    public async Task AssertNothingWrongIsToldAsync()
    {
        await AssertReadersNoticeNothingAsync();
        foreach (var (uri, text) in stored)
        {
            var answer = await steward.AskAsync(uri);
            if (answer.Status == HttpStatusCode.OK)
                Assert.Equal(text, answer.Text);
            else
                AssertUnavailable(answer);
        }
    }

    public async Task AfterAsync()
    {
        await Eventually.IsTrueAsync(() => IsAsync("ok"));
        Assert.Equal(HttpStatusCode.OK, await WriteAsync());
        foreach (var (uri, text) in stored)
            Assert.Equal((HttpStatusCode.OK, text), await StatusAndTextAsync(uri));
    }

    public void Dispose() => steward.Dispose();

    private static void AssertUnavailable(Answer answer)
    {
        Assert.Equal((HttpStatusCode.ServiceUnavailable, "store-unavailable"), (answer.Status, answer.Code()));
        Assert.NotNull(answer.Response.Headers.RetryAfter);
    }

    private async Task AssertReadersNoticeNothingAsync()
    {
        foreach (var (uri, text) in known)
            Assert.Equal((HttpStatusCode.OK, text), await StatusAndTextAsync(uri));
    }

    private async Task<HttpStatusCode> WriteAsync() => (await RenameAsync()).Status;

    /// <summary>Of a channel that none of the answers above shows.</summary>
    private Task<Answer> RenameAsync() =>
        steward.PatchAsync("/v1/admin/channels/abroad-urgent", $$"""{ "name": { "ru": "Линия {{++writes}}", "en": "Line {{writes}}" } }""");

    private async Task<(HttpStatusCode Status, string Text)> StatusAndTextAsync(string uri)
    {
        var answer = await steward.AskAsync(uri);
        return (answer.Status, answer.Text);
    }

    private async Task<bool> IsAsync(string status)
    {
        var answer = await steward.AskAsync("/health/ready");
        Assert.Equal(HttpStatusCode.OK, answer.Status);
        return answer.Body["status"].Text() == status;
    }
}
