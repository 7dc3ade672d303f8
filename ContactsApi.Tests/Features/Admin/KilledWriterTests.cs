using System.Collections.Concurrent;
using System.Diagnostics;
using ContactsApi.CatalogFiles;
using ContactsApi.Core;
using ContactsApi.Core.Catalogs;
using ContactsApi.Tests.Support;

namespace ContactsApi.Tests.Features.Admin;

/// <summary>
/// Processes that write are killed (<c>kill -9</c>) in the middle of it: the service while several editors write, and the command
/// that imports. How often is told by the environment variable <c>CONTACTS_TEST_KILLS</c>.
/// </summary>
[Collection<Alone>]
public sealed class KilledWriterTests : IDisposable
{
    private static readonly int Rounds = int.Parse(Environment.GetEnvironmentVariable("CONTACTS_TEST_KILLS") ?? "5", null);

    private static readonly string[] Edited = ["hotline", "portal-chat", "chat-bot", "email"];

    private readonly TemporaryStore store = new();
    private readonly TemporaryFolder folder = new();
    private readonly Random random = Seed.Random();
    private readonly ConcurrentDictionary<string, long> acknowledged = new();
    private long looked = 1;
    private TimeSpan usual = TimeSpan.FromSeconds(1);
    private int edits, imports, untold;

    [Fact]
    public async Task After_a_kill_the_newest_revision_is_whole_and_no_acknowledged_write_is_missing()
    {
        store.Start();
        for (var round = 0; round < Rounds; round++)
        {
            if (round % 2 == 0)
                await KillEditorsAsync(round);
            else
                await KillImportAsync(round);
            LookAround(round);
        }

        TestContext.Current.SendDiagnosticMessage(
            "{0} kills: {1} acknowledged edits, {2} imports ended before their kill, {3} writes found that nobody was told of, newest revision {4}",
            Rounds, edits, imports, untold, looked);
    }

    public void Dispose()
    {
        store.Dispose();
        folder.Dispose();
    }

    private async Task KillEditorsAsync(int round)
    {
        await using var service = new ServiceProcess(store.Path, ("Store__CreateIfMissing", "false"), ServiceProcess.Patient);
        using var client = await service.StewardAsync();
        Assert.Equal(looked, (await client.GetJsonAsync("/health/ready"))["catalogRevision"]!.GetValue<long>());
        var before = edits;
        var editors = Edited.Select((channel, i) => EditAsync(client, channel, $"{round}.{i}")).ToList();
        await Eventually.IsTrueAsync(() => edits > before || editors.Exists(editor => editor.IsCompleted));
        await PassAsync(random.Next(0, 200));
        await service.KillAsync();
        await Task.WhenAll(editors);
    }

    /// <summary>Renames a channel again and again until nobody answers.</summary>
    private async Task EditAsync(HttpClient client, string channel, string editor)
    {
        try
        {
            for (var i = 0; ; i++)
            {
                var message = $"edit {editor}.{i}";
                var answer = await client.PatchAsync(
                    $"/v1/admin/channels/{channel}?message={Uri.EscapeDataString(message)}", $$"""{ "name": { "ru": "{{message}}", "en": "{{message}}" } }""");
                Assert.Equal(200, (int)answer.Status);
                Assert.True(acknowledged.TryAdd(message, answer.Revision()));
                Interlocked.Increment(ref edits);
            }
        }
        catch (Exception killed) when (killed is HttpRequestException or IOException)
        {
            // What was sent last may have been written or not: nobody was told.
        }
    }

    private async Task KillImportAsync(int round)
    {
        var message = $"import {round}";
        var file = folder.File("catalog.yaml");
        await File.WriteAllTextAsync(file, CatalogYaml.Write(Stamped(message)), TestContext.Current.CancellationToken);
        await using var import = new ServiceProcess(store.Path, ["catalog", "import", file, "--overwrite", "--message", message]);
        var started = Stopwatch.GetTimestamp();
        await UntilItWritesAsync(import, random.Next(3) switch { 0 => usual * random.NextDouble(), 1 => usual * 2, _ => null });
        var end = await import.KillAsync();
        usual = TimeSpan.FromTicks(Math.Max(usual.Ticks, Stopwatch.GetElapsedTime(started).Ticks));
        if (end.ExitCode != 0)
            return;
        imports++;
        acknowledged[message] = store.Query<long>("SELECT MAX(number) FROM revision");
    }

    /// <summary>For a given time; or until the write-ahead log is written to, and a moment more.</summary>
    private async Task UntilItWritesAsync(ServiceProcess import, TimeSpan? time)
    {
        var started = Stopwatch.GetTimestamp();
        var log = $"{store.Path}-wal";
        var before = File.GetLastWriteTimeUtc(log);
        while (!import.HasEnded && !(Stopwatch.GetElapsedTime(started) > time) && (time is not null || File.GetLastWriteTimeUtc(log) == before))
            await PassAsync(milliseconds: 1);
        await PassAsync(random.Next(0, 4));
    }

    /// <summary>So that a kill comes at any moment of what is under way.</summary>
    private static Task PassAsync(int milliseconds) =>
#pragma warning disable RS0030 // Nothing is waited for.
        Task.Delay(milliseconds, TestContext.Current.CancellationToken);
#pragma warning restore RS0030

    /// <summary>Looks at all that was written since the last look, as a process that was just started.</summary>
    private void LookAround(int round)
    {
        var what = $"After round {round}";
        Assert.Equal("ok", store.Query<string>("PRAGMA integrity_check"));
        var newest = store.Revisions.ReadNewest()!;
        Assert.Empty(CatalogRules.ProblemsOf(newest.Catalog));
        Assert.Equal(newest.Number, store.Query<long>("SELECT COUNT(*) FROM revision"));
        Assert.Equal(newest.Number, store.Query<long>("SELECT COUNT(DISTINCT revision) FROM audit"));

        var written = store.Revisions.List(long.MaxValue, (int)(newest.Number - looked)).ToDictionary(entry => entry.Message, entry => entry.Number);
        foreach (var (message, number) in acknowledged)
        {
            Assert.True(number <= looked || written.GetValueOrDefault(message) == number, $"{what} {message} is missing");
            acknowledged.TryRemove(message, out _);
            written.Remove(message, out var found);
            if (found > 0)
                AssertWhole(message, found);
        }

        foreach (var (message, number) in written)
            AssertWhole(message, number);
        untold += written.Count;
        looked = newest.Number;
    }

    /// <summary>An edit changed the one channel, an import all of them.</summary>
    private void AssertWhole(string message, long number)
    {
        var names = store.Revisions.Read(number)!.Catalog.Channels.Select(channel => channel.Name).ToList();
        Assert.Equal(
            message.StartsWith("import", StringComparison.Ordinal) ? names.Count : 1, names.Count(name => name == new LocalizedText(message, message)));
    }

    private static Catalog Stamped(string stamp) => Domain.Shipped with
    {
        Channels = [.. Domain.Shipped.Channels.Select(channel => channel with { Name = new LocalizedText(stamp, stamp) })],
    };
}
