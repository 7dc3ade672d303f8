using BenchmarkDotNet.Attributes;
using ContactsApi.Core;
using ContactsApi.Core.Choosing;

namespace ContactsApi.Benchmarks;

/// <summary>The whole question over the shipped catalog.</summary>
[MemoryDiagnoser]
public class DecisionBenchmarks
{
    private Question question = new(Segment.Individual);
    private int next;

    [Params(Segment.Individual, Segment.LegalEntity, Segment.Abroad)]
    public Segment Segment { get; set; }

    [GlobalSetup]
    public void Ask() => question = new Question(Segment);

    [Benchmark]
    public Decision WorkdayNoon() => Chooser.Choose(Samples.Directory, question, Samples.WorkdayNoon);

    [Benchmark]
    public Decision SundayNight() => Chooser.Choose(Samples.Directory, question, Samples.SundayNight);

    [Benchmark]
    public Decision OverAYear() => Chooser.Choose(Samples.Directory, question, Samples.OverAYear[++next % Samples.Moments]);

    [Benchmark]
    public Decision OverACentury() => Chooser.Choose(Samples.Directory, question, Samples.OverACentury[++next % Samples.Moments]);
}
