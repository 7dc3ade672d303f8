using ContactsApi.Core;
using ContactsApi.Core.Catalogs;
using ContactsApi.Core.Channels;
using ContactsApi.Core.Quality;
using ContactsApi.Core.Statements;
using ContactsApi.Features.Responses;

namespace ContactsApi.Features.Desk.Records;

/// <summary>A part of a whole record of contacts.</summary>
/// <param name="Holds">What the catalog holds of it; nothing if that is nothing.</param>
/// <param name="Lacks">What is missing; nothing if that is nothing.</param>
public sealed record RecordPart(LocalizedText Name, LocalizedText? Holds, LocalizedText? Lacks);

/// <summary>What a record should hold by section 5.1 of the source, and does not.</summary>
public static class Completeness
{
    private static readonly LocalizedText Nothing = new("ничего", "all of it");

    /// <summary>Of the whole catalog, in the order of that section.</summary>
    public static IReadOnlyList<RecordPart> Of(CatalogIndex index)
    {
        var (catalog, channels) = (index.Catalog, index.Catalog.Channels);
        var phones = channels.Where(one => one.Kind == ChannelKind.Phone).Select(one => one.Address?.Phone).OfType<string>().Distinct().Select(ListedPhone.Of).ToList();
        var (free, mobile) = (phones.Count(phone => phone.IsTollFreeInRussia), phones.Count(phone => phone.IsMobile));
        var incomplete = catalog.Offices.Count(office => PostalParts.MissingIn(office.Address.OneLine().Ru).Count > 0);
        var live = channels.Where(one => one.Mode == Mode.Live).ToList();
        return
        [
            new(new("Наименование в официальном реестре", "Name in the official register"), catalog.Organization.LegalName, catalog.Organization.LegalName is null ? new("источник его не называет", "the source does not give it") : null),
            new(
                new("Телефоны с кодами: бесплатный и мобильный отдельно", "Phone numbers with their codes: toll-free and mobile apart"),
                new($"бесплатных {free}, мобильных {mobile}, других {phones.Count - free - mobile}", $"toll-free {free}, mobile {mobile}, other {phones.Count - free - mobile}"),
                (free, mobile) switch { (0, 0) => Nothing, (0, _) => new("бесплатный", "a toll-free one"), (_, 0) => new("мобильный", "a mobile one"), _ => null }),
            Addressed(new("Почта для обращений", "E-mail for requests"), channels.Where(one => one.Kind == ChannelKind.Email)),
            new(
                new("Адрес офиса: улица, дом, индекс", "Address of an office: street, house, postal code"),
                catalog.Offices.Count == 0 ? null : new($"офисов {catalog.Offices.Count}", $"offices {catalog.Offices.Count}"),
                catalog.Offices.Count == 0 ? Nothing : incomplete == 0 ? null : new($"полного адреса у {incomplete}", $"the full address of {incomplete}")),
            Having(new("Часы по дням", "Hours by day"), live, one => index.StatementsOf(one).Hours.Count > 0),
            Addressed(new("Ссылка на сайт и форму", "Link to the site and its form"), channels.Where(one => one.Kind is ChannelKind.Form or ChannelKind.SelfService)),
            Addressed(
                new("Другие каналы с идентификаторами", "Other channels, with their identifiers"),
                channels.Where(one => one.Kind is ChannelKind.Messenger or ChannelKind.Social or ChannelKind.Chat or ChannelKind.App)),
            new(
                new("Услуги и темы обращений", "Services and topics of requests"),
                catalog.Topics.Count == 0 ? null : Phrases.Joined(", ", catalog.Topics.Select(topic => topic.Name)), catalog.Topics.Count == 0 ? Nothing : null),
        ];
    }

    /// <summary>Of a channel.</summary>
    public static IReadOnlyList<LocalizedText> LackingIn(Channel channel, CatalogIndex index)
    {
        var statements = index.StatementsOf(channel);
        (bool IsLacking, LocalizedText What)[] parts =
        [
            (channel.Address is null && !channel.StandsForOffices(), new("адрес или номер", "an address or number")),
            (channel.Address is { Verification: null or { Outcome: VerificationOutcome.Disputed } }, new("проверка адреса", "a check of the address")),
            (channel.Mode == Mode.Live && statements.Hours.Count == 0, new("часы", "hours")),
            (channel.Mode is Mode.Live or Mode.Message && statements.Answers.Count == 0, new("срок ответа", "how soon an answer comes")),
            (channel.Languages.Count == 0, new("языки", "languages")),
            (channel.Kind == ChannelKind.Phone && channel.Cost is null, new("стоимость звонка", "what a call costs")),
        ];
        return [.. parts.Where(part => part.IsLacking).Select(part => part.What)];
    }

    private static RecordPart Addressed(LocalizedText name, IEnumerable<Channel> channels) => Having(name, [.. channels], one => one.Address is not null);

    private static RecordPart Having(LocalizedText name, List<Channel> channels, Func<Channel, bool> has) => new(
        name,
        Names(channels.Where(has)),
        channels.Count == 0 ? Nothing : Names(channels.Where(one => !has(one))));

    private static LocalizedText? Names(IEnumerable<Channel> channels) => channels.Select(one => one.Name).ToList() is [_, ..] names ? Phrases.Joined(", ", names) : null;
}
