using System.Globalization;
using System.Text.Json.Nodes;
using ContactsApi.Core.Hours;
using NodaTime;

namespace ContactsApi.Features.Formats.JsonLd;

/// <summary>
/// The hours in which a channel is certainly open, as <c>OpeningHoursSpecification</c>: by weekday, and for dates that are not as their
/// weekday. Such a date without any certain hours opens and closes at 00:00, as search engines read "closed". There are no words for
/// doubt, so what sources disagree on is left out.
/// </summary>
public static class CertainHours
{
    private const string Closed = "00:00";

    /// <summary>By convention the end of a day, which has no 24:00 here.</summary>
    private const string EndOfDay = "23:59";

    /// <param name="hours">All of them have to be open.</param>
    /// <param name="dates">For which holidays and moved days are told; overrides of one year are told wherever they are.</param>
    public static IEnumerable<JsonObject> Of(IReadOnlyList<UsualHours> hours, DateInterval dates)
    {
        var weekly = UsualHours.Week.ToDictionary(day => day, day => OpenInAll(hours, one => one.On(day)));
        var overridden = hours.SelectMany(one => one.OverriddenFrom(dates.Start).Concat(one.YearlyIn(dates))).ToHashSet();
        var byDate = dates.Union(overridden).Order().Select(date => (Date: date, Plan: OpenInAll(hours, one => one.On(date))))
            .Where(day => day.Plan != weekly[day.Date.DayOfWeek] || overridden.Contains(day.Date)).ToList();
        foreach (var alike in weekly.SelectMany(day => day.Value.Stretches.Select(stretch => (day.Key, Stretch: stretch))).GroupBy(one => one.Stretch, one => one.Key))
        {
            var specification = Specification(alike.Key);
            specification["dayOfWeek"] = new JsonArray([.. alike.Select(day => JsonValue.Create($"https://schema.org/{day}"))]);
            yield return specification;
        }

        for (var i = 0; i < byDate.Count;)
        {
            var (first, plan) = byDate[i++];
            var last = first;
            while (i < byDate.Count && byDate[i].Date == last.PlusDays(1) && byDate[i].Plan == plan)
                last = byDate[i++].Date;
            foreach (var stretch in plan.Stretches.DefaultIfEmpty())
            {
                var specification = Specification(stretch);
                specification["validFrom"] = Written(first);
                specification["validThrough"] = Written(last);
                yield return specification;
            }
        }
    }

    private static DayPlan OpenInAll(IReadOnlyList<UsualHours> hours, Func<UsualHours, DayPlan> day) => hours.Select(day)
        .Aggregate(new DayPlan([new DayStretch(0, TimeWindow.MinutesOfDay, HoursState.Open)]), (all, one) => all.OpenInBoth(one));

    /// <param name="stretch">The empty one stands for closed.</param>
    private static JsonObject Specification(DayStretch stretch) => new()
    {
        ["@type"] = "OpeningHoursSpecification",
        ["opens"] = Time(stretch.StartMinute),
        ["closes"] = stretch.EndMinute == TimeWindow.MinutesOfDay ? EndOfDay : stretch.EndMinute == 0 ? Closed : Time(stretch.EndMinute),
    };

    private static string Time(int minute) => string.Create(CultureInfo.InvariantCulture, $"{minute / 60:00}:{minute % 60:00}");

    private static string Written(LocalDate date) => date.ToString("uuuu-MM-dd", CultureInfo.InvariantCulture);
}
