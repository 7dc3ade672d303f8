using System.Globalization;
using ContactsApi.Core;
using ContactsApi.Core.Calendar;

namespace ContactsApi.Features.Formats;

/// <summary>Says of which years the days off are not sure yet.</summary>
public static class CalendarCaveat
{
    /// <returns>Nothing if there is a decree on each of these years.</returns>
    public static LocalizedText? Of(IEnumerable<int> years, ProductionCalendar calendar)
    {
        var unknown = string.Join(", ", years.Where(year => calendar.BasisOf(year) == CalendarBasis.Statute)
            .Select(year => year.ToString(CultureInfo.InvariantCulture)));
        return unknown.Length == 0 ? null : new(
            $"Выходные дни {unknown} года показаны по Трудовому кодексу: постановление об их переносе ещё не известно.",
            $"The days off of {unknown} are those of the Labour Code: the decree that may move them is not known yet.");
    }
}
