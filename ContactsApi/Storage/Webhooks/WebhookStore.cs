using System.Data;
using ContactsApi.Serialization;
using Dapper;
using NodaTime;

namespace ContactsApi.Storage.Webhooks;

/// <summary>The webhooks in the store, and how far each is told. What their holders do to them goes into the audit log.</summary>
public sealed class WebhookStore(Database database)
{
    /// <summary>All of them, in the order in which they were made.</summary>
    public IReadOnlyList<Webhook> List()
    {
        using var connection = database.Open();
        return [.. connection.Query<WebhookRow>($"{WebhookRow.Select} ORDER BY created_at, id").Select(row => row.ToWebhook())];
    }

    /// <returns>Nothing if there is none of that id.</returns>
    public Webhook? Find(string id)
    {
        using var connection = database.Open();
        using var transaction = database.BeginRead(connection);
        return Find(id, transaction);
    }

    /// <summary>Is told of what happens from now on.</summary>
    /// <param name="most">How many of one key there may be.</param>
    /// <returns>Nothing if there are so many already. To try the same again is harmless.</returns>
    public Webhook? Create(Webhook webhook, int most, Origin origin)
    {
        using var connection = database.Open();
        using var transaction = database.BeginWrite(connection);
        if (Find(webhook.Id, transaction) is { } made)
            return made;
        if (connection.ExecuteScalar<long>("SELECT COUNT(*) FROM webhook WHERE key_id = @KeyId", new { webhook.KeyId }, transaction) >= most)
            return null;
        var created = webhook with { Delivered = EventLog.Newest(transaction) };
        connection.Execute(
            """
            INSERT INTO webhook (id, key_id, url, events, question, told_revision, told_moment, secret, created_at, delivered, failures)
            VALUES (@Id, @KeyId, @Url, @Events, @Query, @ToldRevision, @ToldMoment, @Current, @CreatedAt, @Delivered, 0)
            """,
            new
            {
                created.Id,
                created.KeyId,
                created.Url,
                Events = WebhookRow.Written(created.Events),
                created.Question?.Query,
                created.Question?.ToldRevision,
                created.Question?.ToldMoment,
                created.Secret.Current,
                created.CreatedAt,
                created.Delivered,
            },
            transaction);
        AuditLog.Write(transaction, new(created.CreatedAt, AuditAction.CreateWebhook, created.Id, origin, null));
        transaction.Commit();
        return created;
    }

    /// <summary>Signs by another secret, and until an instant by the one before too.</summary>
    /// <returns>Nothing if there is none of that id.</returns>
    public Webhook? Rotate(string id, string secret, Instant formerUntil, Instant now, Origin origin) => Change(
        id,
        "UPDATE webhook SET former_secret = secret, former_until = @formerUntil, secret = @secret WHERE id = @id AND secret <> @secret",
        new { id, secret, formerUntil },
        new(now, AuditAction.RotateWebhook, id, origin, null));

    /// <summary>Tells it nothing any more. One that is disabled already stays as it is.</summary>
    /// <inheritdoc cref="Rotate"/>
    public Webhook? Disable(string id, DisabledFor because, Instant now, Origin origin) => Change(
        id,
        "UPDATE webhook SET disabled_at = @now, disabled_for = @because WHERE id = @id AND disabled_at IS NULL",
        new { id, now, because = EnumNames<DisabledFor>.Of(because) },
        new(now, AuditAction.DisableWebhook, id, origin, null));

    /// <summary>Tells it all that it was not told meanwhile, if that is still there.</summary>
    /// <inheritdoc cref="Rotate"/>
    public Webhook? Enable(string id, Instant now, Origin origin) => Change(
        id,
        $"UPDATE webhook SET disabled_at = NULL, disabled_for = NULL, {NoTrouble} WHERE id = @id AND disabled_at IS NOT NULL",
        new { id },
        new(now, AuditAction.EnableWebhook, id, origin, null));

    /// <summary>Tells it everything after an event again, if that is still there.</summary>
    /// <inheritdoc cref="Rotate"/>
    public Webhook? Replay(string id, long after, Instant now, Origin origin) => Change(
        id,
        $"UPDATE webhook SET delivered = @after, {NoTrouble} WHERE id = @id AND delivered > @after",
        new { id, after },
        new(now, AuditAction.ReplayWebhook, id, origin, null));

    /// <returns>Whether there was one.</returns>
    public bool Delete(string id, Instant now, Origin origin)
    {
        using var connection = database.Open();
        using var transaction = database.BeginWrite(connection);
        connection.Execute("DELETE FROM event WHERE webhook = @id", new { id }, transaction);
        var existed = connection.Execute("DELETE FROM webhook WHERE id = @id", new { id }, transaction) > 0;
        if (existed)
            AuditLog.Write(transaction, new(now, AuditAction.DeleteWebhook, id, origin, null));
        transaction.Commit();
        return existed;
    }

