using ContactsApi.Core.Catalogs;
using ContactsApi.Core.Channels;
using ContactsApi.Core.Statements;

namespace ContactsApi.Core.Quality;

/// <summary>What people are sent to: a channel, or an office as the channel that stands for offices.</summary>
/// <param name="Channel">Nothing for an office that no channel stands for: nobody is sent there.</param>
/// <param name="Office">Nothing for a channel.</param>
public sealed record Contact(Channel? Channel, Office? Office)
{
    /// <summary>E.164.</summary>
    public string? Phone => Office is null ? Channel!.Address?.Phone : Office.Address.Phone;

    public Verification? Verification => Office is null ? Channel!.Address?.Verification : Office.Verification;

    /// <summary>Whether somebody found the address to be the right one. That settles whose it is, whatever it looks like.</summary>
    public bool IsVerified => Verification is { Outcome: VerificationOutcome.Verified };

    /// <summary>The number, if nobody has verified it.</summary>
    public string? UnverifiedPhone => IsVerified ? null : Phone;

    /// <summary>The only regions that it is for, by ISO 3166-2 code, each with what says so; empty means all.</summary>
    public IReadOnlyDictionary<string, string> Regions =>
        Office is null ? Channel!.Restrictions.Regions : new Dictionary<string, string> { [Office.Region] = Provenance.Operator };

    public static IEnumerable<Contact> In(Catalog catalog)
    {
        var standing = catalog.Channels.FirstOrDefault(channel => channel.StandsForOffices());
        return [.. catalog.Channels.Select(channel => new Contact(channel, null)), .. catalog.Offices.Select(office => new Contact(standing, office))];
    }

    /// <param name="toCaller">What it means for those who are sent there, in few words; nothing if they are not told.</param>
    public Finding Found(FindingKind kind, LocalizedText text, LocalizedText? toCaller = null) => Office is null
        ? kind.FoundIn(Channel!, text) with { ToCaller = toCaller }
        : new(kind, Channel?.Id, new($"Офис «{Office.Name.Ru}». {text.Ru}", $"Office “{Office.Name.En}”. {text.En}"))
        {
            OfficeId = Office.Id,
            References = [Provenance.Operator],
            ToCaller = toCaller,
        };
}
