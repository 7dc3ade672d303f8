using System.Data;
using System.Text.Json;
using ContactsApi.Core.Catalogs;
using ContactsApi.Storage.Webhooks;
using Dapper;
using NodaTime;

namespace ContactsApi.Storage;

/// <summary>The revisions of the catalog. A revision is written whole or not at all, and never changed.</summary>
public sealed class RevisionStore(Database database)
{
    /// <summary>The newest revision; nothing if the store is still empty.</summary>
    public CatalogRevision? ReadNewest()
    {
        using var connection = database.Open();
        using var transaction = database.BeginRead(connection);
        return Newest(transaction) is { } newest ? Read(newest, transaction) : null;
    }

    /// <summary>The revision of that number; nothing if there is none.</summary>
    /// <inheritdoc cref="List"/>
    public CatalogRevision? Read(long number, long known = 0)
    {
        using var connection = database.Open();
        using var transaction = database.BeginRead(connection);
        return Whole(Entries(transaction, number + 1, 1), number + 1, 1, known) is [var entry] && entry.Number == number ? Read(entry, transaction) : null;
    }

    /// <summary>The number of the revision that was the newest at an instant; nothing if there was none yet.</summary>
    public long? NumberAt(Instant moment)
    {
        using var connection = database.Open();
        return connection.ExecuteScalar<long?>("SELECT MAX(number) FROM revision WHERE created_at <= @moment", new { moment });
    }

    /// <summary>Revisions, the newest first.</summary>
    /// <param name="before">Only those with a lower number.</param>
    /// <param name="known">The number of a revision that there is, and so of all before it; zero if none is known.</param>
    /// <exception cref="DataException">Revisions are missing: the database is damaged, and notices only what it comes across.</exception>
    public IReadOnlyList<RevisionEntry> List(long before, int limit, long known = 0)
    {
        using var connection = database.Open();
        using var transaction = database.BeginRead(connection);
        return Whole(Entries(transaction, before, limit), before, limit, known);
    }

    /// <inheritdoc cref="Database.CheckSchema"/>
    public bool CheckSchema()
    {
        using var connection = database.Open();
        database.CheckSchema(connection);
        return true;
    }

    /// <summary>Writes what is there already, to find out whether the store can be written.</summary>
    public bool WriteNothingNew()
    {
        using var connection = database.Open();
        using var transaction = database.BeginWrite(connection);
        connection.Execute("UPDATE secret SET value = value", transaction: transaction);
        transaction.Commit();
        return true;
    }

    /// <summary>What a revision changed, element by element. An element that only changed its place has the same body before and after.</summary>
    public IReadOnlyList<ElementChange> ChangesOf(long number)
    {
        using var connection = database.Open();
        return connection.Query<ElementChange>(
            """
            SELECT kind, id,
              (SELECT body FROM element AS earlier
               WHERE kind = changed.kind AND id = changed.id AND revision < @number
               ORDER BY revision DESC LIMIT 1) AS Before,
              body AS After
            FROM element AS changed
            WHERE revision = @number
            ORDER BY kind, position, id
            """,
            new { number }).AsList();
    }

    /// <summary>What was removed of one kind after an instant, the latest first.</summary>
    public IReadOnlyList<RemovedElement> RemovedSince(Instant since, string kind)
    {
        using var connection = database.Open();
        return connection.Query<RemovedElement>(
            """
            SELECT created_at AS RemovedAt,
              (SELECT body FROM element AS earlier
               WHERE kind = removed.kind AND id = removed.id AND revision < removed.revision
               ORDER BY revision DESC LIMIT 1) AS Body
            FROM element AS removed
            JOIN revision ON number = removed.revision
            WHERE kind = @kind AND body IS NULL AND created_at > @since
            ORDER BY number DESC
            """,
            new { kind, since }).AsList();
    }

