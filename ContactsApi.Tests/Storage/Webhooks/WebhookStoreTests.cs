using ContactsApi.Core.Events;
using ContactsApi.Storage;
using ContactsApi.Storage.Webhooks;
using ContactsApi.Tests.Support;
using Microsoft.Extensions.Time.Testing;
using NodaTime;

namespace ContactsApi.Tests.Storage.Webhooks;

/// <summary>Webhooks are kept with how far each is told, and what is told of one is told in order.</summary>
public abstract class WebhookStoreTests : IDisposable
{
    private static readonly Instant Noon = Instant.FromUtc(2026, 11, 22, 12, 0);
    private static readonly Duration Hour = Duration.FromHours(1);
    private static readonly Origin Partner = new("a partner") { KeyId = "k1", AddressHash = "h1", RequestId = "r1" };
    private static readonly DeliveryTrouble Trouble = new(2, Noon, DeliveryFault.BadStatus, 500, Noon + Hour);

    private readonly TestStore store;
    private readonly SendingLease lease;

    protected WebhookStoreTests(TestStore store)
    {
        this.store = store;
        store.Start();
        lease = new(store.Database, new FakeTimeProvider(), TimeSpan.FromSeconds(20));
        Assert.True(lease.Hold());
    }

    private WebhookStore Webhooks => new(store.Database);

    private IEnumerable<string> Audit =>
        from line in new AuditTrail(store.Database).List(long.MaxValue, 100).Reverse()
        where line.Number > 1
        select $"{line.Action} {line.Subject}";

    [Fact]
    public void A_webhook_comes_back_as_it_was_made()
    {
        var plain = Create("a");
        var asking = Webhooks.Create(Wanted("b") with { Question = new("segment=individual", 1, Noon) }, 10, Partner)!;

        Assert.Equal(Told(plain, asking), Told([.. Webhooks.List()]));
        Assert.Equal(Told(asking), Told(Webhooks.Find("b")!));
        Assert.Equal("a k1 https://example.org/a revision.created,incident.started current -- 0", Told(plain).Single());
        Assert.Equal(asking.Question, Webhooks.Find("b")!.Question);
        Assert.Null(Webhooks.Find("c"));
        Assert.Equal(["create-webhook a", "create-webhook b"], Audit);
    }

    [Fact]
    public void To_make_the_same_again_is_harmless()
    {
        Create("a");

        Assert.Equal("a", Webhooks.Create(Wanted("a"), 1, Partner)!.Id);
        Assert.Equal(["create-webhook a"], Audit);
    }

    [Fact]
    public void The_holder_of_a_key_has_so_many_and_no_more()
    {
        Create("a");
        Assert.NotNull(Webhooks.Create(Wanted("b"), 2, Partner));

        Assert.Null(Webhooks.Create(Wanted("c"), 2, Partner));
        Assert.NotNull(Webhooks.Create(Wanted("d") with { KeyId = "k2" }, 2, Partner));
    }

    [Fact]
    public void Only_what_happens_after_it_was_made_is_told()
    {
        Tell(EventTypes.RevisionCreated);

        Assert.Null(Webhooks.Next(Create("a")));
    }

    [Fact]
    public void What_is_told_is_of_the_types_asked_for_and_one_comes_after_the_other()
    {
        var webhook = Create("a");
        Tell(EventTypes.RevisionCreated);
        Tell(EventTypes.ChannelChanged);
        Tell(EventTypes.IncidentStarted);
        Tell(EventTypes.IncidentStarted, "another");
        Tell(EventTypes.RevisionCreated, "a");

        Assert.Equal([1, 3, 5], Deliver(webhook));
        Assert.Null(Webhooks.Next(Webhooks.Find("a")!));
        Assert.Equal(Noon, Webhooks.Find("a")!.DeliveredAt);
    }

    [Fact]
    public void What_waits_is_counted_for_those_that_are_not_disabled()
    {
        Create("a");
        Create("b");
        Create("c");
        Webhooks.Disable("c", DisabledFor.Request, Noon, Partner);
        Tell(EventTypes.RevisionCreated, at: Noon + Hour);
        Tell(EventTypes.IncidentStarted, at: Noon);
        Tell(EventTypes.RevisionCreated, "b");
        Deliver(Webhooks.Find("b")!);

        Assert.Equal(
            [new Waiting { Id = "a", Count = 2, Oldest = Noon }, new Waiting { Id = "b" }], Webhooks.Waiting().OrderBy(one => one.Id, StringComparer.Ordinal));
    }

    [Fact]
    public void A_failure_is_kept_until_the_event_is_delivered()
    {
        var webhook = Create("a");
        Tell(EventTypes.RevisionCreated);

        Assert.True(Webhooks.Failed(webhook, Trouble, lease.Holder));
        Assert.Equal(Trouble, Webhooks.Find("a")!.Trouble);

        Deliver(Webhooks.Find("a")!);
        Assert.Null(Webhooks.Find("a")!.Trouble);
    }

    [Fact]
    public void Who_has_not_the_lease_any_more_notes_nothing()
    {
        var webhook = Create("a");
        Tell(EventTypes.RevisionCreated);

        Assert.False(Webhooks.Delivered(webhook, 1, Noon, "another"));
        Assert.False(Webhooks.Failed(webhook, Trouble, "another"));
        Assert.Equal(Told(webhook), Told(Webhooks.Find("a")!));
    }

