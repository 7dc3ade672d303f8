using ContactsApi.Core.Catalogs;
using ContactsApi.Core.Channels;
using ContactsApi.Core.Quality;

namespace ContactsApi.Core.Checking;

/// <summary>A value by which the catalog says that somebody is reached.</summary>
public sealed record ListedValue(CheckedValue Value, Contact Contact)
{
    /// <summary>Whether one lists the other. A listed site is listed with all its pages; where a page is listed, it alone is, with what is below it.</summary>
    public static bool Covers(CheckedValue listed, CheckedValue asked) => (listed, asked) switch
    {
        (PageValue one, PageValue page) => one.Host == page.Host && $"{page.Path}/".StartsWith(one.Path.Length == 0 ? "" : $"{one.Path}/", StringComparison.Ordinal),
        (HandleValue one, HandleValue { Site: null } account) => one.Name == account.Name,
        _ => asked.IsSameAs(listed),
    };
}

/// <summary>All values of a catalog: of its channels, then of its offices.</summary>
public static class ListedValues
{
    public static IReadOnlyList<ListedValue> In(Catalog catalog, ValueReader reader) =>
        [.. from contact in Contact.In(catalog) from value in Of(contact, reader) select new ListedValue(value, contact)];

    /// <summary>What an address lists.</summary>
    public static IEnumerable<CheckedValue> Of(string? phone, Uri? uri, ValueReader reader)
    {
        if (phone is not null)
            yield return new PhoneValue(phone);
        if (uri is not null && reader.OfUri(uri) is { } value)
            yield return value;
    }

    private static IEnumerable<CheckedValue> Of(Contact contact, ValueReader reader) => contact.Office is { Address: var place }
        ? Of(place.Phone, place.Uri, reader)
        : Of(contact.Channel!.Address?.Phone, contact.Channel.Address?.Uri, reader)
            .SelectMany(value => value is PageValue page && AccountOf(page, contact.Channel.Kind) is { } account ? new CheckedValue[] { page, account } : [value]);

    /// <summary>The account that a page of a network is about: people know it by its name alone.</summary>
    private static HandleValue? AccountOf(PageValue page, ChannelKind kind) =>
        kind is ChannelKind.Messenger or ChannelKind.Social && page.Path.Split('/') is [_, { Length: > 0 } name] ? new HandleValue(name, page.Host) : null;
}
