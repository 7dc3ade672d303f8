using ContactsApi.Core;
using ContactsApi.Core.Calendar;
using NodaTime;

namespace ContactsApi.Features.Calendar;

/// <summary>The norms of working time of a year and its parts.</summary>
/// <param name="Source">The decree, or the law that the year is projected from.</param>
/// <param name="Certainty">Of the whole year.</param>
public sealed record NormsResponse(
    int Year,
    string Source,
    CertaintyResponse Certainty,
    IReadOnlyList<NormResponse> Months,
    IReadOnlyList<NormResponse> Quarters,
    IReadOnlyList<NormResponse> Halves,
    NormResponse Whole)
{
    public static NormsResponse Of(AskedCalendar asked, int year, Language language)
    {
        var whole = CalendarParameters.Months(year, 1, 12);
        return new NormsResponse(
            year, asked.Calendar.SourceOf(year).In(language), CertaintyResponse.Of(asked, whole.Start, whole.End, language), Parts(1), Parts(3), Parts(6), Parts(12)[0]);

        IReadOnlyList<NormResponse> Parts(int months) =>
        [
            .. Enumerable.Range(0, 12 / months)
                .Select(part => NormResponse.Of(WorkingTimeNorm.Of(asked.Calendar, CalendarParameters.Months(year, part * months + 1, months)))),
        ];
    }
}

/// <summary>The norm of working time of a span, by order 588n of 13 August 2009. The hours hold for the six-day week too.</summary>
/// <param name="Workdays">By the norm, which counts days declared non-working with pay as if they were worked.</param>
/// <param name="NonWorking">How many of these were declared non-working with pay.</param>
/// <param name="Worked">The working days less these.</param>
/// <param name="Hours40">At 40 hours a week.</param>
/// <param name="SixDayWorkdays">Working days of the six-day week.</param>
public sealed record NormResponse(
    LocalDate From,
    LocalDate To,
    int CalendarDays,
    int Workdays,
    int DaysOff,
    int Shortened,
    decimal Hours40,
    decimal Hours36,
    decimal Hours24,
    int NonWorking,
    int Worked,
    int SixDayWorkdays)
{
    public static NormResponse Of(WorkingTimeNorm norm) => new(
        norm.Period.Start,
        norm.Period.End,
        norm.Period.Length,
        norm.Workdays,
        norm.DaysOff,
        norm.Shortened,
        norm.HoursOf(40),
        norm.HoursOf(36),
        norm.HoursOf(24),
        norm.NonWorking,
        norm.Worked,
        norm.SixDayWorkdays);
}
