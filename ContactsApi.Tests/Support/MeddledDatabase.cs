using System.Data.Common;
using ContactsApi.Core;
using ContactsApi.Storage;
using ContactsApi.Storage.Sqlite;
using Dapper;
using Microsoft.Extensions.Options;

namespace ContactsApi.Tests.Support;

/// <summary>A SQLite database that a test can spoil for each connection by itself, where SQLite has a switch for that.</summary>
public sealed class MeddledDatabase(IOptions<StoreOptions> options) : Database
{
    public const string Nothing = "SELECT 1";

    private readonly SqliteDatabase database = new(options);

    /// <summary>What is executed on every connection before it is used.</summary>
    public string Meddling { get; set; } = Nothing;

    protected override string Scripts => "Sqlite";

    protected override string Place => "a database that is meddled with";

    public override DbConnection Open()
    {
        var connection = database.Open();
        connection.Execute(Meddling);
        return connection;
    }

    public override void Prepare() => database.Prepare();

    public override DbTransaction BeginRead(DbConnection connection) => database.BeginRead(connection);

    public override bool IsTransient(DbException problem) => database.IsTransient(problem);

    protected override DbTransaction BeginAlone(DbConnection connection) => connection.BeginTransaction();

    protected override LocalizedText Explain(DbException problem) => new(problem.Message, problem.Message);
}
