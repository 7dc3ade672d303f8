using ContactsApi.Core.Catalogs;
using ContactsApi.Core.Channels;
using ContactsApi.Core.Statements;

namespace ContactsApi.Core.Quality;

/// <summary>A passage calls the line free of charge, but its number is not of a toll-free range.</summary>
public static class TollFreeClaim
{
    private static readonly FindingKind NotTollFree = new("toll-free-claim", Severity.Error, new(
        "Узнайте, платный ли звонок. Если платный, уберите cost.saysFree и возможность free-of-charge; если нет, запишите их как editorial.",
        "Find out whether the call costs money. If it does, remove cost.saysFree and the capability free-of-charge; if not, record them as editorial."));

    public static CallerRule Rule { get; } = new(Find, NotTollFree);

    private static Finding? Find(Contact contact, CatalogIndex index)
    {
        if (contact is not { Channel: { Kind: ChannelKind.Phone or ChannelKind.Fax, Address.Phone: { } phone } channel })
            return null;
        var range = NumberingPlan.RangeOf(phone);
        List<string> claims = [.. ClaimsOf(channel)];
        if (claims.Count == 0 || range is NumberRange.TollFree or NumberRange.Unassigned)
            return null;
        var sections = Phrases.Of(claims);
        var number = range == NumberRange.Charged
            ? new LocalizedText($"код +7 {NumberingPlan.CodeOf(phone)}", $"the code +7 {NumberingPlan.CodeOf(phone)}")
            : new LocalizedText("номер другой страны", "a number of another country");
        return contact.Found(
            NotTollFree,
            new(
                $"Звонок назван бесплатным (раздел {sections.Ru}), но номер {phone} не из бесплатных.",
                $"The line is called free of charge (section {sections.En}), but {phone} is no toll-free number."),
            new(
                $"Звонок назван бесплатным, но {number.Ru} не бесплатный: возможно, придётся платить.",
                $"The call is said to be free, but {number.En} is not toll-free: you may have to pay.")) with { References = claims };
    }

    /// <summary>The passages. What our editors found out themselves is not doubted.</summary>
    private static IEnumerable<string> ClaimsOf(Channel channel) =>
        new[] { channel.Cost is { SaysFree: true } cost ? cost.Reference : null, channel.Capabilities.GetValueOrDefault(Capability.FreeOfCharge) }
            .OfType<string>().Where(claim => claim != Provenance.Editorial).Distinct();
}
