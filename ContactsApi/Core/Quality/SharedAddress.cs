using ContactsApi.Core.Catalogs;
using ContactsApi.Core.Channels;

namespace ContactsApi.Core.Quality;

/// <summary>
/// One address that is listed for different requests: for urgent ones and for all, for other topics or other regions. One number
/// that is listed twice for the same requests is no finding.
/// </summary>
public static class SharedAddress
{
    private static readonly FindingKind TwoRoles = new("same-address-in-two-roles", Severity.Warning, new(
        "Проверьте по официальному порталу, какому из каналов принадлежит адрес, и отметьте у него адрес проверенным.",
        "Check with the official portal to which of the channels the address belongs, and mark it verified there."));

    public static CallerRule Rule { get; } = new(Find, TwoRoles);

    /// <summary>The other channels at the address of a channel, however it is marked.</summary>
    public static IEnumerable<Channel> OthersAt(Channel channel, Catalog catalog) => channel.Address is { } address
        ? catalog.Channels.Where(other => other.Id != channel.Id && other.Address?.IsSameAs(address) == true)
        : [];

    /// <summary>Whether both take the same requests.</summary>
    public static bool IsForTheSame(Channel one, Channel other) =>
        (one.Restrictions.UrgentOnly is null) == (other.Restrictions.UrgentOnly is null)
        && one.Restrictions.Topics.Keys.ToHashSet().SetEquals(other.Restrictions.Topics.Keys)
        && one.Restrictions.Regions.Keys.ToHashSet().SetEquals(other.Restrictions.Regions.Keys);

    private static Finding? Find(Contact contact, CatalogIndex index)
    {
        if (contact is not { Channel: { Address: { } address } channel, Office: null, IsVerified: false })
            return null;
        List<Channel> others = [.. OthersAt(channel, index.Catalog).Where(other => !IsForTheSame(other, channel))];
        if (others.Count == 0)
            return null;
        var names = Phrases.Joined(", ", others.Select(other => Phrases.Quoted(other.Name)));
        var (what, shown) = address.Phone is { } phone
            ? (new LocalizedText("номер", "number"), new LocalizedText(phone, phone))
            : (new LocalizedText("адрес", "address"), address.Display!);
        return contact.Found(
            TwoRoles,
            new(
                $"Тот же {what.Ru} ({shown.Ru}) указан для других обращений: {names.Ru}.",
                $"The same {what.En} ({shown.En}) is listed for other requests: {names.En}."),
            new(
                $"Тот же {what.Ru} указан и как {names.Ru}: уточните, туда ли вы попали.",
                $"The same {what.En} is listed as {names.En} too: make sure that you have come to the right place."));
    }
}
