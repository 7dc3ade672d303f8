using ContactsApi.Core.Calendar;
using NodaTime;

namespace ContactsApi.Core.Hours;

/// <summary>
/// The hours of one channel as they are published for a long time: by the day of the week, on public holidays, and on a given
/// date. Overrides count, being set for dates; outages do not, being over before anybody hears of them that way.
/// </summary>
public sealed class UsualHours(ProductionCalendar calendar, IReadOnlyList<WeeklyHours> statements, IReadOnlyList<Override> overrides)
{
    private readonly DayPatterns patterns = new(calendar, statements, overrides);
    private readonly DayPatterns withoutOverrides = new(calendar, statements, []);

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

    /// <summary>
    /// The dates, however far off, whose hours an override makes: those that it is set for, and the one after where what runs past
    /// midnight is otherwise for it. In order.
    /// </summary>
    /// <param name="first">The first date to look at.</param>
    public IEnumerable<LocalDate> OverriddenFrom(LocalDate first) =>
    [
        .. from one in overrides
           where first <= one.To.PlusDays(1)
           from date in new DateInterval(LocalDate.Max(first, one.From), one.To.PlusDays(1))
           group date by date into same
           where overrides.Any(one => one.Covers(same.Key)) || On(same.Key) != DayPlan.Of(withoutOverrides.On(DayPairs.NumberOf(same.Key)))
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
