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

    public static IReadOnlyList<IsoDayOfWeek> Week { get; } =
    [
        IsoDayOfWeek.Monday, IsoDayOfWeek.Tuesday, IsoDayOfWeek.Wednesday, IsoDayOfWeek.Thursday, IsoDayOfWeek.Friday,
        IsoDayOfWeek.Saturday, IsoDayOfWeek.Sunday,
    ];

    /// <summary>A public holiday after another.</summary>
    public DayPlan OnHolidays => Plan(DayKind.Holiday, DayKind.Holiday);

    /// <summary>A day of a week without holidays.</summary>
    public DayPlan On(IsoDayOfWeek day) => Plan(KindOf(day), KindOf(day == IsoDayOfWeek.Monday ? IsoDayOfWeek.Sunday : day - 1));

    /// <param name="date">In the channel's zone.</param>
    public DayPlan On(LocalDate date) => DayPlan.Of(patterns.On(DayPairs.NumberOf(date)));

    private DayPlan Plan(DayKind today, DayKind yesterday) =>
        DayPlan.Of(new DayPattern(HoursOn(today), HoursOn(yesterday), new StatementBits(statements.Count)));

    private DayHours HoursOn(DayKind kind) => new([.. statements.Select(week => week.On(kind))], Override: null);

    private static DayKind KindOf(IsoDayOfWeek day) => day switch
    {
        IsoDayOfWeek.Saturday => DayKind.Saturday,
        IsoDayOfWeek.Sunday => DayKind.Sunday,
        _ => DayKind.Workday,
    };
}
