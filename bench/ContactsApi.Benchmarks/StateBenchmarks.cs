using BenchmarkDotNet.Attributes;
using ContactsApi.Core;
using ContactsApi.Core.Choosing;
using ContactsApi.Core.Hours;
using ContactsApi.Tests.Support;
using NodaTime;

namespace ContactsApi.Benchmarks;

/// <summary>One channel: its state, its next certain opening, all that is shown of it, a year of its windows.</summary>
[MemoryDiagnoser]
public class StateBenchmarks
{
    private static readonly ReadingCriterion Opening = ReadingCriterion.AnyOf(StateSet.Of(HoursState.Open));

    private readonly ServedChannel served = Samples.Served("legal-tech-support", Segment.LegalEntity);
    private readonly NaiveHours naive = Samples.Naive(Samples.Served("legal-tech-support", Segment.LegalEntity));
    private int next;

    [Benchmark(Baseline = true)]
    public HoursState NaiveState() => naive.StateAt(Samples.WorkdayNoon);

    [Benchmark]
    public HoursState State() => served.Timeline.At(Samples.WorkdayNoon).State;

    [Benchmark]
    public HoursState StateOverAYear() => served.Timeline.At(Samples.OverAYear[++next % Samples.Moments]).State;

    [Benchmark]
    public HoursState StateOverACentury() => served.Timeline.At(Samples.OverACentury[++next % Samples.Moments]).State;

    [Benchmark]
    public Instant? NextOpeningInAnHour() => NextOpening(Samples.WorkdayMorning);

    [Benchmark]
    public Instant? NextOpeningTomorrow() => NextOpening(Samples.WorkdayEvening);

    [Benchmark]
    public Instant? NextOpeningAfterTwelveDaysOff() => NextOpening(Samples.NewYearsEve);

    /// <summary>Of two moments in turn, for neither of which the availability of the other holds.</summary>
    [Benchmark]
    public Availability AvailabilityWithAnOpeningTomorrow() => served.AvailabilityAt(++next % 2 == 0 ? Samples.WorkdayEvening : Samples.WorkdayEvening + Duration.FromDays(1));

    /// <inheritdoc cref="AvailabilityWithAnOpeningTomorrow"/>
    [Benchmark]
    public Availability AvailabilityWithAnOpeningAfterTwelveDaysOff() => served.AvailabilityAt(++next % 2 == 0 ? Samples.NewYearsEve : Samples.NewYearsEve + Duration.FromDays(1));

    [Benchmark]
    public int YearOfWindows() =>
        new DateInterval(new LocalDate(2026, 1, 1), new LocalDate(2026, 12, 31)).Sum(date => DayWindows.Of(served.Timeline, date).Count());

    private Instant? NextOpening(Instant moment) => served.Timeline.First(Opening, moment, Horizon.EndOfExamination(moment));
}
