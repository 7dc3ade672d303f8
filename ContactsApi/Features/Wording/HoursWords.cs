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

    /// <summary>A sentence that says of disputed hours why they are: the sources differ, or nobody knows whether it is a holiday.</summary>
    public static LocalizedText InDoubt(HoursReading disputed, LocalizedText what) => disputed.HangsOnHoliday
        ? new($"{what.Ru}: возможно, это праздник региона, день которого ещё не назначен.", $"{what.En}: it may be a holiday of the region, whose day is not set yet.")
        : new($"{what.Ru}: на портале указаны разные часы.", $"{what.En}: the portal gives different hours.");

    public static LocalizedText Of(HoursState state) => state switch
    {
        HoursState.Open => Open,
        HoursState.Disputed => Disputed,
        HoursState.Closed => Closed,
        _ => Unstated,
    };
}
