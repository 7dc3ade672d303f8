using ContactsApi.Storage;
using ContactsApi.Storage.Webhooks;
using ContactsApi.Tests.Support;
using Dapper;
using Microsoft.Extensions.DependencyInjection;

namespace ContactsApi.Tests.Features.Webhooks;

/// <summary>Two replicas on one PostgreSQL server, as they run.</summary>
[Collection<Alone>]
public sealed class ReplicasTests : IAsyncDisposable
{
    private readonly PostgresStore store = new();
    private readonly List<ContactsApp> replicas = [];

    [Fact]
    public async Task Whatever_replica_writes_one_sends_and_when_it_ends_the_other_does()
    {
        await using var receiver = await Receiver.StartAsync();
        var (one, other) = (Replica(), Replica());
        using var partner = one.CreateClientWith(Scope.Read);
        await partner.PostAsync("/v1/admin/webhooks", $$"""{ "url": "{{receiver.Url}}", "events": ["revision.created"] }""");
        using var steward = one.CreateClientWith(Scope.Steward);
        using var another = other.CreateClientWith(Scope.Steward);

        for (var i = 0; i < 10; i++)
            await AnnounceAsync(i % 2 == 0 ? steward : another, i);
        await Eventually.IsTrueAsync(() => receiver.Received.Count == 10);
        Assert.Equal(receiver.Received.OrderBy(message => message.Sequence), receiver.Received);

        var sender = Holder(other);
        Assert.Contains(sender, replicas.Select(replica => replica.Services.GetRequiredService<SendingLease>().Holder));
        var ending = replicas.Single(replica => replica.Services.GetRequiredService<SendingLease>().Holder == sender);
        replicas.Remove(ending);
        await ending.DisposeAsync();
        // It did not wait until the lease had run out.
        Assert.NotEqual(sender, Holder(replicas[0]));
        using var elsewhere = replicas[0].CreateClientWith(Scope.Steward);
        await AnnounceAsync(elsewhere, 10);

        await Eventually.IsTrueAsync(() => receiver.Received.Count == 11);
        Assert.Equal(11, receiver.Received.Select(message => message.Id).Distinct().Count());
        Assert.Equal(Enumerable.Range(2, 11), receiver.Received.Select(message => message.Data["revision"]!.GetValue<int>()));
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var replica in replicas)
            await replica.DisposeAsync();
        store.Dispose();
    }

    private static string Holder(ContactsApp replica)
    {
        using var connection = replica.Services.GetRequiredService<Database>().Open();
        return connection.QuerySingle<string>($"SELECT holder FROM lease WHERE name = '{SendingLease.Name}'");
    }

    private static async Task AnnounceAsync(HttpClient steward, int number) => Assert.Equal(
        System.Net.HttpStatusCode.Created,
        (await steward.PostAsync("/v1/admin/incidents", $$"""{ "channelId": "hotline", "reason": { "ru": "Сбой {{number}}.", "en": "Failure {{number}}." } }""")).Status);

    private ContactsApp Replica()
    {
        var replica = new ContactsApp
        {
            Clock = TimeProvider.System,
            Settings = new Dictionary<string, string>
            {
                ["Store:Postgres"] = store.ConnectionString,
                ["Store:PollSeconds"] = "1",
                ["Outgoing:AllowThisMachine"] = "true",
            },
        };
        replicas.Add(replica);
        _ = replica.Snapshot;
        return replica;
    }
}
