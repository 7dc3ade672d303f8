using ContactsApi.Core;
using ContactsApi.Core.Hours;

namespace ContactsApi.Features.Wording;

/// <summary>A state of hours in two or three words, for formats that have room for no more.</summary>
public static class HoursWords
{
    private static readonly LocalizedText Open = new("открыто", "open");
    private static readonly LocalizedText Disputed = new("источники расходятся", "sources disagree");
    private static readonly LocalizedText Closed = new("закрыто", "closed");
    private static readonly LocalizedText Unstated = new("часы не указаны", "hours not stated");

    public static LocalizedText Of(HoursState state) => state switch
    {
        HoursState.Open => Open,
        HoursState.Disputed => Disputed,
        HoursState.Closed => Closed,
        _ => Unstated,
    };
}
