using System.Data;
using ContactsApi.Core.Corrections;
using ContactsApi.Serialization;
using Dapper;
using Microsoft.Extensions.Options;
using NodaTime;

namespace ContactsApi.Storage;

/// <summary>A correction that was received.</summary>
/// <param name="IsNew">Whether nobody had reported the same before.</param>
public sealed record CorrectionReceipt(Correction Correction, bool IsNew);

/// <summary>A correction at its place in the order of receipt.</summary>
public sealed record ListedCorrection(long Sequence, Correction Correction);

/// <summary>Which corrections to list; absent means all.</summary>
public sealed record CorrectionFilter(CorrectionStatus? Status, string? ChannelId);

/// <summary>The corrections, in the order of receipt. Every write is in the audit log.</summary>
public sealed class CorrectionStore(Database database, IOptions<CorrectionOptions> options)
{
    /// <summary>Takes a report: as a new correction, or as one more report of the open one that says the same.</summary>
    /// <returns>Nothing if too many are open for another one: then nothing was written.</returns>
    public CorrectionReceipt? Receive(Report report, Instant now, Origin origin)
    {
        using var connection = database.Open();
        using var transaction = database.BeginWrite(connection);
        var open = OpenLike(report, transaction);
        if (open is null && CountOpen(transaction) >= options.Value.MaxOpen)
            return null;
        var number = open ?? CorrectionNumber.New();
        if (open is null)
            Insert(number, report, now, transaction);
        else
            CountUp(number, now, transaction);
        AuditLog.Write(transaction, new(
            now, open is null ? AuditAction.ReceiveCorrection : AuditAction.JoinCorrection, number, origin, Revision: null));
        var correction = Find(number, transaction)!;
        transaction.Commit();
        return new(correction, open is null);
    }

    /// <summary>Judges an open correction; one that was judged before stays as it is.</summary>
    /// <returns>The correction as it stands now, so with another verdict if it was judged otherwise before; nothing if there is none.</returns>
    public Correction? Judge(string number, Verdict verdict, Instant now, Origin origin)
    {
        using var connection = database.Open();
        using var transaction = database.BeginWrite(connection);
        var correction = Find(number, transaction);
        if (correction is null || correction.Verdict is not null)
            return correction;
        connection.Execute(
            """
            UPDATE correction
            SET status = @Status, judged_at = @now, revision = @Revision, words_ru = @Ru, words_en = @En
            WHERE number = @Number
            """,
            new { correction.Number, now, Status = EnumNames<CorrectionStatus>.Of(verdict.Status), verdict.Revision, verdict.Words?.Ru, verdict.Words?.En },
            transaction);
        AuditLog.Write(transaction, new(
            now,
            verdict.Status == CorrectionStatus.Accepted ? AuditAction.AcceptCorrection : AuditAction.RejectCorrection,
            correction.Number,
            origin,
            verdict.Revision));
        transaction.Commit();
        return correction with { Verdict = verdict, JudgedAt = now };
    }

    /// <summary>The correction of that number; nothing if there is none.</summary>
    public Correction? Find(string number)
    {
        using var connection = database.Open();
        using var transaction = database.BeginRead(connection);
        return Find(number, transaction);
    }

    /// <summary>Corrections, the newest first.</summary>
    /// <param name="before">Only those received before the one of this place.</param>
    public IReadOnlyList<ListedCorrection> List(CorrectionFilter filter, long before, int limit)
    {
        using var connection = database.Open();
        return
        [
            .. connection.Query<CorrectionRow>(
                $"""
                SELECT {CorrectionRow.Columns}
                FROM correction
                WHERE sequence < @before
                  AND (@status IS NULL OR status = @status)
                  AND (@ChannelId IS NULL OR channel = @ChannelId)
                ORDER BY sequence DESC
                LIMIT @limit
                """,
                new { before, limit, status = filter.Status is { } status ? EnumNames<CorrectionStatus>.Of(status) : null, filter.ChannelId })
                .Select(row => new ListedCorrection(row.Sequence, row.ToCorrection())),
        ];
    }

    private static Correction? Find(string number, IDbTransaction transaction) => transaction.Connection!.QuerySingleOrDefault<CorrectionRow>(
        $"SELECT {CorrectionRow.Columns} FROM correction WHERE number = @number", new { number = CorrectionNumber.Of(number) }, transaction)?.ToCorrection();

    private static string? OpenLike(Report report, IDbTransaction transaction) => transaction.Connection!.ExecuteScalar<string>(
        "SELECT number FROM correction WHERE likeness = @Likeness AND status = 'received'", new { report.Likeness }, transaction);

    private static long CountOpen(IDbTransaction transaction) => transaction.Connection!.ExecuteScalar<long>(
        "SELECT COUNT(*) FROM correction WHERE status = 'received'", transaction: transaction);

    private static void CountUp(string number, Instant now, IDbTransaction transaction) => transaction.Connection!.Execute(
        "UPDATE correction SET reports = reports + 1, last_reported_at = @now WHERE number = @number", new { number, now }, transaction);

    private static void Insert(string number, Report report, Instant now, IDbTransaction transaction) => transaction.Connection!.Execute(
        """
        INSERT INTO correction (
          sequence, number, channel, element, statement, because, should_be, likeness, reports, received_at, last_reported_at, status)
        SELECT
          COALESCE(MAX(sequence), 0) + 1,
          @number, @ChannelId, @Element, @StatementId, @Because, @ShouldBe, @Likeness, 1, @now, @now, 'received'
        FROM correction
        """,
        new
        {
            number,
            report.ChannelId,
            Element = EnumNames<CorrectionElement>.Of(report.Element),
            report.StatementId,
            report.Because,
            report.ShouldBe,
            report.Likeness,
            now,
        },
        transaction);
}