    /// <summary>Whether any revision has one of two messages.</summary>
    public bool HasRevision(string message, string orMessage)
    {
        using var connection = database.Open();
        return connection.ExecuteScalar<bool>(
            "SELECT EXISTS (SELECT 1 FROM revision WHERE message = @message OR message = @orMessage)", new { message, orMessage });
    }

    /// <summary>The revisions that were made without an API key: by commands, and by the service itself. The oldest first.</summary>
    public IReadOnlyList<RevisionEntry> MadeWithoutKey()
    {
        using var connection = database.Open();
        return connection.Query<RevisionEntry>(
            """
            SELECT number, created_at AS CreatedAt, author, message
            FROM revision
            WHERE number NOT IN (SELECT revision FROM audit WHERE revision IS NOT NULL AND key_id IS NOT NULL)
            ORDER BY number
            """).AsList();
    }

    /// <summary>What the elements have been, from the oldest version of each to that of a revision.</summary>
    public ILookup<(string Kind, string Id), ElementVersion> VersionsOf(IEnumerable<(string Kind, string Id)> elements, long number)
    {
        using var connection = database.Open();
        return elements
            .SelectMany(element => connection.Query<ElementVersion>(
                """
                SELECT kind, id, element.revision, author, body
                FROM element
                JOIN revision ON revision.number = element.revision
                WHERE kind = @Kind AND id = @Id AND element.revision <= @number
                ORDER BY element.revision
                """,
                new { element.Kind, element.Id, number }))
            .ToLookup(version => (version.Kind, version.Id));
    }

    /// <summary>What channels and offices were before a later version, or their removal, took the place of it: up to a revision, the earliest first.</summary>
    public IReadOnlyList<SupersededElement> SupersededContacts(long number)
    {
        using var connection = database.Open();
        return connection.Query<SupersededElement>(
            """
            SELECT kind, id, body, created_at AS Until
            FROM (
              SELECT kind, id, body, (
                SELECT MIN(revision) FROM element AS later
                WHERE kind = earlier.kind AND id = earlier.id AND revision > earlier.revision AND revision <= @number) AS superseded_in
              FROM element AS earlier
              WHERE kind IN ('channels', 'offices') AND body IS NOT NULL) AS versions
            JOIN revision ON revision.number = superseded_in
            ORDER BY superseded_in, kind, id
            """,
            new { number }).AsList();
    }

    /// <summary>Writes the elements that differ from the newest revision as the next one.</summary>
    /// <param name="newest">The number of the revision that the change was made on; 0 for an empty store.</param>
    /// <param name="written">Is told the number of elements written so far.</param>
    /// <returns>
    /// The new revision, or nothing if another is the newest by now: then nothing was written. To try the same again is
    /// harmless: if an earlier try did commit and only seemed to fail, its revision is returned.
    /// </returns>
    public CatalogRevision? Append(Catalog catalog, long newest, Instant now, Origin origin, string message, IProgress<int>? written = null)
    {
        using var connection = database.Open();
        using var transaction = database.BeginWrite(connection);
        var last = Newest(transaction);
        if ((last?.Number ?? 0) != newest)
            return WrittenBefore(catalog, newest + 1, now, origin, message, transaction);
        var entry = new RevisionEntry(newest + 1, last is null ? now : Instant.Max(last.CreatedAt, now), origin.Author, message);
        var before = Elements(newest, transaction);
        var changed = CatalogElement.Changed([.. before.Select(stored => stored.Element)], CatalogElement.Split(catalog)).ToList();
        connection.Execute(
            "INSERT INTO revision (number, created_at, author, message) VALUES (@Number, @CreatedAt, @Author, @Message)", entry, transaction);
        connection.Execute(
            "INSERT INTO element (kind, id, revision, position, body) VALUES (@Kind, @Id, @Revision, @Position, @Body)",
            changed.Select((element, i) =>
            {
                written?.Report(i);
                return new { element.Kind, element.Id, Revision = entry.Number, element.Position, element.Body };
            }),
            transaction);
        AuditLog.Write(transaction, new(now, AuditAction.WriteRevision, $"{entry.Number}", origin, entry.Number));
        EventLog.TellRevision(transaction, entry, [.. before.Select(stored => stored.Element)], changed, catalog);
        transaction.Commit();
        var versions = before.Concat(changed.Select(element => new StoredElement(element, entry.Number)));
        return new CatalogRevision(entry.Number, entry.CreatedAt, catalog, ChangedIn(versions));
    }

