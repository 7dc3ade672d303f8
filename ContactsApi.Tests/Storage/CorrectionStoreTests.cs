using ContactsApi.Core.Corrections;
using ContactsApi.Storage;
using ContactsApi.Tests.Support;
using NodaTime;

namespace ContactsApi.Tests.Storage;

/// <summary>What callers report is kept, joined, bounded and judged once, and every write leaves a line in the audit log.</summary>
public abstract class CorrectionStoreTests : IDisposable
{
    private static readonly Instant Noon = Instant.FromUtc(2026, 11, 22, 12, 0);
    private static readonly Origin Sender = new("anonymous") { AddressHash = "h1", RequestId = "r1" };
    private static readonly Origin Steward = new("a steward") { KeyId = "k1" };
    private static readonly Report Report = new("hotline", CorrectionElement.Hours, "hours-3.1", "It answered at night", "round the clock");
    private static readonly Verdict Accepted = Verdict.Accept(1, null);
    private static readonly Verdict Rejected = Verdict.Reject(new("Это не так.", "It is not so."));

    private readonly TestStore store;
    private readonly CorrectionOptions options = new();

    protected CorrectionStoreTests(TestStore store)
    {
        this.store = store;
        store.Start();
    }

    private CorrectionStore Corrections => new(store.Database, Microsoft.Extensions.Options.Options.Create(options));

    [Fact]
    public void A_report_is_found_by_its_number()
    {
        var receipt = Receive(Report);

        Assert.True(receipt.IsNew);
        Assert.Equal(new Correction(receipt.Correction.Number, Report, 1, Noon, Noon, null, null), receipt.Correction);
        Assert.Equal(receipt.Correction, Corrections.Find(receipt.Correction.Number));
        Assert.Equal(receipt.Correction, Corrections.Find(receipt.Correction.Number.ToLowerInvariant()));
        Assert.Null(Corrections.Find("K7QM-4TZP-W2XD"));
    }

    [Fact]
    public void The_same_report_is_joined_while_the_first_is_open()
    {
        var first = Receive(Report);
        var again = Receive(Report with { Because = "I was answered at 3" }, Noon + Duration.FromHours(1));

        Assert.False(again.IsNew);
        Assert.Equal(first.Correction with { Reports = 2, LastReportedAt = Noon + Duration.FromHours(1) }, again.Correction);

        Judge(first.Correction.Number, Rejected);
        var anew = Receive(Report);
        Assert.True(anew.IsNew);
        Assert.NotEqual(first.Correction.Number, anew.Correction.Number);
        Assert.Equal(2, Corrections.Find(first.Correction.Number)!.Reports);
    }

    [Fact]
    public async Task Of_the_same_reports_sent_at_once_one_is_new_and_all_are_counted()
    {
        store.Options.BusyTimeoutSeconds = TestStore.Patient;
        var receipts = await AtOnce.Run(() => Receive(Report));

        Assert.Single(receipts, receipt => receipt.IsNew);
        var number = Assert.Single(receipts.Select(receipt => receipt.Correction.Number).Distinct());
        Assert.Equal(receipts.Length, Corrections.Find(number)!.Reports);
        Assert.Equal(receipts.Length, store.Query<long>($"SELECT COUNT(*) FROM audit WHERE subject = '{number}'"));
    }

    [Fact]
    public void A_store_with_too_many_open_corrections_takes_only_what_it_has()
    {
        options.MaxOpen = 2;
        var first = Receive(About("first")).Correction;
        Receive(About("second"));
        var lines = AuditLines;

        Assert.Null(Corrections.Receive(About("third"), Noon, Sender));
        Assert.Equal(lines, AuditLines);
        Assert.Equal(2, Receive(About("first")).Correction.Reports);

        Judge(first.Number, Rejected);
        Assert.True(Receive(About("third")).IsNew);
    }

    [Fact]
    public void A_correction_is_judged_once()
    {
        var number = Receive(Report).Correction.Number;
        var judged = Judge(number, Accepted)!;

        Assert.Equal((Accepted, Noon), (judged.Verdict, judged.JudgedAt));
        Assert.Equal(judged, Corrections.Find(number));
        var lines = AuditLines;

        // Whatever is said afterwards changes nothing.
        Assert.All([Accepted, Rejected, Verdict.Accept(1, new("ещё", "more"))], verdict =>
            Assert.Equal(judged, Corrections.Judge(number, verdict, Noon + Duration.FromDays(1), Steward)));
        Assert.Equal(lines, AuditLines);
        Assert.Null(Judge("K7QM-4TZP-W2XD", Accepted));
    }

