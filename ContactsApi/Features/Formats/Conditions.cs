using ContactsApi.Core;
using ContactsApi.Core.Channels;
using ContactsApi.Core.Choosing;
using ContactsApi.Features.Wording;

namespace ContactsApi.Features.Formats;

/// <summary>
/// For whom and for what a channel is, and what is doubtful about it, in words: formats made for shops have no fields for that, and who
/// finds a number in an address book or by a search engine was asked nothing.
/// </summary>
public static class Conditions
{
    private static readonly LocalizedText UrgentOnly = new("Только для срочных обращений.", "For urgent requests only.");

    private static readonly Dictionary<Segment, LocalizedText> Whom = new()
    {
        [Segment.Individual] = new("граждан", "individuals"),
        [Segment.LegalEntity] = new("организаций", "organisations"),
        [Segment.Abroad] = new("тех, кто за границей", "those abroad"),
    };

    /// <summary>As <c>для граждан</c>.</summary>
    public static LocalizedText For(params IEnumerable<Segment> segments)
    {
        var whom = segments.Order().Select(segment => Whom[segment]).ToList();
        return new($"для {string.Join(" и ", whom.Select(one => one.Ru))}", $"for {string.Join(" and ", whom.Select(one => one.En))}");
    }

    /// <summary>In sentences; empty where there are none.</summary>
    public static string Of(Channel channel, ContactDirectory directory, Language language) =>
        Of(channel, channel.Priority.Keys, directory, language);

    /// <inheritdoc cref="Of(Channel, ContactDirectory, Language)"/>
    /// <param name="segments">Of whom what is published holds.</param>
    public static string Of(Channel channel, IEnumerable<Segment> segments, ContactDirectory directory, Language language) => Sentences.Joined(
    [
        .. segments.Any() && segments.Count() < Whom.Count ? [Capitalised(For(segments).In(language))] : Array.Empty<string>(),
        .. Restrictions(channel.Restrictions, directory).Select(text => text.In(language)),
        .. Warnings.AtAnyTime(channel, directory).Select(warning => warning.Text.In(language)),
    ]);

    private static IEnumerable<LocalizedText> Restrictions(Restrictions restrictions, ContactDirectory directory)
    {
        if (restrictions.UrgentOnly is not null)
            yield return UrgentOnly;
        if (Names(restrictions.Topics.Keys.Select(id => directory.Topics[id].Name)) is { } topics)
            yield return new($"Только по темам: {topics.Ru}.", $"Only about: {topics.En}.");
        if (Names(restrictions.Regions.Keys.Select(code => directory.Regions[code].Name)) is { } regions)
            yield return new($"Только для регионов: {regions.Ru}.", $"Only for the regions: {regions.En}.");
    }

    private static LocalizedText? Names(IEnumerable<LocalizedText> names) => names.Any()
        ? new(string.Join(", ", names.Select(name => $"«{name.Ru}»")), string.Join(", ", names.Select(name => $"“{name.En}”")))
        : null;

    private static string Capitalised(string text) => $"{char.ToUpperInvariant(text[0])}{text[1..]}";
}