    /// <summary>The revision of that number, if it says who, when, why and what exactly as this write does: an earlier try made it.</summary>
    private CatalogRevision? WrittenBefore(
        Catalog catalog, long number, Instant now, Origin origin, string message, IDbTransaction transaction) =>
        AuditLog.Tells(transaction, new(now, AuditAction.WriteRevision, $"{number}", origin, number))
        && Entries(transaction, number + 1, 1) is [var entry]
        && entry.Message == message
        && !CatalogElement.Changed([.. Elements(number, transaction).Select(stored => stored.Element)], CatalogElement.Split(catalog)).Any()
            ? Read(entry, transaction)
            : null;

    private CatalogRevision Read(RevisionEntry entry, IDbTransaction transaction)
    {
        try
        {
            var elements = Elements(entry.Number, transaction);
            return new CatalogRevision(
                entry.Number, entry.CreatedAt, CatalogElement.Join(elements.Select(stored => stored.Element)), ChangedIn(elements));
        }
        catch (Exception problem) when (problem is JsonException or InvalidOperationException)
        {
            throw database.UnusableContent(entry.Number, new(problem.Message, problem.Message));
        }
    }

    private static RevisionEntry? Newest(IDbTransaction transaction) => Entries(transaction, long.MaxValue, 1) is [var newest] ? newest : null;

    /// <summary>Numbers count from 1 without gaps, and no revision is ever removed.</summary>
    private static List<RevisionEntry> Whole(List<RevisionEntry> entries, long before, int limit, long known)
    {
        var first = entries is [var newest, ..] ? newest.Number : 0;
        return first >= Math.Min(before - 1, known)
            && entries.Index().All(entry => entry.Item.Number == first - entry.Index)
            && (entries.Count == limit || entries.Count == first)
                ? entries
                : throw new DataException($"Revisions before {before} are missing");
    }

    private static List<RevisionEntry> Entries(IDbTransaction transaction, long before, int limit) => transaction.Connection!.Query<RevisionEntry>(
        """
        SELECT number, created_at AS CreatedAt, author, message
        FROM revision
        WHERE number < @before
        ORDER BY number DESC
        LIMIT @limit
        """,
        new { before, limit },
        transaction).AsList();

    /// <summary>The elements as they stood at a revision, in the order of their positions.</summary>
    private static List<StoredElement> Elements(long number, IDbTransaction transaction) => transaction.Connection!
        .Query<CatalogElement, long, StoredElement>(
            """
            SELECT kind, id, position, body, revision
            FROM (SELECT kind, id, MAX(revision) AS revision FROM element WHERE revision <= @number GROUP BY kind, id) AS newest
            JOIN element USING (kind, id, revision)
            WHERE body IS NOT NULL
            ORDER BY kind, position
            """,
            (element, revision) => new StoredElement(element, revision),
            new { number },
            transaction,
            splitOn: "revision").AsList();

    /// <param name="elements">Versions of elements, an older one before a newer one.</param>
    private static Dictionary<(string Kind, string Id), long> ChangedIn(IEnumerable<StoredElement> elements)
    {
        var changedIn = new Dictionary<(string Kind, string Id), long>();
        foreach (var (element, revision) in elements)
        {
            if (element.Body is null)
                changedIn.Remove((element.Kind, element.Id));
            else
                changedIn[(element.Kind, element.Id)] = revision;
        }

        return changedIn;
    }

    /// <summary>A version of an element, and the revision that wrote it.</summary>
    private sealed record StoredElement(CatalogElement Element, long Revision);
}
