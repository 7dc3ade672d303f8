using ContactsApi.Core;
using ContactsApi.Core.Hours;
using ContactsApi.Storage;
using ContactsApi.Tests.Support;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace ContactsApi.Tests.Hosting.Service;

public sealed class StoreRefreshTests : IDisposable
{
    private readonly ContactsApp app = new() { Polls = true };

    [Fact]
    public async Task What_another_process_writes_is_answered_from_within_a_second()
    {
        using var client = app.CreateClient();
        var outage = new Incident("outage", "portal-chat", Instant.FromUtc(2026, 11, 1, 0, 0), null, new LocalizedText("Сбой.", "A failure."));
        app.Services.GetRequiredService<RevisionStore>().Append(
            app.Snapshot.Directory.Catalog with { Incidents = [outage] }, 1, Instant.FromUtc(2026, 11, 22, 0, 0), new("an operator"), "An outage");
        var before = await client.GetJsonAsync("/v1/channels/portal-chat/availability?segment=individual");

        await app.Time.PassAsync(TimeSpan.FromSeconds(1));
        await Eventually.IsTrueAsync(() => app.Snapshot.Revision == 2);

        var after = await client.GetJsonAsync("/v1/channels/portal-chat/availability?segment=individual");
        Assert.Equal(("open", "schedule"), (before["state"].Text(), before["cause"].Text()));
        Assert.Equal(("closed", "incident"), (after["state"].Text(), after["cause"].Text()));
    }

    public void Dispose() => app.Dispose();
}
