using ContactsApi.Storage;
using ContactsApi.Tests.Support;
using Microsoft.Extensions.Time.Testing;
using NodaTime;
using NodaTime.Extensions;

namespace ContactsApi.Tests.Storage;

/// <summary>What was written about a write is what is read of it.</summary>
public abstract class AuditTests : IDisposable
{
    private static readonly Instant Start = Instant.FromUtc(2026, 11, 22, 11, 0);
    private static readonly Instant Noon = Instant.FromUtc(2026, 11, 22, 12, 0).PlusNanoseconds(1);
    private static readonly Origin Caller = new("Anna") { KeyId = "k1", AddressHash = "h1", RequestId = "r1" };
    private static readonly AuditEntry Entry = new(Noon, AuditAction.WriteRevision, "1", Caller, 1);

    private readonly TestStore store;

    protected AuditTests(TestStore store)
    {
        this.store = store;
        store.Start(clock: new FakeTimeProvider(Start.ToDateTimeOffset()).ToClock());
    }

    private AuditTrail Trail => new(store.Database);

    [Fact]
    public void The_first_start_is_the_first_entry() =>
        Assert.Equal([new AuditRow(1, Start, "write-revision", "1", "contacts-api", null, null, null, 1)], List());

    [Fact]
    public void An_entry_comes_back_as_it_was_written()
    {
        Write(Entry);
        Write(new(Noon + Duration.Epsilon, AuditAction.ReceiveCorrection, "K7QM-4TZP-W2XD", new("anonymous"), null));

        Assert.Equal(
            [
                new AuditRow(3, Noon + Duration.Epsilon, "receive-correction", "K7QM-4TZP-W2XD", "anonymous", null, null, null, null),
                new AuditRow(2, Noon, "write-revision", "1", "Anna", "k1", "h1", "r1", 1),
            ],
            List().Take(2));
    }

    [Fact]
    public void They_are_listed_the_newest_first_page_by_page()
    {
        for (var i = 2; i <= 6; i++)
            Write(Entry);

        Assert.Equal([6, 5, 4, 3, 2, 1], Numbers(List()));
        Assert.Equal([6, 5], Numbers(Trail.List(long.MaxValue, 2)));
        Assert.Equal([4, 3], Numbers(Trail.List(5, 2)));
        Assert.Empty(Trail.List(1, 2));
    }

    [Fact]
    public void They_are_listed_by_key_and_action()
    {
        Write(Entry);
        Write(Entry with { Action = AuditAction.CreateKey });
        Write(Entry with { Origin = Caller with { KeyId = "k2" } });
        Write(Entry with { Origin = new("a command") });

        Assert.Equal([3, 2], Numbers(Trail.List(long.MaxValue, 9, keyId: "k1")));
        Assert.Equal([3], Numbers(Trail.List(long.MaxValue, 9, action: AuditAction.CreateKey)));
        Assert.Equal([2], Numbers(Trail.List(long.MaxValue, 9, "k1", AuditAction.WriteRevision)));
        Assert.Equal([2], Numbers(Trail.List(3, 9, keyId: "k1")));
        Assert.Empty(Trail.List(long.MaxValue, 9, keyId: "k"));
        Assert.Empty(Trail.List(long.MaxValue, 9, action: AuditAction.RevokeKey));
    }

    [Fact]
    public async Task Writes_at_once_are_numbered_without_gaps()
    {
        store.Options.BusyTimeoutSeconds = TestStore.Patient;

        await AtOnce.Run(() =>
        {
            for (var i = 0; i < 5; i++)
                Write(Entry);
            return true;
        });

        Assert.Equal(Enumerable.Range(1, 31).Reverse().Select(number => (long)number), Numbers(List()));
    }

    [Fact]
    public void An_entry_of_a_write_that_is_given_up_is_not_there()
    {
        using var connection = store.Database.Open();
        using (var transaction = store.Database.BeginWrite(connection))
            AuditLog.Write(transaction, Entry);

        Assert.Equal([1], Numbers(List()));
        Write(Entry);
        Assert.Equal([2, 1], Numbers(List()));
    }

    [Fact]
    public void An_action_that_only_a_later_version_knows_is_shown_by_its_name()
    {
        store.Execute("UPDATE audit SET action = 'merge-keys'");

        Assert.Equal("merge-keys", Assert.Single(List()).Action);
    }

    [Fact]
    public void Whether_there_is_an_entry_is_told_by_all_that_it_says()
    {
        var byCommand = Entry with { Origin = new("Anna") };
        Write(Entry);
        Assert.True(Tells(Entry));
        Assert.False(Tells(byCommand));
        Write(byCommand);
        Assert.True(Tells(byCommand));

        Assert.All(
            [
                Entry with { At = Noon + Duration.Epsilon },
                Entry with { Action = AuditAction.CreateKey },
                Entry with { Subject = "2" },
                Entry with { Revision = 2 },
                Entry with { Origin = Caller with { Author = "Boris" } },
                Entry with { Origin = Caller with { KeyId = "k2" } },
                Entry with { Origin = Caller with { AddressHash = "h2" } },
                Entry with { Origin = Caller with { RequestId = "r2" } },
                Entry with { Origin = Caller with { KeyId = null } },
                Entry with { Origin = Caller with { AddressHash = null } },
                Entry with { Origin = Caller with { RequestId = null } },
            ],
            other => Assert.False(Tells(other), $"{other}"));
    }

    public void Dispose()
    {
        store.Dispose();
        GC.SuppressFinalize(this);
    }

    private static IEnumerable<long> Numbers(IEnumerable<AuditRow> rows) => rows.Select(row => row.Number);

    private IReadOnlyList<AuditRow> List() => Trail.List(long.MaxValue, 100);

    private void Write(AuditEntry entry)
    {
        using var connection = store.Database.Open();
        using var transaction = store.Database.BeginWrite(connection);
        AuditLog.Write(transaction, entry);
        transaction.Commit();
    }

    private bool Tells(AuditEntry entry)
    {
        using var connection = store.Database.Open();
        using var transaction = store.Database.BeginRead(connection);
        return AuditLog.Tells(transaction, entry);
    }
}

public sealed class SqliteAuditTests() : AuditTests(new TemporaryStore());

[Collection<Alone>]
public sealed class PostgresAuditTests() : AuditTests(new PostgresStore());
