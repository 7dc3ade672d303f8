using ContactsApi.Core;
using ContactsApi.Core.Calendar;
using ContactsApi.Features.Asking;
using NodaTime;

namespace ContactsApi.Features.Calendar;

/// <summary>What an answer about working days rests on.</summary>
/// <param name="Basis">The weakest basis of its days.</param>
/// <param name="DaysToBeMoved">How many days off of its years are still to be moved by decrees that are not known yet: it may differ by as many.</param>
/// <param name="Unknown">What is not known of the region's own days off.</param>
public sealed record CertaintyResponse(CalendarBasis Basis, int DaysToBeMoved, IReadOnlyList<string> Unknown)
{
    public static CertaintyResponse Of(AskedCalendar asked, LocalDate from, LocalDate to, Language language) => new(
        asked.Calendar.BasisOf(from, to), asked.Calendar.DaysToBeMoved(from, to), asked.UnknownIn(from, to, language));
}

/// <summary>Whether a date is worked, and the working days around it.</summary>
/// <param name="Why">What makes it a day off or shortens it; null for an ordinary day.</param>
/// <param name="Previous">The last working day before; null if outside 2000 to 2100, as the others.</param>
/// <param name="Result">The working day `days` away, the date itself not counted.</param>
/// <param name="Certainty">Of all days from the first date shown to the last.</param>
public sealed record WorkdayResponse(
    LocalDate Date, bool IsWorkday, bool Shortened, string? Why, LocalDate? Previous, LocalDate? Next, LocalDate? Result, CertaintyResponse Certainty)
{
    /// <param name="days">Nothing if no other day is asked for.</param>
    public static WorkdayResponse Of(AskedCalendar asked, LocalDate date, int? days, Language language)
    {
        var (previous, next) = (asked.Workdays.Previous(date), asked.Workdays.Next(date));
        var result = days is { } count ? asked.Workdays.Add(date, count) : null;
        List<LocalDate> shown = [date, .. new[] { previous, next, result }.OfType<LocalDate>()];
        return new WorkdayResponse(
            date,
            asked.Workdays.Contains(date),
            asked.Calendar.IsShortened(date, asked.Week),
            DayWords.Of(asked.Calendar.DayOf(date), asked)?.In(language),
            previous,
            next,
            result,
            CertaintyResponse.Of(asked, shown.Min(), shown.Max(), language));
    }
}

/// <summary>The working days between two dates.</summary>
/// <param name="BothIncluded">Both dates are counted.</param>
/// <param name="AfterFirst">The first date is not counted, as in a term of days (Civil Code, article 191); this undoes adding days.</param>
/// <param name="Shortened">How many of those with both dates included are an hour shorter.</param>
public sealed record WorkdayCountResponse(
    LocalDate From, LocalDate To, int CalendarDays, int BothIncluded, int AfterFirst, int Shortened, CertaintyResponse Certainty)
{
    public static WorkdayCountResponse Of(AskedCalendar asked, LocalDate from, LocalDate to, Language language) => new(
        from,
        to,
        Period.DaysBetween(from, to) + 1,
        asked.Workdays.CountBothIncluded(from, to),
        asked.Workdays.CountAfterFirst(from, to),
        asked.Workdays.CountShortened(from, to),
        CertaintyResponse.Of(asked, from, to, language));
}

/// <summary>The moment so many working hours away.</summary>
/// <param name="At">The moment asked about, in the zone asked for.</param>
/// <param name="Result">In the same zone.</param>
public sealed record WorkhoursResponse(OffsetDateTime At, int Hours, OffsetDateTime Result, CertaintyResponse Certainty);

/// <summary>Days in order, with what they amount to.</summary>
public sealed record WorkdaysResponse(
    LocalDate From, LocalDate To, int Workdays, int DaysOff, int Shortened, CertaintyResponse Certainty, IReadOnlyList<ListedDayResponse> Days)
{
    public static WorkdaysResponse Of(AskedCalendar asked, LocalDate from, LocalDate to, Language language)
    {
        var count = WorkdayCountResponse.Of(asked, from, to, language);
        return new WorkdaysResponse(
            from, to, count.BothIncluded, count.CalendarDays - count.BothIncluded, count.Shortened, count.Certainty,
            [.. new DateInterval(from, to).Select(date => ListedDayResponse.Of(asked, date, language))]);
    }
}

/// <summary>A date of a list.</summary>
/// <param name="Why">What makes it a day off, a working weekend day or a shorter day; null for an ordinary day.</param>
public sealed record ListedDayResponse(LocalDate Date, bool IsWorkday, bool Shortened, string? Why, CalendarBasis Basis)
{
    public static ListedDayResponse Of(AskedCalendar asked, LocalDate date, Language language)
    {
        var day = asked.Calendar.DayOf(date);
        return new ListedDayResponse(
            date, day.IsWorkday(asked.Week), asked.Calendar.IsShortened(date, asked.Week), DayWords.Of(day, asked)?.In(language), day.Basis);
    }
}
