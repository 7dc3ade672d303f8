using ContactsApi.Core.Calendar;
using NodaTime;
using NodaTime.Text;

namespace ContactsApi.Core.Quality;

/// <summary>
/// A decree moves days off, it makes none: each is moved once, from a weekend day that is a holiday or is worked instead, or from
/// where the statute had moved one, and a year has as many working days as the statute leaves it. Days declared non-working by the
/// President come on top and are left aside.
/// </summary>
public static class CalendarUnbalanced
{
    private static readonly FindingKind Unbalanced = new("calendar-unbalanced", Severity.Error, new(
        "Сверьте год с текстом постановления и исправьте строку календаря.",
        "Compare the year with the text of the decree, and mend the row of the calendar."));

    public static QualityRule Rule { get; } = new(Find, Unbalanced);

    private static IEnumerable<Finding> Find(QualityContext context)
    {
        var statute = context.Catalog.Statute;
        var moved = context.Catalog.Years.SelectMany(year => year.Days).Where(day => day.MovedFrom is not null).ToList();
        var worked = context.Catalog.Years.SelectMany(year => year.Days).Where(day => day.WorkingWeekend).Select(day => day.Date).ToHashSet();
        foreach (var year in context.Catalog.Years.OrderBy(year => year.Year))
        {
            List<LocalizedText> faults =
            [
                .. moved.FindAll(day => day.Date.Year == year.Year).SelectMany(day => SourceFaults(day.Date, day.MovedFrom!.Value, statute, worked)),
                .. moved.GroupBy(day => day.MovedFrom!.Value).Where(same => same.Key.Year == year.Year && same.Count() > 1).Select(same => MovedTwice(same.Key)),
                .. worked.Where(date => date.Year == year.Year && moved.TrueForAll(day => day.MovedFrom != date)).Order().Select(WorkedForNothing),
            ];
            foreach (var text in faults.Count > 0 ? faults : Total(year, statute))
                yield return Unbalanced.Found(text);
        }
    }

    private static IEnumerable<LocalizedText> SourceFaults(LocalDate date, LocalDate from, Statute statute, HashSet<LocalDate> worked)
    {
        // The statute itself moves a holiday's day off to a working day, as to Monday 24 February 2014; a decree may move it on from there.
        if (statute.Project(from.Year).Any(day => day.Date == from && day.MovedFrom is not null))
            yield break;
        if (!IsWeekend(from))
        {
            yield return new(
                $"Выходной {Iso(date)} перенесён с {Iso(from)}, но это не суббота и не воскресенье.",
                $"The day off of {Iso(date)} is moved from {Iso(from)}, which is neither a Saturday nor a Sunday.");
        }
        else if (!worked.Contains(from) && !statute.HolidaysOf(from.Year).ContainsKey(from))
        {
            yield return new(
                $"Выходной {Iso(date)} перенесён с {Iso(from)}, но этот день и не праздник, и не рабочий: он остаётся выходным.",
                $"The day off of {Iso(date)} is moved from {Iso(from)}, which is neither a holiday nor worked: it stays a day off.");
        }
    }

    private static LocalizedText MovedTwice(LocalDate from) => new(
        $"Выходной с {Iso(from)} перенесён больше одного раза.", $"The day off of {Iso(from)} is moved more than once.");

    private static LocalizedText WorkedForNothing(LocalDate date) => new(
        $"{Iso(date)} — рабочий выходной, но другого выходного за него нет.", $"{Iso(date)} is a weekend day that is worked, but no other day is off for it.");

    /// <summary>What the statute leaves, less the two January days off that the government moves to other dates every year.</summary>
    private static IEnumerable<LocalizedText> Total(DecreeYear year, Statute statute)
    {
        var expected = Workdays(statute.Project(year.Year)) - statute.DaysToBeMoved(year.Year);
        var actual = Workdays((year with { NonWorking = [] }).Expand(statute));
        if (year.Year >= Statute.FirstYearOfMoves && actual != expected)
        {
            yield return new(
                $"В {year.Year} году рабочих дней {actual}, а по закону их должно быть {expected}.",
                $"{year.Year} has {actual} working days; by law it should have {expected}.");
        }
    }

    private static int Workdays(IEnumerable<CalendarDay> days) => days.Count(day => day.Kind == DayKind.Workday);

    private static bool IsWeekend(LocalDate date) => date.DayOfWeek is IsoDayOfWeek.Saturday or IsoDayOfWeek.Sunday;

    private static string Iso(LocalDate date) => LocalDatePattern.Iso.Format(date);
}
