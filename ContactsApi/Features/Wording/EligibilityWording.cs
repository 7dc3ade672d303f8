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
        (IneligibleReason.TopicNotServed, false) => new("С этим здесь помогают.", "They help with this."),
        (IneligibleReason.TopicNotServed, true) => new("Здесь помогают только с другим.", "They help with other matters only."),
        (IneligibleReason.RegionNotServed, false) => new("Регион подходит.", "It serves the region."),
        (IneligibleReason.RegionNotServed, true) => new("Только для других регионов.", "For other regions only."),
        (IneligibleReason.UrgentOnly, false) => new("Для такой срочности подходит.", "It suits a matter of this urgency."),
        (IneligibleReason.UrgentOnly, true) => new("Только для срочных обращений.", "For urgent requests only."),
        (IneligibleReason.NeedNotMet, false) => new("Есть всё, что вам нужно.", "It has all that you need."),
        (IneligibleReason.NeedNotMet, true) => new("Здесь нет того, что вам нужно.", "It lacks something that you need."),
        (IneligibleReason.LanguageNotServed, false) => new("На этом языке отвечают.", "They answer in this language."),
        (IneligibleReason.LanguageNotServed, true) => new("На этом языке не отвечают.", "They do not answer in this language."),
        (IneligibleReason.Excluded, false) => new("Вы ещё не пробовали.", "You have not tried it yet."),
        (IneligibleReason.Excluded, true) => new("Вы уже пробовали.", "You have tried it already."),
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
