using ContactsApi.Core.Catalogs;
using ContactsApi.Core.Channels;

namespace ContactsApi.Core.Quality;

/// <summary>
/// Anybody can open an account under the name of the support centre, so this holds of every messenger and social network whose
/// address nobody verified.
/// </summary>
public static class UnconfirmedStatus
{
    private static readonly FindingKind Unconfirmed = new("official-status-not-confirmed", Severity.Warning, new(
        "Убедитесь, что на аккаунт ведёт официальный портал, и отметьте адрес проверенным; до тех пор ответы об этом предупреждают.",
        "Make sure that the official portal leads to the account, and mark its address verified; until then answers warn of it."));

    private static readonly LocalizedText ToCaller = new(
        "Никто не подтвердил, что это официальный аккаунт: убедитесь в этом, прежде чем писать.",
        "Nobody has confirmed that this is an official account: make sure of it before you write.");

    public static CallerRule Rule { get; } = new(Find, Unconfirmed);

    private static Finding? Find(Contact contact, CatalogIndex index) =>
        contact.Channel is { Kind: ChannelKind.Messenger or ChannelKind.Social } && !contact.IsVerified
            ? contact.Found(
                Unconfirmed,
                new("Никто не подтвердил, что это официальный аккаунт.", "Nobody has confirmed that this is an official account."),
                ToCaller)
            : null;
}