    /// <summary>What waits for those that are not disabled.</summary>
    public IReadOnlyList<Waiting> Waiting()
    {
        using var connection = database.Open();
        return connection.Query<Waiting>(
            $"""
             SELECT webhook.id, COUNT(event.sequence) AS Count, MIN(event.at) AS Oldest
             FROM webhook
             LEFT JOIN event ON event.sequence > webhook.delivered AND {IsForIt}
             WHERE disabled_at IS NULL
             GROUP BY webhook.id
             """).AsList();
    }

    /// <summary>What it is to be told next; nothing if that is all.</summary>
    public StoredEvent? Next(Webhook webhook)
    {
        using var connection = database.Open();
        return connection.QueryFirstOrDefault<StoredEvent>(
            $"""
             SELECT sequence, event.id, body
             FROM webhook
             JOIN event ON event.sequence > webhook.delivered AND {IsForIt}
             WHERE webhook.id = @Id
             ORDER BY sequence
             LIMIT 1
             """,
            new { webhook.Id });
    }

    /// <summary>It was told an event. Nothing is noted by whoever does not hold the lease any more, or if it is to be told all again meanwhile.</summary>
    /// <param name="webhook">As it was when the event was sent.</param>
    public bool Delivered(Webhook webhook, long sequence, Instant now, string holder) => Note(
        $"delivered = @sequence, delivered_at = @now, {NoTrouble}", webhook, holder, new { webhook.Id, webhook.Delivered, sequence, now, holder });

    /// <inheritdoc cref="Delivered"/>
    public bool Failed(Webhook webhook, DeliveryTrouble trouble, string holder) => Note(
        "failures = @Failures, failing_since = @Since, fault = @Fault, status = @Status, due_at = @DueAt",
        webhook,
        holder,
        new
        {
            webhook.Id,
            webhook.Delivered,
            trouble.Failures,
            trouble.Since,
            Fault = EnumNames<DeliveryFault>.Of(trouble.Fault),
            trouble.Status,
            trouble.DueAt,
            holder,
        });

    /// <summary>Up to where all incidents that started or ended are told; nothing before the first time.</summary>
    public Instant? ToldUntil()
    {
        using var connection = database.Open();
        using var transaction = database.BeginRead(connection);
        return EventLog.ToldUntil(transaction);
    }

    /// <summary>Tells of the incidents that started or ended by the passing of time.</summary>
    /// <param name="newest">The catalog. If there is a newer one already, nothing is told: it did that, up to its moment.</param>
    public bool TellTime(CatalogSnapshot newest, Instant now)
    {
        using var connection = database.Open();
        using var transaction = database.BeginWrite(connection);
        if (connection.ExecuteScalar<long>("SELECT MAX(number) FROM revision", transaction: transaction) != newest.Revision)
            return false;
        EventLog.TellTime(transaction, newest.Directory.Catalog.Incidents, newest.Revision, now);
        transaction.Commit();
        return true;
    }

    /// <summary>Tells a webhook how the best channel for its question changed, and that it is told up to there. Whoever comes second tells nothing.</summary>
    /// <param name="webhook">As it was when that was found out.</param>
    public bool TellQuestion(Webhook webhook, IReadOnlyCollection<NewEvent> changes, long revision, Instant moment)
    {
        using var connection = database.Open();
        using var transaction = database.BeginWrite(connection);
        var first = connection.Execute(
            """
            UPDATE webhook SET told_revision = @revision, told_moment = @moment
            WHERE id = @Id AND told_revision = @ToldRevision AND told_moment = @ToldMoment
            """,
            new { webhook.Id, webhook.Question!.ToldRevision, webhook.Question.ToldMoment, revision, moment },
            transaction) > 0;
        if (first)
            EventLog.Write(transaction, changes);
        transaction.Commit();
        return first;
    }

    private const string NoTrouble = "failures = 0, failing_since = NULL, fault = NULL, status = NULL, due_at = NULL";

    private const string IsForIt = "(event.webhook IS NULL OR event.webhook = webhook.id) AND webhook.events LIKE '% ' || event.type || ' %'";

    private static Webhook? Find(string id, IDbTransaction transaction) =>
        transaction.Connection!.QuerySingleOrDefault<WebhookRow>($"{WebhookRow.Select} WHERE id = @id", new { id }, transaction)?.ToWebhook();

    /// <summary>A change by the webhook's holder; in the audit log if it made a difference.</summary>
    private Webhook? Change(string id, string sql, object parameters, AuditEntry entry)
    {
        using var connection = database.Open();
        using var transaction = database.BeginWrite(connection);
        if (connection.Execute(sql, parameters, transaction) > 0)
            AuditLog.Write(transaction, entry);
        var changed = Find(id, transaction);
        transaction.Commit();
        return changed;
    }

    private bool Note(string what, Webhook webhook, string holder, object parameters)
    {
        using var connection = database.Open();
        using var transaction = database.BeginWrite(connection);
        var noted = connection.Execute(
            $"""
             UPDATE webhook SET {what}
             WHERE id = @Id AND delivered = @Delivered AND EXISTS (SELECT 1 FROM lease WHERE name = '{SendingLease.Name}' AND holder = @holder)
             """,
            parameters,
            transaction) > 0;
        transaction.Commit();
        return noted;
    }
}
