using BenchmarkDotNet.Attributes;
using ContactsApi.Core.Calendar;
using ContactsApi.Core.Hours;
using NodaTime;

namespace ContactsApi.Benchmarks;

/// <summary>Working days counted and found, near and far.</summary>
[MemoryDiagnoser]
public class WorkdayBenchmarks
{
    private static readonly LocalDate From = new(2026, 11, 27), Near = new(2026, 12, 4), Far = new(2096, 11, 27);

    private readonly ProductionCalendar calendar = Samples.Directory.Calendar;
    private readonly Workdays workdays = Samples.Directory.Calendar.WorkdaysOf(WorkWeek.FiveDay);
    private readonly WorkingHours hours = new(Samples.Directory.Calendar.WorkdaysOf(WorkWeek.FiveDay), [TimeWindow.Parse("09:00-13:00"), TimeWindow.Parse("14:00-18:00")]);

    [Benchmark(Baseline = true)]
    public int DayByDay() => new DateInterval(From, Far).Count(date => calendar.DayOf(date).IsWorkday(WorkWeek.FiveDay));

    [Benchmark]
    public int CountAWeek() => workdays.CountAfterFirst(From, Near);

    [Benchmark]
    public int CountSeventyYears() => workdays.CountAfterFirst(From, Far);

    [Benchmark]
    public LocalDate? AddTen() => workdays.Add(From, 10);

    [Benchmark]
    public LocalDate? AddTenThousand() => workdays.Add(From, 10_000);

    [Benchmark]
    public LocalDateTime? AddHours() => hours.Add(From.At(new LocalTime(16, 0)), Duration.FromHours(16));
}
