using ContactsApi.Core.Calendar;
using NodaTime;

namespace ContactsApi.Features.Formats;

/// <summary>The dates for which days off are published one by one. Overrides of one year are published for all of their dates.</summary>
public static class PublishedDates
{
    /// <summary>From a date to the end of its year, or of the next if the decree on that is known already.</summary>
    public static DateInterval From(LocalDate today, ProductionCalendar calendar) => new(
        today, new LocalDate(calendar.BasisOf(today.Year + 1) == CalendarBasis.Decree ? today.Year + 1 : today.Year, 12, 31));

    /// <summary>
    /// From a date to the end of the next year, for formats that know no public holidays by themselves: in December too they are to tell
    /// of those in January. Without its decree the days off of that year are those of the Labour Code.
    /// </summary>
    public static DateInterval FromWithNextYear(LocalDate today) => new(today, new LocalDate(today.Year + 1, 12, 31));
}
