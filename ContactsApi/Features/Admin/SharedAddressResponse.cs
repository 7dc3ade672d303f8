using ContactsApi.Core;
using ContactsApi.Core.Catalogs;
using ContactsApi.Editing;
using ContactsApi.Features.Responses;

namespace ContactsApi.Features.Admin;

/// <summary>A channel or office with the address that a write gave to another one, or took from it.</summary>
/// <param name="Kind">The list of the catalog that it is in: `channels` or `offices`.</param>
/// <param name="Id">Its id in that list.</param>
/// <param name="Name">In the language of the answer.</param>
/// <param name="Address">As it is written: the number in E.164, or the URI.</param>
/// <param name="Text">What to look at, in the language of the answer.</param>
public sealed record SharedAddressResponse(string Kind, string Id, string Name, string Address, AddressAge Which, string Text)
{
    /// <summary>All that share an address with what the edit changes, as they would be afterwards; first those that keep a former one.</summary>
    public static IReadOnlyList<SharedAddressResponse> Of(EditedCatalog edited, Language language)
    {
        var touched = edited.Changes.Select(change => (change.Kind, change.Id)).ToHashSet();
        if (!touched.Any(element => element.Kind is Holder.Channels or Holder.Offices))
            return [];
        var before = Holder.In(edited.Before.Directory.Catalog).Where(IsEdited).SelectMany(Holdings).ToHashSet();
        var all = Holder.In(edited.After!.Catalog).ToList();
        var after = all.Where(IsEdited).SelectMany(Holdings).ToHashSet();
        return
        [
            .. Sharing(before.Except(after), AddressAge.Former),
            .. Sharing(after.Except(before), AddressAge.New),
        ];

        bool IsEdited(Holder one) => touched.Contains((one.Kind, one.Id));

        IEnumerable<SharedAddressResponse> Sharing(IEnumerable<(string Kind, string Id, string Address)> changed, AddressAge which)
        {
            var concerned = changed.ToLookup(one => one.Address, one => (one.Kind, one.Id));
            return from one in all
                   from address in one.Addresses
                   where concerned[address].Any(other => other != (one.Kind, one.Id))
                   select one.Sharing(address, which, language);
        }
    }

    private static IEnumerable<(string Kind, string Id, string Address)> Holdings(Holder one) =>
        one.Addresses.Select(address => (one.Kind, one.Id, address));

    /// <summary>What has addresses.</summary>
    private sealed record Holder(string Kind, string Id, LocalizedText Name, string? Phone, Uri? Uri)
    {
        public const string Channels = "channels";
        public const string Offices = "offices";

        public IEnumerable<string> Addresses => new[] { Phone, Uri?.ToString() }.OfType<string>();

        public static IEnumerable<Holder> In(Catalog catalog) =>
        [
            .. catalog.Channels.Select(channel => new Holder(Channels, channel.Id, channel.Name, channel.Address?.Phone, channel.Address?.Uri)),
            .. catalog.Offices.Select(office => new Holder(Offices, office.Id, office.Name, office.Address.Phone, office.Address.Uri)),
        ];

        public SharedAddressResponse Sharing(string address, AddressAge which, Language language)
        {
            var shown = address == Phone ? ListedPhone.Of(address).International : address;
            var text = which == AddressAge.New
                ? new LocalizedText($"Этот же адрес, {shown}, и у «{Name.Ru}».", $"“{Name.En}” has this address, {shown}, too.")
                : new LocalizedText(
                    $"У «{Name.Ru}» остался прежний адрес, {shown}. Если он сменился и там, измените его и там.",
                    $"“{Name.En}” still has the former address, {shown}. If it has changed there too, change it there as well.");
            return new(Kind, Id, Name.In(language), address, which, text.In(language));
        }
    }
}

/// <summary>Whether a write took an address away or brought it.</summary>
public enum AddressAge
{
    Former,
    New,
}
