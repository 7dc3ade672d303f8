using ContactsApi.Core;
using ContactsApi.Core.Hours;

namespace ContactsApi.Features.Wording;

/// <summary>The states of hours in a word or two, the same wherever a state has to be named: in charts, calendars and legends.</summary>
public static class HoursWords
{
    private static readonly LocalizedText Open = new("открыто", "open");
    private static readonly LocalizedText Disputed = new("возможно, открыто", "perhaps open");
    private static readonly LocalizedText Closed = new("закрыто", "closed");
    private static readonly LocalizedText Unstated = new("часы не указаны", "hours not given");

    public static LocalizedText Of(HoursState state) => state switch
    {
        HoursState.Open => Open,
        HoursState.Disputed => Disputed,
        HoursState.Closed => Closed,
        _ => Unstated,
    };
}
