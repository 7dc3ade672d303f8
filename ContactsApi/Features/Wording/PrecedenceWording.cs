using ContactsApi.Core;
using ContactsApi.Core.Choosing;
using ContactsApi.Core.Hours;

namespace ContactsApi.Features.Wording;

/// <summary>What decides about hours, in words.</summary>
public static class PrecedenceWording
{
    public static LocalizedText Of(Precedence precedence) => precedence.DecidedBy switch
    {
        Cause.Incident => new(
            "Сейчас сбой: пока он длится, обычные часы не действуют.",
            "It is out of order: until that ends, its usual hours do not count."),
        Cause.Override => new(
            "На эту дату установлены особые часы.",
            "Special hours are set for this date."),
        _ when precedence.Day.Possible is { } holiday => new(
            $"Возможно, это праздник или выходной за него: «{holiday.Name.Ru}». {holiday.Because.Ru}",
            $"It may be a holiday, or a day off for it: “{holiday.Name.En}”. {holiday.Because.En}"),
        _ => new(
            "Действуют обычные часы такого дня.",
            "The usual hours of such a day apply."),
    };
}
