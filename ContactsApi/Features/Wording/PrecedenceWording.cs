using ContactsApi.Core;
using ContactsApi.Core.Hours;

namespace ContactsApi.Features.Wording;

/// <summary>What decides about hours, in words.</summary>
public static class PrecedenceWording
{
    public static LocalizedText Of(Cause decidedBy) => decidedBy switch
    {
        Cause.Incident => new(
            "Решает сбой: пока он длится, ни замена часов, ни утверждения не в счёт.",
            "An incident decides: while it lasts, neither an override nor the statements count."),
        Cause.Override => new(
            "Решает замена часов на эту дату: утверждения на неё не в счёт.",
            "An override of the date decides: the statements do not count on it."),
        _ => new(
            "Нет ни сбоя, ни замены часов: решают утверждения, по виду дня.",
            "There is neither an incident nor an override: the statements decide, by the kind of the day."),
    };
}
