using System.Globalization;
using ContactsApi.Core;
using ContactsApi.Core.Calendar;
using ContactsApi.Core.Channels;
using ContactsApi.Core.Hours;
using ContactsApi.Features.Asking;
using ContactsApi.Hosting.Queries;
using NodaTime;

namespace ContactsApi.Features.Calendar;

/// <summary>The parameters that questions about working days are made of.</summary>
public static class CalendarParameters
{
    private const long Most = 100_000;

    private static readonly LocalizedText ToOrDays = new("Дайте to или days, не оба сразу.", "Give to or days, not both.");

    private static readonly LocalizedText NotWindows = new(
        "Нужны промежутки одного дня по порядку, больше часа вместе, например 09:00-13:00,14:00-18:00.",
        "Spans of one day in order are needed, more than an hour in all, as 09:00-13:00,14:00-18:00.");

    public static QueryParameter<WorkWeek> Week { get; } = Parameters.OneOf<WorkWeek>(
        "week", "`six-day`: off are Sundays and holidays, and no day off is moved.", "six-day") with { Default = "five-day" };

    public static CatalogParameter<Region> Region { get; } = Parameters.Region with
    {
        Description = "Counts the holidays of this federal subject too, by its ISO 3166-2 code.", Example = "RU-TA",
    };

    public static QueryParameter<LocalDate> From { get; } = Parameters.From with { Description = "The first date." };

    public static QueryParameter<LocalDate> To { get; } = Parameters.To with { Description = "The last date, by default the first; or give `days`.", Required = false };

    public static QueryParameter<int> Days { get; } = Signed("days", "So many working days after `from`, which is not counted; before it, where it is negative.", "10");

    public static QueryParameter<bool> List { get; } = Parameters.Boolean("list", "Whether to list the days, at most 366.", "true");

    public static QueryParameter<int> Hours { get; } = Signed("hours", "So many working hours later; earlier, where it is negative.", "16") with { Required = true };

    /// <summary>Eight hours and a break.</summary>
    public static IReadOnlyList<TimeWindow> UsualWindows { get; } = [TimeWindow.Parse("09:00-13:00"), TimeWindow.Parse("14:00-18:00")];

    public static QueryParameter<IReadOnlyList<TimeWindow>> Windows { get; } = new(
        "windows", "When a full working day is worked; a shortened one ends an hour of work earlier.", "09:00-13:00,14:00-18:00", ParseWindows)
    {
        Default = "09:00-13:00,14:00-18:00",
    };

    /// <summary>From <c>from</c> to <c>to</c>, or to the working day that <c>days</c> leads to, which may be earlier.</summary>
    /// <returns>Nothing of use if the query turns out to have errors.</returns>
    public static (LocalDate From, LocalDate To) ReadSpan(QueryReader query, Workdays workdays)
    {
        var (hasTo, hasDays) = (query.TryGet(To, out var to), query.TryGet(Days, out var days));
        if (hasTo && hasDays)
            query.Refuse(To.Name, ToOrDays);
        if (!query.TryGet(From, out var from) || query.Errors.Count > 0)
            return default;
        if (!hasTo)
            to = from;
        if (hasDays)
        {
            if (workdays.Add(from, days) is { } found)
                to = found;
            else
                query.Refuse(Days.Name, Moments.OutOfRange);
        }
        else if (to < from)
        {
            query.Refuse(To.Name, DateRange.WrongOrder);
        }

        if (query.TryGet(List, out var listed) && listed && Period.DaysBetween(LocalDate.Min(from, to), LocalDate.Max(from, to)) >= DateRange.MaxDays)
            query.Refuse(List.Name, DateRange.TooManyDays);
        return (from, to);
    }

    /// <param name="first">The first month.</param>
    /// <param name="count">How many.</param>
    public static DateInterval Months(int year, int first, int count)
    {
        var start = new LocalDate(year, first, 1);
        return new DateInterval(start, start.PlusMonths(count).PlusDays(-1));
    }

    private static Parsed<IReadOnlyList<TimeWindow>> ParseWindows(string text)
    {
        List<TimeWindow> windows = [];
        foreach (var part in text.Split(','))
        {
            if (!TimeWindow.TryParse(part, out var window) || window.EndMinute > TimeWindow.MinutesOfDay || (windows is [.., var last] && window.StartMinute < last.EndMinute))
                return NotWindows;
            windows.Add(window);
        }

        // Else nothing would be left of a shortened day.
        return windows.Sum(window => window.EndMinute - window.StartMinute) > 60 ? new Parsed<IReadOnlyList<TimeWindow>>(windows, null) : NotWindows;
    }

    private static QueryParameter<int> Signed(string name, string description, string example) => new(
        name,
        description,
        example,
        text => long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) && number is >= -Most and <= Most && text[0] != '+'
            ? (int)number
            : new LocalizedText($"Нужно целое число от -{Most} до {Most}.", $"A whole number from -{Most} to {Most} is needed."));
}
