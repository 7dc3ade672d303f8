using ContactsApi.Core.Channels;
using ContactsApi.Core.Statements;

namespace ContactsApi.Core.Quality;

/// <summary>
/// Anybody can open an account under the name of the support centre, so this holds of every messenger and social network whose
/// address nobody verified.
/// </summary>
public static class UnconfirmedStatus
{
    private static readonly Doubt Unconfirmed = new("official-status-not-confirmed", Severity.Warning, new(
        "Убедитесь, что на аккаунт ведёт официальный портал, и отметьте адрес проверенным; до тех пор предупреждайте тех, кто спрашивает.",
        "Make sure that the official portal leads to the account, and mark its address verified; until then warn those who ask."));

    public static QualityRule Rule { get; } = new(Find, Unconfirmed);

    private static IEnumerable<Finding> Find(Examination examination) =>
        from channel in examination.Catalog.Channels
        where channel.Kind is ChannelKind.Messenger or ChannelKind.Social
        where channel.Address?.Verification?.Outcome != VerificationOutcome.Verified
        select Unconfirmed.FoundIn(channel, new(
            "Никто не подтвердил, что это официальный аккаунт.", "Nobody has confirmed that this is an official account."));
}
