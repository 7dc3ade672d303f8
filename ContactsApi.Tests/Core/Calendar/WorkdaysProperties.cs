using ContactsApi.Core.Calendar;
using ContactsApi.Core.Hours;
using ContactsApi.Tests.Support;
using CsCheck;
using NodaTime;

namespace ContactsApi.Tests.Core.Calendar;

/// <summary>Counting and adding, against going from day to day.</summary>
public sealed class WorkdaysProperties
{
    private static readonly Gen<LocalDate> Date = Gen.Int[0, DateSet.Length - 1].Select(DateSet.DateOf);
    private static readonly Gen<WorkWeek> Week = Generators.OneOf(WorkWeek.FiveDay, WorkWeek.SixDay);

    /// <summary>That of all Russia, and of subjects whose holidays are fixed, move, and are provisional.</summary>
    private static readonly Gen<ProductionCalendar> Calendar = Gen.Frequency(
        (3, Generators.Calendar),
        (2, Generators.OneOf(Domain.CalendarOf("RU-TA"), Domain.CalendarOf("RU-AD"), Domain.CalendarOf("RU-KL"))));

    private static readonly IReadOnlyList<TimeWindow> Windows = [TimeWindow.Parse("09:00-13:00"), TimeWindow.Parse("14:00-18:00")];

    [Fact]
    public void Days_are_counted_as_one_by_one() => Gen.Select(Calendar, Week, Date, Gen.Int[0, 900]).Sample((calendar, week, from, length) =>
    {
        var to = LocalDate.Min(from.PlusDays(length), DateSet.LastDate);
        var worked = new DateInterval(from, to).Count(date => calendar.DayOf(date).IsWorkday(week));
        var first = calendar.DayOf(from).IsWorkday(week) ? 1 : 0;
        var last = calendar.DayOf(to).IsWorkday(week) ? 1 : 0;
        var workdays = calendar.WorkdaysOf(week);

        Assert.Equal(worked, workdays.CountBothIncluded(from, to));
        Assert.Equal(worked - first, workdays.CountAfterFirst(from, to));
        Assert.Equal(from == to ? 0 : last - worked, workdays.CountAfterFirst(to, from));
        Assert.Equal(new DateInterval(from, to).Count(date => calendar.IsShortened(date, week)), workdays.CountShortened(from, to));
    });

    [Fact]
    public void Days_are_added_as_one_by_one() => Gen.Select(Calendar, Week, Date, Gen.Int[-400, 400]).Sample((calendar, week, from, days) =>
    {
        var (date, left) = (from, days);
        while (left != 0 && date >= DateSet.FirstDate && date <= DateSet.LastDate)
        {
            date = date.PlusDays(Math.Sign(days));
            left -= date >= DateSet.FirstDate && date <= DateSet.LastDate && calendar.DayOf(date).IsWorkday(week) ? Math.Sign(days) : 0;
        }

        Assert.Equal(left == 0 ? date : null, calendar.WorkdaysOf(week).Add(from, days));
    });

    [Fact]
    public void A_hundred_thousand_pairs_add_and_count_back_to_themselves()
    {
        var random = Seed.Random();
        foreach (var week in Enum.GetValues<WorkWeek>())
        {
            var workdays = Domain.Calendar.WorkdaysOf(week);
            for (var i = 0; i < 100_000; i++)
            {
                var from = DateSet.DateOf(random.Next(DateSet.Length));
                var to = DateSet.DateOf(workdays.Worked.NumberAt(random.Next(workdays.Worked.Count))!.Value);
                var days = workdays.CountAfterFirst(from, to);
                if (from != to)
                    Assert.Equal(to, workdays.Add(from, days));
                Assert.Equal(days, workdays.CountAfterFirst(from, workdays.Add(from, days)!.Value));
            }
        }
    }

    [Fact]
    public void Hours_are_added_as_minute_by_minute() =>
        Gen.Select(Calendar, Week, Gen.Int[7000, 11000].Select(DateSet.DateOf), Gen.Int[0, 24 * 60 - 1], Gen.Int[-40, 40]).Sample((calendar, week, date, minute, hours) =>
        {
            var hoursOfWork = new WorkingHours(calendar.WorkdaysOf(week), Windows);
            var start = date.AtMidnight().PlusMinutes(minute);
            var end = hoursOfWork.Add(start, Duration.FromHours(hours))!.Value;

            Assert.Equal(Naive(calendar, week, start, hours * 60), end);
            Assert.Equal(Duration.FromHours(hours), hoursOfWork.Between(start, end));
        });

    /// <summary>Goes on until the last minute of the time has run, or back until its first has.</summary>
    private static LocalDateTime Naive(ProductionCalendar calendar, WorkWeek week, LocalDateTime time, int minutes)
    {
        while (minutes > 0)
        {
            minutes -= IsWork(time) ? 1 : 0;
            time = time.PlusMinutes(1);
        }

        while (minutes < 0)
        {
            time = time.PlusMinutes(-1);
            minutes += IsWork(time) ? 1 : 0;
        }

        return time;

        bool IsWork(LocalDateTime at) =>
            calendar.DayOf(at.Date).IsWorkday(week)
            && (at.Hour is >= 9 and < 13 || at.Hour is >= 14 and < 17 || (at.Hour == 17 && !calendar.IsShortened(at.Date, week)));
    }
}
