using ContactsApi.CatalogFiles;
using ContactsApi.Commands;
using ContactsApi.Core;
using ContactsApi.Core.Catalogs;
using ContactsApi.Core.Hours;
using ContactsApi.Storage;
using ContactsApi.Tests.Support;
using NodaTime;
using Polly;

namespace ContactsApi.Tests.Commands;

/// <summary>Another process writes a revision right between the reading and the writing of an import or a rollback.</summary>
public sealed class ImportConflictTests : IDisposable
{
    private readonly TemporaryFolder folder = new();
    private readonly TemporaryStore store = new();
    private readonly CatalogSnapshot first;

    public ImportConflictTests() => first = store.Start();

    [Fact]
    public void An_import_starts_again_from_what_another_process_wrote() =>
        Assert.Equal(
            (0, "topics/service-information: to be removed\nrevision 4: 0 added, 1 removed, 0 changed\n", ""), ImportWhileOthersWrite(times: 2));

    [Fact]
    public void An_import_that_insists_tells_what_else_it_removes() => Assert.Equal(
        (0, "topics/service-information: to be removed\ntopics/topic-10: to be removed\nrevision 3: 0 added, 2 removed, 0 changed\n", ""),
        ImportWhileOthersWrite(times: 1, overwrite: true));

    [Fact]
    public void An_import_gives_up_where_another_process_writes_all_the_time()
    {
        Assert.Equal(
            (1, "topics/service-information: to be removed\n", "Another process keeps changing the catalog. Nothing was written, try again later.\n"),
            ImportWhileOthersWrite(times: 9));
        Assert.All(store.Revisions.List(long.MaxValue, 99), entry => Assert.NotEqual("Anna", entry.Author));
    }

    [Fact]
    public void A_rollback_leaves_alone_what_another_process_announced_meanwhile()
    {
        var outage = new Incident("hotline-down", "hotline", Instant.FromUtc(2026, 11, 21, 0, 0), null, Domain.Reason);
        store.Revisions.Append(Domain.Shipped with { NextSteps = [] }, 1, first.CreatedAt, new("another"), "A mistake");

        var (code, _, error) = Run((commands, terminal) => RollbackCommand.Run(1, new([]), commands, terminal), times: 1, catalog => catalog with { Incidents = [outage] });

        Assert.Equal((0, ""), (code, error));
        Assert.Equal((Domain.Shipped with { Incidents = [outage] }).ToJson(), store.Revisions.ReadNewest()!.Catalog.ToJson());
    }

    public void Dispose()
    {
        store.Dispose();
        folder.Dispose();
    }

    /// <summary>Imports the shipped catalog without a topic that nothing refers to, while others add a topic each.</summary>
    private (int Code, string Output, string Error) ImportWhileOthersWrite(int times, bool overwrite = false)
    {
        var file = folder.File("catalog.yaml");
        var without = Domain.Shipped with { Topics = [.. Domain.Shipped.Topics.Where(topic => topic.Id != "service-information")] };
        File.WriteAllText(file, CatalogYaml.Write(without, overwrite ? null : new ExportedFrom(1, first.CreatedAt)));
        return Run(
            (commands, terminal) => ImportCommand.Run(new CatalogArguments([file]) { Author = "Anna", Overwrite = overwrite }, commands, terminal),
            times,
            catalog => catalog with { Topics = [.. catalog.Topics, new($"topic-{catalog.Topics.Count}", Domain.Reason)] });
    }

    private (int Code, string Output, string Error) Run(Func<CommandStore, Terminal, int> command, int times, Func<Catalog, Catalog> interruption)
    {
        using StringWriter output = new() { NewLine = "\n" }, error = new() { NewLine = "\n" };
        var clock = new ClockOfAnInterruption(store.Revisions, times, interruption);
        var code = command(new(store.Revisions, new(ResiliencePipeline.Empty), clock), new(output, error, Language.En));
        return (code, output.ToString(), error.ToString());
    }

    /// <summary>A command looks at the clock after it has read and before it writes.</summary>
    private sealed class ClockOfAnInterruption(RevisionStore revisions, int times, Func<Catalog, Catalog> interruption) : IClock
    {
        private int left = times;

        public Instant GetCurrentInstant()
        {
            var now = Instant.FromUtc(2026, 11, 22, 0, 0);
            if (left-- > 0)
            {
                var newest = revisions.ReadNewest()!;
                Assert.NotNull(revisions.Append(interruption(newest.Catalog), newest.Number, now, new("another"), "In between"));
            }

            return now;
        }
    }
}
