using ContactsApi.Core;
using ContactsApi.Core.Calendar;
using NodaTime;

namespace ContactsApi.Features.Calendar;

/// <summary>A year of the Russian production calendar.</summary>
/// <param name="Basis">Whether a decree is known for it.</param>
/// <param name="Source">The decree, or the law that the year is projected from.</param>
/// <param name="Workdays">How many working days it has, working weekend days included.</param>
/// <param name="ShortenedDays">How many of these are an hour shorter.</param>
/// <param name="Days">Every date, in order.</param>
public sealed record CalendarYearResponse(
    int Year, CalendarBasis Basis, string Source, int Workdays, int ShortenedDays, IReadOnlyList<CalendarDayResponse> Days)
{
    public static CalendarYearResponse Of(ProductionCalendar calendar, int year, Language language)
    {
        var days = calendar.DaysOf(year);
        return new CalendarYearResponse(
            year,
            calendar.BasisOf(year),
            calendar.SourceOf(year).In(language),
            days.Count(day => day.Kind == DayKind.Workday),
            days.Count(day => day.Shortened),
            [.. days.Select(day => CalendarDayResponse.Of(day, language))]);
    }
}

/// <summary>A date of the Russian production calendar.</summary>
/// <param name="Kind">What hours go by.</param>
/// <param name="Holiday">The name of the statutory holiday on this date; null if it is none.</param>
/// <param name="MovedFrom">The date whose day off was moved here; null if none was.</param>
/// <param name="NonWorkingBy">The decree that declared this date non-working; null if none did.</param>
/// <param name="WorkingWeekend">Whether it is a Saturday or Sunday that is worked.</param>
/// <param name="Shortened">Whether it is a working day that is an hour shorter.</param>
public sealed record CalendarDayResponse(
    LocalDate Date,
    DayKind Kind,
    string? Holiday,
    LocalDate? MovedFrom,
    string? NonWorkingBy,
    bool WorkingWeekend,
    bool Shortened,
    CalendarBasis Basis)
{
    public static CalendarDayResponse Of(CalendarDay day, Language language) => new(
        day.Date,
        day.Kind,
        day.Holiday?.In(language),
        day.MovedFrom,
        day.NonWorkingBy?.In(language),
        day.WorkingWeekend,
        day.Shortened,
        day.Basis);
}
