using BenchmarkDotNet.Attributes;
using ContactsApi.Core;
using ContactsApi.Core.Catalogs;
using ContactsApi.Core.Choosing;

namespace ContactsApi.Benchmarks;

/// <summary>A catalog with many regional offices: what it costs to compile, and whether questions from a region notice.</summary>
[MemoryDiagnoser]
public class OfficeBenchmarks
{
    private Catalog catalog = Samples.Directory.Catalog;
    private ContactDirectory directory = Samples.Directory;
    private Question question = new(Segment.Individual);
    private int next;

    [Params(0, 1_000, 20_000)]
    public int Offices { get; set; }

    [GlobalSetup]
    public void Open()
    {
        catalog = Samples.WithOffices(Offices);
        directory = new ContactDirectory(catalog);
        question = new Question(Segment.Individual) { Region = catalog.Regions[0] };
    }

    [Benchmark]
    public ContactDirectory Compile() => new(catalog);

    [Benchmark]
    public Decision Now() => Chooser.Choose(directory, question, Samples.WorkdayNoon);

    [Benchmark]
    public Decision OverAYear() => Chooser.Choose(directory, question, Samples.OverAYear[++next % Samples.Moments]);
}
