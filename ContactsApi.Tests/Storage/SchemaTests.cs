using ContactsApi.Tests.Support;
using Dapper;
using Microsoft.Data.Sqlite;

namespace ContactsApi.Tests.Storage;

/// <summary>What the database itself watches over.</summary>
public sealed class SchemaTests : IDisposable
{
    private const string Correction =
        "INSERT INTO correction (channel, element, because, reports, received_at, last_reported_at, words_en, "
        + "sequence, number, likeness, status, judged_at, revision, words_ru) VALUES ('c', 'name', 'b', 1, 't', 't', ";

    private readonly TemporaryStore store = new();

    public SchemaTests() => store.Start();

    [Theory]
    [InlineData("PRAGMA foreign_keys", "1")]
    [InlineData("PRAGMA journal_mode", "wal")]
    [InlineData("PRAGMA synchronous", "2")] // FULL
    [InlineData("PRAGMA application_id", "1131364688")] // "CoAP"
    public void Every_connection_is_set_up(string question, string answer)
    {
        using var connection = store.Database.Open();

        Assert.Equal(answer, connection.ExecuteScalar<string>(question));
    }

    [Theory]
    [InlineData("revision")]
    [InlineData("element")]
    [InlineData("audit")]
    [InlineData("api_key")]
    [InlineData("secret")]
    [InlineData("correction")]
    public void Tables_are_strict(string table) =>
        Assert.Equal(1, store.Query<long>($"SELECT strict FROM pragma_table_list WHERE name = '{table}'"));

    [Theory]
    [InlineData("a text where a number belongs", "INSERT INTO element VALUES ('channels', 'new', 1, 'first', '{}')")]
    [InlineData("a revision that is there already", "INSERT INTO revision VALUES (1, '2026-11-23T00:00:00.000000000Z', 'a', 'm')")]
    [InlineData("an element of no revision", "INSERT INTO element VALUES ('channels', 'new', 99, 0, '{}')")]
    [InlineData("a second version in one revision", "INSERT INTO element VALUES ('channels', 'hotline', 1, 0, '{}')")]
    [InlineData("a body that is no JSON", "INSERT INTO element VALUES ('channels', 'new', 1, 0, '{')")]
    [InlineData("a correction that says the same as an open one", Correction + "NULL, 1, 'A', 'same', 'received', NULL, NULL, NULL); " + Correction + "NULL, 2, 'B', 'same', 'received', NULL, NULL, NULL)")]
    [InlineData("a correction judged at no time", Correction + "'no', 1, 'A', 'a', 'rejected', NULL, NULL, 'нет')")]
    [InlineData("a correction accepted without a revision", Correction + "NULL, 1, 'A', 'a', 'accepted', 't', NULL, NULL)")]
    [InlineData("a correction accepted with a revision that is none", Correction + "NULL, 1, 'A', 'a', 'accepted', 't', 99, NULL)")]
    [InlineData("a correction rejected without a reason", Correction + "NULL, 1, 'A', 'a', 'rejected', 't', NULL, NULL)")]
    public void The_database_refuses(string what, string sql)
    {
        using var connection = store.Database.Open();

        var refusal = Assert.Throws<SqliteException>(() => connection.Execute(sql));
        Assert.True(refusal.SqliteErrorCode == SQLitePCL.raw.SQLITE_CONSTRAINT, $"It refuses {what}, but for another cause: {refusal.Message}");
    }

    public void Dispose() => store.Dispose();
}
