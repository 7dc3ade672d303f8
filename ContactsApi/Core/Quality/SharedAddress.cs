using ContactsApi.Core.Catalogs;
using ContactsApi.Core.Channels;
using ContactsApi.Core.Statements;

namespace ContactsApi.Core.Quality;

/// <summary>
/// Two channels at one address that are not the same thing: open at other hours, or meant for other requests. One number that
/// is listed twice alike is no doubt, nor are two doors to one room.
/// </summary>
public static class SharedAddress
{
    private static readonly Doubt TwoRoles = new("same-address-in-two-roles", Severity.Warning, new(
        "Проверьте по официальному порталу, какому из каналов принадлежит адрес и когда по нему отвечают.",
        "Check with the official portal to which of the channels the address belongs, and when it is answered."));

    public static QualityRule Rule { get; } = new(Find, TwoRoles);

    private static IEnumerable<Finding> Find(Examination examination) =>
        from channel in examination.Catalog.Channels
        where channel.Address is not null
        let others = examination.Catalog.Channels
            .Where(other => other.Address == channel.Address && !IsTheSameRoom(other, channel, examination.Directory.Reach) && !IsTheSameRole(other, channel, examination.Directory)).ToList()
        where others.Count > 0
        let address = channel.Address!.Display ?? new(channel.Address.Phone!, channel.Address.Phone!)
        let names = Phrases.Joined(", ", others.Select(other => Phrases.Quoted(other.Name)))
        select TwoRoles.FoundIn(channel, new(
            $"Тот же адрес ({address.Ru}) указан для других обращений или с другими часами: {names.Ru}.",
            $"The same address ({address.En}) is listed for other requests or with other hours: {names.En}."));

    private static bool IsTheSameRoom(Channel one, Channel other, Reach reach) =>
        reach.Around(one).Contains(other.Id) || reach.Around(other).Contains(one.Id);

    private static bool IsTheSameRole(Channel one, Channel other, ContactDirectory directory) =>
        (one.Restrictions.UrgentOnly is null) == (other.Restrictions.UrgentOnly is null)
        && one.Restrictions.Topics.Keys.ToHashSet().SetEquals(other.Restrictions.Topics.Keys)
        && one.Restrictions.Regions.Keys.ToHashSet().SetEquals(other.Restrictions.Regions.Keys)
        && HoursOf(one, directory).SetEquals(HoursOf(other, directory));

    /// <summary>All that is said of the hours, to anybody.</summary>
    private static HashSet<Coverage> HoursOf(Channel channel, ContactDirectory directory) =>
    [
        .. from segment in channel.Priority.Keys
           from statement in Counting.For(segment, directory.StatementsOf(channel).Hours)
           select Coverage.Of(directory.Schedules[statement.Schedule].Hours),
    ];
}
