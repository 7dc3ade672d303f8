using ContactsApi.Tests.Support;

namespace ContactsApi.Tests.Hosting.Telemetry;

/// <summary>The built service, with a collector beside it. When it ends, it sends what it has not sent yet.</summary>
[Collection<Alone>]
public sealed class CollectorTests : IDisposable
{
    private readonly TemporaryStore store = new();

    [Fact]
    public async Task A_collector_gets_metrics_and_traces()
    {
        await using var collector = await Collector.StartAsync();

        await AskAsync(collector, "/v1/best-channel?segment=individual", "/v1/revisions", "/health/ready");

        Assert.All(
            [
                "http.server.request.duration", "contacts.decision.duration", "contacts.catalog.revision", "contacts.catalog.snapshot.age",
                "contacts.calendar.horizon", "resilience.polly.pipeline.duration", "dotnet.gc.collections", "contacts-api", "a-replica",
            ],
            name => Assert.Contains(name, collector.Metrics));
        Assert.All(["GET /v1/best-channel", "decide", "GET /v1/revisions"], name => Assert.Contains(name, collector.Traces));
        Assert.DoesNotContain("/health", collector.Traces);
    }

    [Fact]
    public async Task Nothing_that_leaves_the_process_tells_of_a_person()
    {
        await using var collector = await Collector.StartAsync();

        await AskAsync(
            collector,
            "/v1/best-channel?segment=legal-entity&topic=account-locked&timeZone=Asia/Vladivostok",
            "/v1/best-channel?segment=legal-entity&timeZone=Vladivostok",
            "/v1/contacts/check?value=%2B79161112233",
            "/v1/corrections/K7QM-4TZP-W2XD",
            "/nowhere/K7QM-4TZP-W2XD");

        Assert.All(["/v1/corrections/{correctionNumber}", "/v1/contacts/check"], route => Assert.Contains(route, collector.Traces));
        Assert.All(
            ["legal-entity", "account-locked", "Vladivostok", "K7QM", "79161112233", "Rarebird"],
            words => Assert.DoesNotContain(words, collector.Traces + collector.Metrics));
        // Metrics name the address at which the service listens.
        Assert.All(["127.0.0.1", "url.path", "url.query", "address"], words => Assert.DoesNotContain(words, collector.Traces));
    }

    public void Dispose() => store.Dispose();

    private async Task AskAsync(Collector collector, params string[] uris)
    {
        await using var service = new ServiceProcess(
            store.Path,
            ("OTEL_EXPORTER_OTLP_ENDPOINT", collector.Address),
            ("OTEL_EXPORTER_OTLP_PROTOCOL", "http/protobuf"),
            ("OTEL_RESOURCE_ATTRIBUTES", "service.instance.id=a-replica"),
            // A switch of the library that would let query strings out.
            ("OTEL_DOTNET_EXPERIMENTAL_ASPNETCORE_DISABLE_URL_QUERY_REDACTION", "true"));
        using var client = new HttpClient { BaseAddress = await service.AddressAsync() };
        client.DefaultRequestHeaders.UserAgent.ParseAdd("Rarebird/1.0");
        foreach (var uri in uris)
            await client.AskAsync(uri);
        await service.TerminateAsync();
    }
}
