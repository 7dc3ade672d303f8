using NodaTime;

namespace ContactsApi.Core.Hours;

/// <summary>A moment looked up in scheduled hours once, so that several searches can start from it.</summary>
/// <param name="Day">The date in which the moment lies; of no meaning where all dates are alike.</param>
public readonly record struct HoursPosition(Instant Moment, LocalDay Day, DayPattern Pattern, int Piece)
{
    /// <summary>What the schedule says at the moment; an incident may overrule it.</summary>
    public HoursReading Reading => Pattern.Pieces[Piece].Reading;
}
