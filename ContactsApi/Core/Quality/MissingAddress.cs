using ContactsApi.Core.Channels;

namespace ContactsApi.Core.Quality;

/// <summary>A channel that nobody can be sent to, since nobody knows where it is.</summary>
public static class MissingAddress
{
    private static readonly FindingKind Address = new("address-missing", Severity.Error, new(
        "Узнайте адрес на официальном портале и впишите его; до тех пор канал никому не предлагается.",
        "Find the address on the official portal and enter it; until then the channel is offered to nobody."));

    private static readonly FindingKind Identifier = new("identifier-missing", Severity.Error, new(
        "Перейдите к аккаунту с официального портала и впишите ссылку на него; до тех пор канал никому не предлагается.",
        "Follow the official portal to the account and enter its link; until then the channel is offered to nobody."));

    private static readonly FindingKind Offices = new("offices-missing", Severity.Error, new(
        "Возьмите список офисов на официальном портале и добавьте каждый со своим адресом, регионом и часами.",
        "Take the list of offices from the official portal, and add each with its address, region and hours."));

    public static QualityRule Rule { get; } = new(Find, Address, Identifier, Offices);

    private static IEnumerable<Finding> Find(QualityContext context) =>
        context.Catalog.Channels
            .Where(channel => channel.Address is null && !(channel.StandsForOffices() && context.Catalog.Offices.Count > 0))
            .Select(FindingOf);

    private static Finding FindingOf(Channel channel) => channel.Kind switch
    {
        ChannelKind.Email => Address.FoundIn(channel, new(
            "Адрес электронной почты неизвестен: источник не называет его или показывает вместо него заглушку.",
            "The e-mail address is not known: the source does not give it, or shows a placeholder instead.")),
        ChannelKind.Phone or ChannelKind.Fax => Address.FoundIn(channel, new("Номер неизвестен.", "The number is not known.")),
        ChannelKind.Messenger or ChannelKind.Social => Identifier.FoundIn(channel, new(
            "Нет ни ссылки на аккаунт, ни его идентификатора, а одно название может носить и чужая страница.",
            "There is neither a link to the account nor its identifier, and a mere name may be a stranger's too.")),
        ChannelKind.Office => Offices.FoundIn(channel, new(
            "В офисы направляют, но не назван ни один.", "People are sent to offices, but none is named.")),
        _ => Address.FoundIn(channel, new("Адрес неизвестен.", "The address is not known.")),
    };
}
