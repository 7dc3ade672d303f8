using ContactsApi.Core.Catalogs;
using ContactsApi.Core.Channels;
using ContactsApi.Core.Choosing;
using ContactsApi.Core.Quality;
using ContactsApi.Core.Statements;

namespace ContactsApi.Core.Checking;

/// <summary>
/// By which number somebody who got a call calls back: the listed one that the call seemed to come from, if it is a phone line that nothing
/// speaks against; else the one for everybody, and the one for those abroad.
/// </summary>
public static class CallBack
{
    private static readonly Segment[] Everybody = [Segment.Individual, Segment.Abroad];

    public static IReadOnlyList<Contact> After(CheckResult result, CatalogIndex index) =>
        result.Listed.Select(one => one.Contact).FirstOrDefault(contact => IsLine(contact, index)) is { } line
            ? [line]
            : [.. Everybody.Select(segment => LineFor(segment, index)).OfType<Contact>().DistinctBy(contact => contact.Phone)];

    private static Contact? LineFor(Segment segment, CatalogIndex index) => index.Catalog.Channels
        .Where(channel => channel.Mode == Mode.Live && channel.Serves(segment) && Eligibility.Beforehand(channel) == default)
        .Select(channel => new Contact(channel, null))
        .Where(contact => IsLine(contact, index))
        .OrderByDescending(contact => contact.IsVerified)
        .ThenBy(contact => contact.Channel!.Priority[segment])
        .FirstOrDefault();

    /// <summary>A number that is in doubt at one channel is so at any.</summary>
    private static bool IsLine(Contact contact, CatalogIndex index) =>
        contact.Phone is not null
        && (contact.Office is not null || contact.Channel!.Kind == ChannelKind.Phone)
        && CallerFindings.About(contact, index).Count == 0
        && !Contact.In(index.Catalog).Any(other => other.Phone == contact.Phone && other.Verification is { Outcome: VerificationOutcome.Disputed });
}
