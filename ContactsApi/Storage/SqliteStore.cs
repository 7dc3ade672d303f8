using ContactsApi.Core.Catalogs;
using Dapper;
using Microsoft.Data.Sqlite;
using NodaTime;

namespace ContactsApi.Storage;

/// <summary>The revisions of the catalog in a SQLite file.</summary>
public sealed class SqliteStore(SqliteDatabase database)
{
    /// <summary>The newest revision; nothing if the store is still empty.</summary>
    public CatalogRevision? ReadNewest()
    {
        using var connection = database.Open();
        using var transaction = connection.BeginTransaction(deferred: true);
        var revision = connection.QuerySingleOrDefault<RevisionRow>(
            "SELECT number, created_at AS CreatedAt FROM revision ORDER BY number DESC LIMIT 1", transaction: transaction);
        if (revision is null)
            return null;
        var elements = connection.Query<CatalogElement>(
            """
            SELECT kind, id, position, body
            FROM element AS newest
            WHERE body IS NOT NULL
              AND revision = (
                SELECT MAX(revision) FROM element
                WHERE kind = newest.kind AND id = newest.id AND revision <= @Number)
            ORDER BY kind, position
            """,
            new { revision.Number },
            transaction);
        return new CatalogRevision(revision.Number, revision.CreatedAt, CatalogElement.Join(elements));
    }

    /// <summary>Writes the first revision, whole or not at all. Does nothing if another process was faster.</summary>
    public void WriteFirst(Catalog catalog, Instant now, string author, string message)
    {
        using var connection = database.Open();
        // Immediate: takes the write lock before it looks, so two processes cannot both find the store empty.
        using var transaction = connection.BeginTransaction(deferred: false);
        if (connection.ExecuteScalar<long>("SELECT COUNT(*) FROM revision", transaction: transaction) > 0)
            return;
        connection.Execute(
            "INSERT INTO revision (number, created_at, author, message) VALUES (1, @now, @author, @message)",
            new { now, author, message },
            transaction);
        connection.Execute(
            "INSERT INTO element (kind, id, revision, position, body) VALUES (@Kind, @Id, 1, @Position, @Body)",
            CatalogElement.Split(catalog),
            transaction);
        transaction.Commit();
    }

    private sealed record RevisionRow(long Number, Instant CreatedAt);
}
