using ContactsApi.Core;
using ContactsApi.Core.Channels;
using ContactsApi.Core.Choosing;

namespace ContactsApi.Features.Wording;

/// <summary>The eligibility rules in words, and the passages behind the values that they look at.</summary>
public static class EligibilityWording
{
    public static LocalizedText Of(IneligibleReason rule, bool fails) => (rule, fails) switch
    {
        (IneligibleReason.NoAddress, false) => new("Адрес известен.", "Its address is known."),
        (IneligibleReason.NoAddress, true) => new("Адрес не известен.", "Its address is not known."),
        (IneligibleReason.TopicNotServed, false) => new("Тема подходит.", "It serves the topic."),
        (IneligibleReason.TopicNotServed, true) => new("Канал только для других тем.", "It serves other topics only."),
        (IneligibleReason.RegionNotServed, false) => new("Регион подходит.", "It serves the region."),
        (IneligibleReason.RegionNotServed, true) => new("Канал только для других регионов.", "It serves other regions only."),
        (IneligibleReason.UrgentOnly, false) => new("Срочность подходит.", "It serves requests of this urgency."),
        (IneligibleReason.UrgentOnly, true) => new("Канал только для срочных обращений.", "It is for urgent requests only."),
        (IneligibleReason.NeedNotMet, false) => new("Умеет всё, что нужно.", "It offers all that is needed."),
        (IneligibleReason.NeedNotMet, true) => new("Умеет не всё, что нужно.", "It does not offer all that is needed."),
        (IneligibleReason.LanguageNotServed, false) => new("Язык подходит.", "It serves in the language."),
        (IneligibleReason.LanguageNotServed, true) => new("На этом языке не отвечают.", "It does not serve in the language."),
        (IneligibleReason.Excluded, false) => new("Ещё не испробован.", "It has not been tried yet."),
        (IneligibleReason.Excluded, true) => new("Уже испробован.", "It has been tried already."),
        _ => throw new ArgumentOutOfRangeException(nameof(rule)),
    };

    public static IReadOnlyList<string> ReferencesOf(IneligibleReason rule, Channel channel, Question question)
    {
        IEnumerable<string?> references = rule switch
        {
            IneligibleReason.NoAddress => channel.References,
            IneligibleReason.TopicNotServed => channel.Restrictions.Topics.Values,
            IneligibleReason.RegionNotServed => channel.Restrictions.Regions.Values,
            IneligibleReason.UrgentOnly => [channel.Restrictions.UrgentOnly],
            IneligibleReason.NeedNotMet => question.AllNeeds.Select(need => channel.Capabilities.GetValueOrDefault(need)),
            IneligibleReason.LanguageNotServed => question.Language is { } language ? [channel.Languages.GetValueOrDefault(language)] : [],
            _ => [],
        };
        return [.. references.OfType<string>().Distinct()];
    }
}
