using System.Data;
using System.Text.Json;
using ContactsApi.Core.Catalogs;
using Dapper;
using NodaTime;

namespace ContactsApi.Storage;

/// <summary>The revisions of the catalog in a SQLite file. A revision is written whole or not at all, and never changed.</summary>
public sealed class SqliteStore(SqliteDatabase database)
{
    /// <summary>The newest revision; nothing if the store is still empty.</summary>
    public CatalogRevision? ReadNewest()
    {
        using var connection = database.Open();
        using var transaction = connection.BeginTransaction(deferred: true);
        return Newest(transaction) is { } newest ? Read(newest, transaction) : null;
    }

    /// <summary>The revision of that number; nothing if there is none.</summary>
    public CatalogRevision? Read(long number)
    {
        using var connection = database.Open();
        using var transaction = connection.BeginTransaction(deferred: true);
        return Entries(transaction, number + 1, 1) is [var entry] && entry.Number == number ? Read(entry, transaction) : null;
    }

    /// <summary>The number of the revision that was the newest at an instant; nothing if there was none yet.</summary>
    public long? NumberAt(Instant moment)
    {
        using var connection = database.Open();
        return connection.ExecuteScalar<long?>("SELECT MAX(number) FROM revision WHERE created_at <= @moment", new { moment });
    }

    /// <summary>Revisions, the newest first.</summary>
    /// <param name="before">Only those with a lower number.</param>
    public IReadOnlyList<RevisionEntry> List(long before, int limit)
    {
        using var connection = database.Open();
        using var transaction = connection.BeginTransaction(deferred: true);
        return Entries(transaction, before, limit);
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

    /// <summary>Writes the elements that differ from the newest revision as the next one.</summary>
    /// <param name="newest">The number of the revision that the change was made on; 0 for an empty store.</param>
    /// <param name="written">Is told the number of elements written so far.</param>
    /// <returns>The number of the new revision, or nothing if another is the newest by now: then nothing was written.</returns>
    public long? Append(Catalog catalog, long newest, Instant now, Origin origin, string message, IProgress<int>? written = null)
    {
        using var connection = database.Open();
        // Immediate: takes the write lock before it looks, so that nobody can write in between.
        using var transaction = connection.BeginTransaction(deferred: false);
        var last = Newest(transaction);
        if ((last?.Number ?? 0) != newest)
            return null;
        var entry = new RevisionEntry(newest + 1, last is null ? now : Instant.Max(last.CreatedAt, now), origin.Author, message);
        connection.Execute(
            "INSERT INTO revision (number, created_at, author, message) VALUES (@Number, @CreatedAt, @Author, @Message)", entry, transaction);
        connection.Execute(
            "INSERT INTO element (kind, id, revision, position, body) VALUES (@Kind, @Id, @Revision, @Position, @Body)",
            CatalogElement.Changed(Elements(newest, transaction), CatalogElement.Split(catalog))
                .Select((element, i) =>
                {
                    written?.Report(i);
                    return new { element.Kind, element.Id, Revision = entry.Number, element.Position, element.Body };
                }),
            transaction);
        AuditLog.Write(transaction, new(now, AuditAction.WriteRevision, $"{entry.Number}", origin, entry.Number));
        transaction.Commit();
        return entry.Number;
    }

    private CatalogRevision Read(RevisionEntry entry, IDbTransaction transaction)
    {
        try
        {
            return new CatalogRevision(entry.Number, entry.CreatedAt, CatalogElement.Join(Elements(entry.Number, transaction)));
        }
        catch (JsonException problem)
        {
            throw database.UnusableContent(entry.Number, new(problem.Message, problem.Message));
        }
    }

    private static RevisionEntry? Newest(IDbTransaction transaction) => Entries(transaction, long.MaxValue, 1) is [var newest] ? newest : null;

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
    private static List<CatalogElement> Elements(long number, IDbTransaction transaction) => transaction.Connection!.Query<CatalogElement>(
        """
        SELECT kind, id, position, body
        FROM element AS newest
        WHERE body IS NOT NULL
          AND revision = (
            SELECT MAX(revision) FROM element
            WHERE kind = newest.kind AND id = newest.id AND revision <= @number)
        ORDER BY kind, position
        """,
        new { number },
        transaction).AsList();
}
