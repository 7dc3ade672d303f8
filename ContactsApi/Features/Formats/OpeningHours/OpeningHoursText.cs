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

    /// <param name="days">The dates to write out where they are otherwise than their weekday, or than holidays if they are one.</param>
    /// <param name="doubt">Why hours are uncertain, for people.</param>
    public static string Of(UsualHours hours, IReadOnlyList<CalendarDay> days, string doubt)
    {
        List<Rule> rules =
        [
            .. Weekly(hours),
            .. from day in days
               let plan = hours.On(day.Date)
               where plan != (day.Holiday is null ? hours.On(day.Date.DayOfWeek) : hours.OnHolidays)
               group day.Date by plan into alike
               select new Rule(DaySelectors.Of([.. alike]), alike.Key),
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