    [Fact]
    public void What_is_to_be_told_again_meanwhile_stays_so()
    {
        var webhook = Create("a");
        Tell(EventTypes.RevisionCreated);
        Tell(EventTypes.IncidentStarted);
        Deliver(webhook);
        var sending = Webhooks.Find("a")!;
        Tell(EventTypes.RevisionCreated);

        Assert.Equal(0, Webhooks.Replay("a", 0, Noon, Partner)!.Delivered);
        Assert.False(Webhooks.Delivered(sending, 3, Noon, lease.Holder));

        Assert.Equal([1, 2, 3], Deliver(Webhooks.Find("a")!));
        Assert.Equal(3, Webhooks.Replay("a", 7, Noon, Partner)!.Delivered); // nothing is left out by that
        Assert.Equal(["create-webhook a", "replay-webhook a"], Audit);
    }

    [Fact]
    public void A_webhook_is_disabled_once_and_enabled_without_its_trouble()
    {
        Webhooks.Failed(Create("a"), Trouble, lease.Holder);

        Assert.Equal(new(Noon, DisabledFor.Failing), Webhooks.Disable("a", DisabledFor.Failing, Noon, Partner)!.Disabled);
        Assert.Equal(new(Noon, DisabledFor.Failing), Webhooks.Disable("a", DisabledFor.Request, Noon + Hour, Partner)!.Disabled);
        Assert.Equal((null, null), (Webhooks.Enable("a", Noon, Partner)!.Disabled, Webhooks.Find("a")!.Trouble));
        Webhooks.Enable("a", Noon, Partner);
        Assert.Null(Webhooks.Disable("nobody's", DisabledFor.Request, Noon, Partner));
        Assert.Equal(["create-webhook a", "disable-webhook a", "enable-webhook a"], Audit);
    }

    [Fact]
    public void The_secret_before_the_last_rotation_signs_too_for_a_while()
    {
        Create("a");

        Assert.Equal(["one", "current"], Webhooks.Rotate("a", "one", Noon + Hour, Noon, Partner)!.Secret.At(Noon + Hour - Duration.Epsilon));
        Assert.Equal(["one"], Webhooks.Find("a")!.Secret.At(Noon + Hour));
        Assert.Equal(["one", "current"], Webhooks.Rotate("a", "one", Noon + Hour, Noon, Partner)!.Secret.At(Noon)); // an earlier try did it
        Assert.Equal(["two", "one"], Webhooks.Rotate("a", "two", Noon + Hour, Noon, Partner)!.Secret.At(Noon));
        Assert.Equal(["create-webhook a", "rotate-webhook a", "rotate-webhook a"], Audit);
    }

    [Fact]
    public void What_is_removed_is_removed_with_all_that_waits_for_it()
    {
        Create("a");
        Tell(EventTypes.RevisionCreated);
        Tell(EventTypes.RevisionCreated, "a");

        Assert.True(Webhooks.Delete("a", Noon, Partner));
        Assert.False(Webhooks.Delete("a", Noon, Partner));
        Assert.Empty(Webhooks.List());
        Assert.Equal(1, store.Query<long>("SELECT COUNT(*) FROM event"));
        Assert.Equal(["create-webhook a", "delete-webhook a"], Audit);
    }

    [Fact]
    public async Task Of_many_who_tell_a_question_one_does()
    {
        store.Options.BusyTimeoutSeconds = TestStore.Patient;
        var webhook = Webhooks.Create(Wanted("a") with { Question = new("segment=individual", 1, Noon) }, 10, Partner)!;
        NewEvent[] changes = [new(Noon + Hour, EventTypes.BestChannelChanged, new { }, "a")];

        var first = await AtOnce.Run(() => Webhooks.TellQuestion(webhook, changes, 1, Noon + Hour));

        Assert.Single(first, true);
        Assert.Equal(1, store.Query<long>("SELECT COUNT(*) FROM event"));
        Assert.Equal(new("segment=individual", 1, Noon + Hour), Webhooks.Find("a")!.Question);
    }

    public void Dispose()
    {
        store.Dispose();
        GC.SuppressFinalize(this);
    }

    private static Webhook Wanted(string id) =>
        new(id, "k1", $"https://example.org/{id}", [EventTypes.RevisionCreated, EventTypes.IncidentStarted], new("current"), Noon, 99);

    private Webhook Create(string id) => Webhooks.Create(Wanted(id), 10, Partner)!;

    private void Tell(string type, string? webhook = null, Instant? at = null)
    {
        using var connection = store.Database.Open();
        using var transaction = store.Database.BeginWrite(connection);
        EventLog.Write(transaction, [new(at ?? Noon, type, new { }, webhook)]);
        transaction.Commit();
    }

    /// <summary>The events that are delivered, one after the other, until none is left.</summary>
    private List<long> Deliver(Webhook webhook)
    {
        var delivered = new List<long>();
        while (Webhooks.Next(webhook) is { } next)
        {
            Assert.True(Webhooks.Delivered(webhook, next.Sequence, Noon, lease.Holder));
            delivered.Add(next.Sequence);
            webhook = Webhooks.Find(webhook.Id)!;
        }

        return delivered;
    }

    private static IEnumerable<string> Told(params IReadOnlyList<Webhook> webhooks) => webhooks.Select(webhook =>
        $"{webhook.Id} {webhook.KeyId} {webhook.Url} {string.Join(',', webhook.Events)} {string.Join(',', webhook.Secret.At(Noon))} "
        + $"{webhook.DeliveredAt}-{webhook.Trouble}-{webhook.Disabled} {webhook.Delivered}");
}

public sealed class SqliteWebhookStoreTests() : WebhookStoreTests(new TemporaryStore());

[Collection<Alone>]
public sealed class PostgresWebhookStoreTests() : WebhookStoreTests(new PostgresStore());
