using System.Globalization;
using System.Text.RegularExpressions;
using ContactsApi.Core;
using ContactsApi.Core.Calendar;
using ContactsApi.Core.Channels;
using ContactsApi.Core.Hours;
using ContactsApi.Features.Asking;
using ContactsApi.Hosting.Queries;
using ContactsApi.Storage;
using NodaTime;

namespace ContactsApi.Features.Calendar;

/// <summary>The parameters that questions about working days are made of.</summary>
public static partial class CalendarParameters
{
    private const long Most = 100_000;

    private static readonly LocalizedText NotAPeriod = new(
        "Нужен год, полугодие, квартал или месяц: 2026, 2026-H1, 2026-Q2, 2026-11.", "A year, half, quarter or month is needed: 2026, 2026-H1, 2026-Q2, 2026-11.");

    private static readonly LocalizedText NotWindows = new(
        "Нужны промежутки одного дня по порядку, больше часа вместе, например 09:00-13:00,14:00-18:00.",
        "Spans of one day in order are needed, more than an hour in all, as 09:00-13:00,14:00-18:00.");

    private static readonly LocalizedText PeriodOrDates = new("Дайте либо period, либо from и to.", "Give either period, or from and to.");

    public static QueryParameter<WorkWeek> Week { get; } = Parameters.OneOf<WorkWeek>(
        "week", "`six-day`: off are Sundays and holidays, and no day off is moved.", "six-day") with { Default = "five-day" };

    public static QueryParameter<Region> Region { get; } = Parameters.Region with
    {
        Description = "Counts the holidays of this federal subject too, by its ISO 3166-2 code.", Example = "RU-TA",
    };

    public static QueryParameter<LocalDate> From { get; } = Parameters.From with { Description = "The first date." };

    public static QueryParameter<LocalDate> To { get; } = Parameters.To with { Description = "The last date." };

    public static QueryParameter<DateInterval> Period { get; } = new(
        "period", "A year, half, quarter or month, instead of `from` and `to`.", "2026-Q4", (text, _) => ParsePeriod(text));

    public static QueryParameter<int> Days { get; } = Signed("days", "So many working days later; earlier, where it is negative.", "10");

    public static QueryParameter<int> Hours { get; } = Signed("hours", "So many working hours later; earlier, where it is negative.", "16") with { Required = true };

    /// <summary>Eight hours and a break.</summary>
    public static IReadOnlyList<TimeWindow> UsualWindows { get; } = [TimeWindow.Parse("09:00-13:00"), TimeWindow.Parse("14:00-18:00")];

    public static QueryParameter<IReadOnlyList<TimeWindow>> Windows { get; } = new(
        "windows", "When a full working day is worked; a shortened one ends an hour of work earlier.", "09:00-13:00,14:00-18:00", (text, _) => ParseWindows(text))
    {
        Default = "09:00-13:00,14:00-18:00",
    };

    /// <summary>The dates of a period or range; nothing of use if the query turns out to have errors.</summary>
    public static (LocalDate From, LocalDate To) ReadRange(QueryReader query)
    {
        if (query.Has(Period) ? query.Has(From) || query.Has(To) : !query.Has(From) && !query.Has(To))
        {
            query.Refuse(Period.Name, PeriodOrDates);
            return default;
        }

        if (!query.Has(Period))
            return DateRange.Read(query);
        return query.TryGet(Period, out var period) ? (period.Start, period.End) : default;
    }

    private static Parsed<DateInterval> ParsePeriod(string text)
    {
        if (PeriodForm().Match(text) is not { Success: true } match)
            return NotAPeriod;
        var year = Number(match.Groups["year"]);
        if (year is < Moments.FirstYear or > Moments.LastYear)
            return Moments.OutOfRange;
        var (first, months) =
            match.Groups["half"].Success ? (Number(match.Groups["half"]) * 6 - 5, 6)
            : match.Groups["quarter"].Success ? (Number(match.Groups["quarter"]) * 3 - 2, 3)
            : match.Groups["month"].Success ? (Number(match.Groups["month"]), 1)
            : (1, 12);
        return Months(year, first, months);
    }

    /// <param name="first">The first month.</param>
    /// <param name="count">How many.</param>
    public static DateInterval Months(int year, int first, int count)
    {
        var start = new LocalDate(year, first, 1);
        return new DateInterval(start, start.PlusMonths(count).PlusDays(-1));
    }

    private static int Number(Group group) => int.Parse(group.ValueSpan, CultureInfo.InvariantCulture);

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
        (text, _) => long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) && Math.Abs(number) <= Most && text[0] != '+'
            ? (int)number
            : new LocalizedText($"Нужно целое число от -{Most} до {Most}.", $"A whole number from -{Most} to {Most} is needed."));

    [GeneratedRegex(@"^(?<year>[0-9]{4})(-(H(?<half>[12])|Q(?<quarter>[1-4])|(?<month>0[1-9]|1[0-2])))?\z", RegexOptions.ExplicitCapture)]
    private static partial Regex PeriodForm();
}
