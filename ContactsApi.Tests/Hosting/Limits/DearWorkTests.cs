using System.Net;
using ContactsApi.Hosting.Limits;
using ContactsApi.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace ContactsApi.Tests.Hosting.Limits;

/// <summary>While all turns for dear answers are taken.</summary>
public sealed class DearWorkTests : IAsyncLifetime
{
    private readonly ContactsApp app = new();
    private readonly List<IDisposable> turns = [];

    private DearWork Work => app.Services.GetRequiredService<DearWork>();

    public async ValueTask InitializeAsync()
    {
        for (var taken = 0; taken < DearWork.AtOnce; taken++)
            turns.Add(await Work.TurnAsync(TestContext.Current.CancellationToken));
    }

    [Theory]
    [InlineData("/v1/channels/hotline/schedule?segment=individual&from=2026-01-01&to=2026-12-31")]
    [InlineData("/v1/transitions?segment=individual&from=2026-01-01T00:00Z&to=2027-01-01T00:00Z")]
    [InlineData("/v1/transitions.ics?segment=individual")]
    [InlineData("/v1/channels/hotline/schedule.ics?segment=individual")]
    [InlineData("/v1/quality")]
    [InlineData("/v1/contact-points.jsonld")]
    [InlineData("/v1/topics")]
    [InlineData("/v1/best-channel/batch", """{ "questions": [{ "segment": "individual" }] }""")]
    public async Task A_dear_question_waits_and_others_do_not(string uri, string? body = null)
    {
        using var client = app.CreateClient();
        var dear = client.AskAsync(uri, method: body is null ? HttpMethod.Get : HttpMethod.Post, body: body);

        await Eventually.IsTrueAsync(() => Work.Waiting == 1);
        Assert.Equal(HttpStatusCode.OK, (await client.AskAsync("/v1/best-channel?segment=individual")).Status);

        turns.ForEach(turn => turn.Dispose());
        Assert.Equal(HttpStatusCode.OK, (await dear).Status);
    }

    [Fact]
    public async Task What_is_at_hand_does_not_wait()
    {
        using var client = app.CreateClient();
        turns.ForEach(turn => turn.Dispose());
        var first = await client.AskAsync("/v1/quality");
        await InitializeAsync();

        Assert.Equal(first.Text, (await client.AskAsync("/v1/quality")).Text);
    }

    [Fact]
    public async Task Who_goes_away_gives_up_the_turn()
    {
        using var client = app.CreateClient();
        using var gone = new CancellationTokenSource();
        var dear = client.GetAsync(new Uri("/v1/quality", UriKind.Relative), gone.Token);
        await Eventually.IsTrueAsync(() => Work.Waiting == 1);
        await gone.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => dear);
        await Eventually.IsTrueAsync(() => Work.Waiting == 0);

        turns.ForEach(turn => turn.Dispose());
        Assert.Equal(HttpStatusCode.OK, (await client.AskAsync("/v1/quality")).Status);
    }

    public async ValueTask DisposeAsync() => await app.DisposeAsync();
}
