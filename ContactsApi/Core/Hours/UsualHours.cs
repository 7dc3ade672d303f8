using ContactsApi.Core.Calendar;
using NodaTime;

namespace ContactsApi.Core.Hours;

/// <summary>
/// The hours of one channel as they are published for a long time: by the day of the week, on public holidays, and on a given
/// date, of one year or of every year. Overrides count, being set for dates; outages do not, being over before anybody hears of them that way.
/// </summary>
public sealed class UsualHours(ProductionCalendar calendar, IReadOnlyList<WeeklyHours> statements, IReadOnlyList<Override> overrides)
{
    private readonly ILookup<bool, Override> byYearly = overrides.ToLookup(one => one.Yearly is not null);
    private readonly DayPatterns patterns = new(calendar, statements, overrides);
    private readonly DayPatterns withoutDated = new(calendar, statements, [.. overrides.Where(one => one.Yearly is not null)]);
    private readonly DayPatterns withoutOverrides = new(calendar, statements, []);

    private const int LeapYear = 2000;
    private static readonly AnnualDate LeapDay = new(2, 29);

    public static IReadOnlyList<IsoDayOfWeek> Week { get; } =
    [
        IsoDayOfWeek.Monday, IsoDayOfWeek.Tuesday, IsoDayOfWeek.Wednesday, IsoDayOfWeek.Thursday, IsoDayOfWeek.Friday,
        IsoDayOfWeek.Saturday, IsoDayOfWeek.Sunday,
    ];

    /// <summary>A public holiday after another.</summary>
    public DayPlan OnHolidays => Plan(DayKind.Holiday, DayKind.Holiday);

    /// <summary>A day of a week without holidays.</summary>
    public DayPlan On(IsoDayOfWeek day) => Plan(KindOf(day), KindOf(Before(day)));

    /// <summary>A public holiday after a day that is none, out of whose windows some may run into it.</summary>
    public DayPlan OnHolidayAfterNone(IsoDayOfWeek day) => Plan(DayKind.Holiday, KindOf(Before(day)));

    /// <summary>The day after a public holiday, if it is none.</summary>
    public DayPlan AfterHoliday(IsoDayOfWeek day) => Plan(KindOf(day), DayKind.Holiday);

    /// <param name="date">In the channel's zone.</param>
    public DayPlan On(LocalDate date) => DayPlan.Of(patterns.On(DayPairs.NumberOf(date)));

    /// <summary>A date that a yearly override covers, or the one after, in a year of the weekday that is no other date of an override.</summary>
    /// <param name="isHoliday">Whether a date is a public holiday of every year.</param>
    public DayPlan On(AnnualDate date, IsoDayOfWeek day, Func<AnnualDate, bool> isHoliday)
    {
        var today = date.InYear(LeapYear);
        var yesterday = date.InYear(date == LeapDay ? LeapYear : LeapYear + 1).PlusDays(-1);
        var bits = new StatementBits(statements.Count);
        return DayPlan.Of(new DayPattern(HoursOf(today, day), HoursOf(yesterday, Before(day)), bits));

        DayHours HoursOf(LocalDate date, IsoDayOfWeek day) => byYearly[true].FirstOrDefault(one => one.Covers(date)) is { } replacement
            ? DayHours.Of(replacement, bits)
            : DayHours.Of(statements, new(isHoliday(new AnnualDate(date.Month, date.Day)) ? DayKind.Holiday : KindOf(day)));
    }

    /// <summary>The overrides that come back every year; of several that cover a date the first counts.</summary>
    public IEnumerable<Override> Yearly => byYearly[true];

    /// <summary>
    /// The dates, however far off, whose hours an override of one year makes: those that it is set for, and the one after where what runs
    /// past midnight is otherwise for it. In order.
    /// </summary>
    /// <param name="first">The first date to look at.</param>
    public IEnumerable<LocalDate> OverriddenFrom(LocalDate first) => Overridden(byYearly[false], new(first, DateSet.LastDate), withoutDated);

    /// <summary>The same of yearly overrides, which never end.</summary>
    /// <param name="dates">Those to look at.</param>
    public IEnumerable<LocalDate> YearlyIn(DateInterval dates) => Overridden(byYearly[true], dates, withoutOverrides);

    private IEnumerable<LocalDate> Overridden(IEnumerable<Override> some, DateInterval dates, DayPatterns without) =>
    [
        .. from one in some
           from span in one.Within(new(dates.Start.PlusDays(-1), dates.End))
           from date in new DateInterval(LocalDate.Max(dates.Start, span.Start), span.End.PlusDays(1))
           group date by date into same
           where some.Any(one => one.Covers(same.Key)) || On(same.Key) != DayPlan.Of(without.On(DayPairs.NumberOf(same.Key)))
           orderby same.Key
           select same.Key,
    ];

    private DayPlan Plan(DayKind today, DayKind yesterday) =>
        DayPlan.Of(new DayPattern(DayHours.Of(statements, new(today)), DayHours.Of(statements, new(yesterday)), new StatementBits(statements.Count)));

    private static IsoDayOfWeek Before(IsoDayOfWeek day) => day == IsoDayOfWeek.Monday ? IsoDayOfWeek.Sunday : day - 1;

    private static DayKind KindOf(IsoDayOfWeek day) => day switch
    {
        IsoDayOfWeek.Saturday => DayKind.Saturday,
        IsoDayOfWeek.Sunday => DayKind.Sunday,
        _ => DayKind.Workday,
    };
}
