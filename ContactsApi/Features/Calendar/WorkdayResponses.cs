using ContactsApi.Core;
using ContactsApi.Core.Calendar;
using NodaTime;

namespace ContactsApi.Features.Calendar;

/// <summary>What an answer about working days rests on.</summary>
/// <param name="Basis">The weakest basis of its days.</param>
/// <param name="DaysToBeMoved">How many days off decrees not known yet are still to move: it may differ by as many.</param>
/// <param name="Unknown">What is not known of the region's own days off.</param>
public sealed record CertaintyResponse(CalendarBasis Basis, int DaysToBeMoved, IReadOnlyList<string> Unknown)
{
    public static CertaintyResponse Of(AskedCalendar asked, LocalDate from, LocalDate to, Language language) => new(
        asked.Calendar.BasisOf(from, to), asked.Calendar.DaysToBeMoved(from, to), asked.UnknownIn(from, to, language));
}

/// <summary>The moment so many working hours away.</summary>
/// <param name="At">The moment asked about, in the zone asked for.</param>
/// <param name="Result">In the same zone.</param>
public sealed record WorkhoursResponse(OffsetDateTime At, int Hours, OffsetDateTime Result, CertaintyResponse Certainty);

/// <summary>The working days between two dates.</summary>
/// <param name="To">The last date, or the day that `days` led to.</param>
/// <param name="BothIncluded">Both dates are counted.</param>
/// <param name="AfterFirst">The first date is not counted, as in a term of days (Civil Code, article 191); negative where `to` is earlier.</param>
/// <param name="Shortened">How many of `bothIncluded` are an hour shorter.</param>
/// <param name="Days">Null unless `list` is set.</param>
public sealed record WorkdaysResponse(
    LocalDate From, LocalDate To, int CalendarDays, int BothIncluded, int AfterFirst, int Shortened, CertaintyResponse Certainty, IReadOnlyList<ListedDayResponse>? Days)
{
    public static WorkdaysResponse Of(AskedCalendar asked, LocalDate from, LocalDate to, bool listed, Language language)
    {
        var (first, last) = (LocalDate.Min(from, to), LocalDate.Max(from, to));
        return new WorkdaysResponse(
            from,
            to,
            Period.DaysBetween(first, last) + 1,
            asked.Workdays.CountBothIncluded(first, last),
            asked.Workdays.CountAfterFirst(from, to),
            asked.Workdays.CountShortened(first, last),
            CertaintyResponse.Of(asked, first, last, language),
            listed ? [.. new DateInterval(first, last).Select(date => ListedDayResponse.Of(asked, date, language))] : null);
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
