using ContactsApi.Core.Catalogs;
using ContactsApi.Core.Statements;

namespace ContactsApi.Core.Checking;

/// <summary>What is known of one value.</summary>
/// <param name="Listed">Where it is listed; of a look-alike, where the listed value is that it resembles.</param>
public sealed record CheckResult(CheckedValue Value, CheckVerdict Verdict, IReadOnlyList<ListedValue> Listed)
{
    /// <summary>In what it differs from the listed value; nothing unless it is a look-alike.</summary>
    public Difference? Difference { get; init; }

    /// <summary>Where it was listed, the last first; empty unless it was and is not now.</summary>
    public IReadOnlyList<FormerValue> Former { get; init; } = [];

    /// <summary>The listed site that the host of an unlisted address is a part of; nothing if it is of none.</summary>
    public HostName? WithinSite { get; init; }
}

/// <summary>
/// Compares a value with what the catalog lists, and with nothing else: of people's own numbers it knows nothing. Immutable.
/// </summary>
public sealed class Checker(Catalog catalog, ValueReader reader, Confusables confusables)
{
    private readonly IReadOnlyList<ListedValue> listed = ListedValues.In(catalog, reader);
    private readonly Resemblance resemblance = new(confusables);

    /// <param name="former">All that was listed once: asked for only if the value is not listed now.</param>
    public CheckResult Check(CheckedValue value, Func<IEnumerable<FormerValue>> former)
    {
        List<ListedValue> found = [.. listed.Where(one => ListedValue.Covers(one.Value, value))];
        if (found.Count > 0)
            return new CheckResult(value, VerdictOf(found), found);
        List<FormerValue> before = [.. former().Where(one => ListedValue.Covers(one.Value, value)).OrderByDescending(one => one.Until).DistinctBy(one => (one.ChannelId, one.OfficeId))];
        if (before.Count > 0)
            return new(value, CheckVerdict.FormerlyListed, []) { Former = before };
        var alike = listed.Select(one => (Listed: one, Difference: resemblance.Between(value, one.Value))).Where(one => one.Difference is not null).ToList();
        // One sign away is nearer than a name inside another, and a long name inside it nearer than a short one.
        return alike.Count > 0 && alike.OrderBy(one => one.Difference!.Kind).ThenByDescending(one => one.Listed.Value.Text.Length).First() is var nearest
            ? new(value, CheckVerdict.LookAlike, [.. listed.Where(one => one.Value.IsSameAs(nearest.Listed.Value))]) { Difference = nearest.Difference }
            : new(value, CheckVerdict.Unknown, []) { WithinSite = SiteOf(value) };
    }

    private HostName? SiteOf(CheckedValue value) =>
        (value switch { PageValue page => page.Host, MailboxValue mailbox => mailbox.Domain, _ => null }) is { } host
            ? listed.Select(one => one.Value).OfType<PageValue>().Where(page => page.Path.Length == 0).Select(page => page.Host).FirstOrDefault(site => host == site || host.IsWithin(site))
            : null;

    /// <summary>Several channels may have one address, and one of them a mark: of marks the newest counts, and of one day the one that warns.</summary>
    private static CheckVerdict VerdictOf(IEnumerable<ListedValue> found) =>
        found.Select(one => one.Contact.Verification).OfType<Verification>().OrderByDescending(mark => mark.Date).ThenByDescending(mark => mark.Outcome).FirstOrDefault() switch
        {
            null => CheckVerdict.Listed,
            { Outcome: VerificationOutcome.Verified } => CheckVerdict.Verified,
            _ => CheckVerdict.Disputed,
        };
}
