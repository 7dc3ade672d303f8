using BenchmarkDotNet.Attributes;
using ContactsApi.Core;
using ContactsApi.Core.Channels;
using ContactsApi.Core.Choosing;
using ContactsApi.Core.Hours;
using ContactsApi.Tests.Support;
using NodaTime;

namespace ContactsApi.Benchmarks;

/// <summary>One channel: its state, its next certain opening, all that is shown of it, a year of its windows.</summary>
[MemoryDiagnoser]
public class StateBenchmarks
{
    private static readonly Sought Opening = Sought.AnyOf(StateSet.Of(HoursState.Open));

    private readonly ChannelDesk desk = Samples.Desk("legal-tech-support", Segment.LegalEntity);
    private readonly NaiveHours naive = Samples.Naive(Samples.Desk("legal-tech-support", Segment.LegalEntity));
    private int next;

    [Benchmark(Baseline = true)]
    public HoursState NaiveState() => naive.StateAt(Samples.WorkdayNoon);

    [Benchmark]
    public HoursState State() => desk.Timeline.At(Samples.WorkdayNoon).State;

    [Benchmark]
    public HoursState StateOverAYear() => desk.Timeline.At(Samples.OverAYear[++next % Samples.Moments]).State;

    [Benchmark]
    public HoursState StateOverACentury() => desk.Timeline.At(Samples.OverACentury[++next % Samples.Moments]).State;

    [Benchmark]
    public Instant? NextOpeningInAnHour() => NextOpening(Samples.WorkdayMorning);

    [Benchmark]
    public Instant? NextOpeningTomorrow() => NextOpening(Samples.WorkdayEvening);

    [Benchmark]
    public Instant? NextOpeningAfterTwelveDaysOff() => NextOpening(Samples.NewYearsEve);

    /// <summary>Of two moments in turn, for neither of which the outlook of the other holds.</summary>
    [Benchmark]
    public Outlook OutlookWithAnOpeningTomorrow() => desk.OutlookAt(++next % 2 == 0 ? Samples.WorkdayEvening : Samples.WorkdayEvening + Duration.FromDays(1));

    /// <inheritdoc cref="OutlookWithAnOpeningTomorrow"/>
    [Benchmark]
    public Outlook OutlookWithAnOpeningAfterTwelveDaysOff() => desk.OutlookAt(++next % 2 == 0 ? Samples.NewYearsEve : Samples.NewYearsEve + Duration.FromDays(1));

    [Benchmark]
    public int YearOfWindows() =>
        new DateInterval(new LocalDate(2026, 1, 1), new LocalDate(2026, 12, 31)).Sum(date => DayWindows.Of(desk.Timeline, date).Count());

    private Instant? NextOpening(Instant moment) => desk.Timeline.First(Opening, moment, Horizon.EndOfExamination(moment));
}
