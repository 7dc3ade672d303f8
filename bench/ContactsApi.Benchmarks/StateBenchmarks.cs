using BenchmarkDotNet.Attributes;
using ContactsApi.Core.Channels;
using ContactsApi.Core.Choosing;
using ContactsApi.Core.Hours;
using ContactsApi.Tests.Support;
using NodaTime;

namespace ContactsApi.Benchmarks;

/// <summary>One channel at one moment: its state, its next opening, a year of its windows.</summary>
[MemoryDiagnoser]
public class StateBenchmarks
{
    private readonly ChannelDesk telegram = Samples.Desk("telegram", Segment.Individual);
    private readonly ChannelDesk techSupport = Samples.Desk("legal-tech-support", Segment.LegalEntity);
    private readonly NaiveHours naive = Samples.Naive(Samples.Desk("telegram", Segment.Individual));

    [Benchmark(Baseline = true)]
    public HoursState NaiveState() => naive.StateAt(Samples.WorkdayNoon);

    [Benchmark]
    public HoursState State() => telegram.Timeline.At(Samples.WorkdayNoon).State;

    [Benchmark]
    public Instant? NextOpeningTomorrow() => telegram.OutlookAt(Samples.SundayNight).OpensAt;

    /// <summary>The next certain opening is twelve days off away.</summary>
    [Benchmark]
    public Instant? NextOpeningAfterTwelveDays() => techSupport.OutlookAt(Samples.NewYearsEve).Answer?.By;

    [Benchmark]
    public int YearOfWindows() =>
        new DateInterval(new LocalDate(2026, 1, 1), new LocalDate(2026, 12, 31)).Sum(date => DayWindows.Of(telegram.Timeline, date).Count());
}