    [Fact]
    public void A_reason_is_kept_in_both_languages()
    {
        var number = Receive(Report).Correction.Number;
        Judge(number.ToLowerInvariant(), Rejected);

        Assert.Equal(Rejected, Corrections.Find(number)!.Verdict);
    }

    [Fact]
    public void Every_write_is_in_the_audit_log_with_its_origin()
    {
        var one = Receive(Report).Correction.Number;
        Receive(Report);
        var other = Receive(About("other")).Correction.Number;
        Judge(one, Accepted);
        Judge(other, Rejected);

        Assert.Equal(
            [
                $"receive-correction {one} anonymous -/h1/r1 -",
                $"join-correction {one} anonymous -/h1/r1 -",
                $"receive-correction {other} anonymous -/h1/r1 -",
                $"accept-correction {one} a steward k1/-/- 1",
                $"reject-correction {other} a steward k1/-/- -",
            ],
            from line in new AuditTrail(store.Database).List(long.MaxValue, 100).Reverse()
            where line.Number > 1
            select $"{line.Action} {line.Subject} {line.Author} {line.KeyId ?? "-"}/{line.AddressHash ?? "-"}/{line.RequestId ?? "-"} {line.Revision?.ToString() ?? "-"}");
    }

    [Fact]
    public void They_are_listed_the_newest_first_page_by_page()
    {
        var numbers = Enumerable.Range(1, 5).Select(i => Receive(About($"report {i}")).Correction.Number).Reverse().ToList();

        var page = Corrections.List(new(null, null), long.MaxValue, 2);
        Assert.Equal(numbers.Take(2), page.Select(listed => listed.Correction.Number));
        Assert.Equal(numbers.Skip(2), Corrections.List(new(null, null), page[^1].Sequence, 9).Select(listed => listed.Correction.Number));
    }

    [Fact]
    public void They_are_listed_by_status_and_channel()
    {
        var open = Receive(About("open")).Correction.Number;
        var judged = Receive(About("judged")).Correction.Number;
        var other = Receive(Report with { ChannelId = "email" }).Correction.Number;
        Judge(judged, Rejected);

        Assert.Equal([other, open], Listed(CorrectionStatus.Received, null));
        Assert.Equal([judged], Listed(CorrectionStatus.Rejected, null));
        Assert.Equal([judged, open], Listed(null, "hotline"));
        Assert.Empty(Listed(CorrectionStatus.Rejected, "email"));
    }

    [Fact]
    public void Numbers_are_easy_to_copy_and_hard_to_guess()
    {
        var numbers = Enumerable.Range(0, 10_000).Select(_ => CorrectionNumber.New()).ToList();

        Assert.All(numbers, number => Assert.Matches($"^[{CorrectionNumber.Alphabet}]{{4}}(-[{CorrectionNumber.Alphabet}]{{4}}){{2}}$", number));
        Assert.Distinct(numbers);
        // Every place takes every letter.
        Assert.Equal(CorrectionNumber.Alphabet.Length * 12, numbers.SelectMany(number => number.Select((letter, i) => (letter, i))).Distinct().Count() - 2);
        Assert.Empty(CorrectionNumber.Alphabet.Intersect("01OILU"));
    }

    public void Dispose()
    {
        store.Dispose();
        GC.SuppressFinalize(this);
    }

    private long AuditLines => store.Query<long>("SELECT COUNT(*) FROM audit");

    private static Report About(string what) => Report with { ShouldBe = what };

    private CorrectionReceipt Receive(Report report, Instant? at = null) => Corrections.Receive(report, at ?? Noon, Sender)!;

    private Correction? Judge(string number, Verdict verdict) => Corrections.Judge(number, verdict, Noon, Steward);

    private IEnumerable<string> Listed(CorrectionStatus? status, string? channel) =>
        Corrections.List(new(status, channel), long.MaxValue, 9).Select(listed => listed.Correction.Number);
}

public sealed class SqliteCorrectionStoreTests() : CorrectionStoreTests(new TemporaryStore());

[Collection<Alone>]
public sealed class PostgresCorrectionStoreTests() : CorrectionStoreTests(new PostgresStore());
