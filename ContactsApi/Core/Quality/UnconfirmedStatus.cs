using ContactsApi.Core.Channels;

namespace ContactsApi.Core.Quality;

/// <summary>
/// Anybody can open an account under the name of the support centre. The catalog has no mark for one that was verified, so
/// this holds of every messenger and social network.
/// </summary>
public static class UnconfirmedStatus
{
    private static readonly Doubt Unconfirmed = new("official-status-not-confirmed", Severity.Warning, new(
        "Убедитесь, что на аккаунт ведёт официальный портал, и до тех пор предупреждайте об этом тех, кто спрашивает.",
        "Make sure that the official portal leads to the account; until then warn those who ask."));

    public static QualityRule Rule { get; } = new(Find, Unconfirmed);

    private static IEnumerable<Finding> Find(Examination examination) =>
        from channel in examination.Catalog.Channels
        where channel.Kind is ChannelKind.Messenger or ChannelKind.Social
        select Unconfirmed.FoundIn(channel, new(
            "Никто не подтвердил, что это официальный аккаунт.", "Nobody has confirmed that this is an official account."));
}
