using ContactsApi.Commands;
using ContactsApi.Core;
using ContactsApi.Core.Catalogs;
using ContactsApi.Storage;
using ContactsApi.Tests.Support;
using NodaTime;
using Polly;

namespace ContactsApi.Tests.Commands;

/// <summary>Another process writes a revision right between an import's reading and writing.</summary>
public sealed class ImportConflictTests : IDisposable
{
    private readonly TemporaryFolder folder = new();
    private readonly TemporaryStore store = new();

    public ImportConflictTests() => store.Start();

    [Fact]
    public void An_import_starts_again_from_what_another_process_wrote() =>
        Assert.Equal((0, "revision 3: 0 added, 2 removed, 0 changed\n", ""), ImportWhileOthersWrite(times: 1));

    [Fact]
    public void An_import_gives_up_where_another_process_writes_all_the_time()
    {
        Assert.Equal((1, "", "Another process keeps changing the catalog. Nothing was written, try again later.\n"), ImportWhileOthersWrite(times: 9));
        Assert.All(store.Revisions.List(long.MaxValue, 99), entry => Assert.NotEqual("Anna", entry.Author));
    }

    public void Dispose()
    {
        store.Dispose();
        folder.Dispose();
    }

    /// <summary>Imports the shipped catalog without a topic that nothing refers to, while others add a topic each.</summary>
    private (int Code, string Output, string Error) ImportWhileOthersWrite(int times)
    {
        var file = folder.File("catalog.yaml");
        File.WriteAllText(file, ContactsApi.CatalogFiles.CatalogYaml.Write(Domain.Shipped with { Topics = [.. Domain.Shipped.Topics.Where(topic => topic.Id != "service-information")] }));
        using StringWriter output = new() { NewLine = "\n" }, error = new() { NewLine = "\n" };
        var code = ImportCommand.Run(
            new CatalogArguments([file]) { Author = "Anna" },
            new CommandStore(store.Revisions, ResiliencePipeline.Empty, new ClockOfAnInterruption(store.Revisions, times)),
            new Terminal(output, error, Language.En));
        return (code, output.ToString(), error.ToString());
    }

    /// <summary>An import looks at the clock after it has read and before it writes.</summary>
    private sealed class ClockOfAnInterruption(RevisionStore revisions, int times) : IClock
    {
        private int left = times;

        public Instant GetCurrentInstant()
        {
            var now = Instant.FromUtc(2026, 11, 22, 0, 0);
            if (left-- > 0)
            {
                var newest = revisions.ReadNewest()!;
                Catalog changed = newest.Catalog with { Topics = [.. newest.Catalog.Topics, new($"topic-{left}", Domain.Reason)] };
                Assert.NotNull(revisions.Append(changed, newest.Number, now, new("another"), "In between"));
            }

            return now;
        }
    }
}
