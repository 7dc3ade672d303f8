using Dapper;

namespace ContactsApi.Storage.Webhooks;

/// <summary>
/// Which process sends: only the one that holds the lease. The holder counts up a number in the store; whoever looks on and sees no
/// other number for as long as a lease lasts takes it over. Nobody compares clocks, so none has to be right.
/// </summary>
/// <param name="lasts">For how long after its last beat the holder may go on.</param>
public sealed class SendingLease(Database database, TimeProvider time, TimeSpan lasts)
{
    public const string Name = "webhooks";

    /// <summary>So many beats while a lease lasts: one may be lost.</summary>
    private const int Beats = 3;

    private readonly Lock turn = new();
    private Row? seen;
    private long seenAt;
    private long? beatenAt;

    /// <summary>This process, among those that share the store.</summary>
    public string Holder { get; } = $"{Guid.NewGuid():N}";

    public bool IsHeld => Lasts(TimeSpan.Zero);

    /// <summary>Whether this process may be sure to hold it for so long.</summary>
    public bool Lasts(TimeSpan duration)
    {
        lock (turn)
            return beatenAt is { } at && time.GetElapsedTime(at) + duration < lasts;
    }

    /// <summary>Keeps the lease, or takes it if nobody holds it.</summary>
    /// <returns>Whether this process holds it now.</returns>
    public bool Hold()
    {
        lock (turn)
        {
            // From before it is written: whoever looks on sees it later.
            var now = time.GetTimestamp();
            if (beatenAt is { } at && time.GetElapsedTime(at, now) < lasts / Beats)
                return true;
            using var connection = database.Open();
            var row = connection.QuerySingle<Row>($"SELECT holder, beat FROM lease WHERE name = '{Name}'");
            if (row != seen)
                (seen, seenAt) = (row, now);
            var isFree = row.Holder == Holder || row.Holder.Length == 0 || time.GetElapsedTime(seenAt, now) >= lasts;
            if (isFree && Beat(row, Holder))
                (beatenAt, seen) = (now, new(Holder, row.Beat + 1));
            else if (row.Holder != Holder)
                beatenAt = null;
            return beatenAt == now;
        }
    }

    /// <summary>Lets another have it at once, as at the end of the process.</summary>
    public bool Release()
    {
        lock (turn)
        {
            beatenAt = null;
            return seen is { } row && row.Holder == Holder && Beat(row, "");
        }
    }

    private bool Beat(Row row, string next)
    {
        using var connection = database.Open();
        using var transaction = database.BeginWrite(connection);
        var done = connection.Execute(
            $"UPDATE lease SET holder = @next, beat = beat + 1 WHERE name = '{Name}' AND holder = @Holder AND beat = @Beat",
            new { next, row.Holder, row.Beat },
            transaction) > 0;
        transaction.Commit();
        return done;
    }

    private sealed record Row(string Holder, long Beat);
}
