using BenchmarkDotNet.Attributes;
using ContactsApi.Core.Channels;
using ContactsApi.Core.Choosing;

namespace ContactsApi.Benchmarks;

/// <summary>The whole question over the shipped catalog.</summary>
[MemoryDiagnoser]
public class DecisionBenchmarks
{
    [Params(Segment.Individual, Segment.LegalEntity, Segment.Abroad)]
    public Segment Segment { get; set; }

    [Benchmark]
    public Decision WorkdayNoon() => Chooser.Choose(Samples.Directory, new Question(Segment), Samples.WorkdayNoon);

    [Benchmark]
    public Decision SundayNight() => Chooser.Choose(Samples.Directory, new Question(Segment), Samples.SundayNight);
}
