using System.Globalization;
using ContactsApi.Core.Calendar;
using ContactsApi.Core.Hours;
using NodaTime;

namespace ContactsApi.Features.Formats.OpeningHours;

/// <summary>
/// Writes hours as <c>Mo-Fr 08:00-20:00; Su,PH 10:00-16:00; 2026 Jan 09 off</c>. A rule after a semicolon replaces what those before
/// say of its days, one after a comma adds to it, and one after <c>||</c> speaks where the others are closed.
/// </summary>
public static class OpeningHoursText
{
    private const string Always = "24/7";

    private sealed record Rule(string Days, DayPlan Plan);

    /// <param name="dates">From today on, those of which the days off that decrees move are told; overrides are told wherever they are.</param>
    /// <param name="doubt">Why hours are uncertain, for people.</param>
    public static string Of(UsualHours hours, ProductionCalendar calendar, DateInterval dates, string doubt)
    {
        var turns = new HolidayTurns(calendar.Statute);
        var yearly = new YearlyDates(turns, hours);
        List<Rule> rules =
        [
            .. Weekly(hours),
            .. AroundHolidays(hours, turns),
            .. yearly.Told.Select(told => new Rule(
                Words(DaySelectors.Of(told.Dates), told.Days.Count == UsualHours.Week.Count ? "" : DaySelectors.Of([.. told.Days])), told.Plan)),
            .. OnDates(hours, yearly, calendar, dates),
        ];
        if (!rules.Exists(rule => rule.Plan.Uncertain.Any()))
            return Certain(rules);
        if (rules.Select(rule => rule.Plan.NotClosed).Distinct().Count() > 1)
            return string.Join("; ", rules.Select(rule => WithDoubt(rule, doubt)));
        var inDoubt = Words(Times(rules[0].Plan.NotClosed.Stretches), Unknown(doubt));
        return rules.Exists(rule => rule.Plan.Open.Any()) ? $"{Certain(rules)} || {inDoubt}" : inDoubt;
    }

    /// <summary>That of holidays goes last, or those of weekdays would replace it.</summary>
    private static IEnumerable<Rule> Weekly(UsualHours hours) =>
        from day in UsualHours.Week.Cast<IsoDayOfWeek?>().Append(null)
        group day by day is { } weekday ? hours.On(weekday) : hours.OnHolidays into alike
        orderby alike.Contains(null)
        select new Rule(alike.Count() > UsualHours.Week.Count ? "" : DaySelectors.Of([.. alike]), alike.Key);

    /// <summary>Where windows run past midnight, the first day of holidays and the day after them are like no other.</summary>
    private static IEnumerable<Rule> AroundHolidays(UsualHours hours, HolidayTurns turns) =>
    [
        .. Told(turns.Firsts, hours.OnHolidayAfterNone, _ => hours.OnHolidays),
        .. Told(turns.DaysAfter, hours.AfterHoliday, hours.On),
    ];

    private static IEnumerable<Rule> Told(IReadOnlyList<AnnualDate> dates, Func<IsoDayOfWeek, DayPlan> planOf, Func<IsoDayOfWeek, DayPlan> toldBefore) =>
        from day in UsualHours.Week
        let plan = planOf(day)
        where plan != toldBefore(day)
        group (IsoDayOfWeek?)day by plan into alike
        select new Rule(Words(DaySelectors.Of(dates), DaySelectors.Of([.. alike])), alike.Key);

    private static IEnumerable<Rule> OnDates(UsualHours hours, YearlyDates yearly, ProductionCalendar calendar, DateInterval dates)
    {
        // Into the date after the last one run the windows of that.
        var unlike = dates.Append(dates.End.PlusDays(1)).Union(hours.Yearly.Any() ? YearlyDates.LeapDaysFrom(dates.Start) : []).Where(date => IsUnlike(calendar.DayOf(date), hours, yearly));
        return from date in unlike.Union(hours.OverriddenFrom(dates.Start)).Order()
               group date by hours.On(date) into alike
               select new Rule(DaySelectors.Of([.. alike]), alike.Key);
    }

    /// <summary>Some readers know of a day off that a decree moved, and take it for a holiday; others take it for what its weekday is.</summary>
    private static bool IsUnlike(CalendarDay day, UsualHours hours, YearlyDates yearly)
    {
        var plan = hours.On(day.Date);
        return plan != yearly.PlanOn(day.Date) || (day is { Holiday: null, Kind: DayKind.Holiday } && plan != hours.OnHolidays && !yearly.Covers(day.Date));
    }

    private static string Certain(List<Rule> rules) => rules is [{ Days: "", Plan.Stretches: [{ IsWholeDay: true }] }]
        ? Always
        : string.Join("; ", rules.Select(rule => Words(rule.Days, rule.Plan.Open.Any() ? Written(rule.Plan.Open) : "off")));

    private static string WithDoubt(Rule rule, string doubt)
    {
        if (!rule.Plan.Uncertain.Any())
            return Certain([rule]);
        var uncertain = Words(rule.Days, Written(rule.Plan.Uncertain), Unknown(doubt));
        return rule.Plan.Open.Any() ? $"{Words(rule.Days, Written(rule.Plan.Open))}, {uncertain}" : uncertain;
    }

    private static string Unknown(string doubt) => $"unknown \"{doubt}\"";

    /// <summary>Nothing for the whole day, which needs no times.</summary>
    private static string Times(IReadOnlyList<DayStretch> stretches) => stretches is [{ IsWholeDay: true }] ? "" : Written(stretches);

    private static string Written(IEnumerable<DayStretch> stretches) =>
        string.Join(',', stretches.Select(stretch => $"{Time(stretch.StartMinute)}-{Time(stretch.EndMinute)}"));

    private static string Time(int minute) => string.Create(CultureInfo.InvariantCulture, $"{minute / 60:00}:{minute % 60:00}");

    private static string Words(params string[] words) => string.Join(' ', words.Where(word => word.Length > 0));
}
