using ContactsApi.Storage;
using ContactsApi.Tests.Support;
using Dapper;
using Microsoft.Data.Sqlite;

namespace ContactsApi.Tests.Storage;

/// <summary>A store that another process has locked. Each try waits for the lock in real time, a second.</summary>
public sealed class LockedStoreTests : IDisposable
{
    private readonly TemporaryStore store = new();

    [Fact]
    public void A_lock_that_is_released_between_two_tries_does_not_hinder_the_start()
    {
        using var other = Lock();
        var time = new HastyTime { Meanwhile = other.Dispose };

        Assert.Equal(1, store.Start(time).Revision);
        Assert.Single(time.Waits);
    }

    [Fact]
    public void A_lock_that_is_never_released_is_refused_after_three_more_tries()
    {
        using var other = Lock();
        var time = new HastyTime();

        var refusal = Assert.Throws<StoreUnusableException>(() => store.Start(time));
        refusal.AssertSays(store.Path, "файл занят другим процессом", "another process keeps the file locked");
        Assert.Equal(3, time.Waits.Count);
    }

    public void Dispose() => store.Dispose();

    private SqliteConnection Lock()
    {
        var connection = store.Connect();
        connection.Execute("BEGIN EXCLUSIVE");
        return connection;
    }
}
