using ContactsApi.Storage;
using ContactsApi.Tests.Support;

namespace ContactsApi.Tests.Hosting;

/// <summary>The clock of the machine is set while the service runs and answers are kept. Before, it was Sunday, 03:00 in Moscow.</summary>
public sealed class ClockJumpTests : IDisposable
{
    private const string Question = "/v1/best-channel?segment=individual&timeZone=Europe/Moscow";

    private readonly ContactsApp app = new();

    [Theory]
    [InlineData(-400 * 24)]
    [InlineData(-26)]
    [InlineData(-1)]
    [InlineData(1)]
    [InlineData(9)]
    [InlineData(26)]
    [InlineData(400 * 24)]
    public async Task Answers_are_those_of_the_moment_that_it_is_now(int hours)
    {
        using var client = app.CreateClientWith(Scope.Steward);
        await client.AskAsync(Question);
        var now = app.Time.Start.AddHours(hours);
        app.Time.AdjustTime(now);

        Assert.Equal((await client.AskAsync($"{Question}&at={Uri.EscapeDataString(now.ToString("O"))}")).Text, (await client.AskAsync(Question)).Text);
    }

    [Theory]
    [InlineData(-26)]
    [InlineData(-1)]
    [InlineData(26)]
    public async Task An_outage_that_is_announced_after_it_holds_at_once_and_after_the_clock_is_right_again(int hours)
    {
        using var client = app.CreateClientWith(Scope.Steward);
        app.Time.AdjustTime(app.Time.Start.AddHours(hours));
        var announced = await client.WriteAsync("POST", "/v1/admin/incidents", """{ "channelId": "portal-chat", "reason": { "ru": "Сбой.", "en": "A failure." } }""");
        var states = new List<string?> { await StateAsync() };
        app.Time.AdjustTime(app.Time.Start.AddHours(Math.Max(0, hours)));
        states.Add(await StateAsync());

        Assert.Equal((201, 2), ((int)announced.Status, app.Snapshot.Revision));
        Assert.Equal(["closed", "closed"], states);

        async Task<string?> StateAsync() => (await client.GetJsonAsync("/v1/channels/portal-chat/availability?segment=individual"))["state"].Text();
    }

    public void Dispose() => app.Dispose();
}
