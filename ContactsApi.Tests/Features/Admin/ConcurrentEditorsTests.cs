using System.Collections.Concurrent;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using ContactsApi.Storage;
using ContactsApi.Tests.Support;

namespace ContactsApi.Tests.Features.Admin;

/// <summary>
/// As many editors as the store takes on change eight channels of a running service at once, while readers read all of them. How many edits is told
/// by the environment variable <c>CONTACTS_TEST_EDITS</c>.
/// </summary>
[Collection<Alone>]
public sealed class ConcurrentEditorsTests : IDisposable
{
    /// <summary>The service itself asks the store too: whether somebody else wrote, and whether one can.</summary>
    private const int Editors = StoreResilience.AtOnce - 2;

    private const int Readers = 4;

    private static readonly int Edits = int.Parse(Environment.GetEnvironmentVariable("CONTACTS_TEST_EDITS") ?? "200", null);

    private static readonly string[] Channels =
        ["hotline", "portal-chat", "mobile-app", "chat-bot", "voice-assistant", "feedback-form", "email", "telegram"];

    private readonly TemporaryStore store = new();
    private readonly ConcurrentBag<Edit> written = [];
    private readonly ConcurrentBag<Edit> conflicts = [];
    private readonly ConcurrentDictionary<long, string> seen = new();
    private int reads;

    [Fact]
    public async Task Every_success_is_in_the_history_once_every_conflict_is_refused_and_no_reader_sees_a_mixture()
    {
        await using var service = new ServiceProcess(store.Path, ("Limits__KeyPerMinute", "0"), ServiceProcess.Patient);
        using var client = await service.StewardAsync();
        using var done = new CancellationTokenSource();
        var readers = Enumerable.Range(0, Readers).Select(_ => ReadAsync(client, done.Token)).ToList();
        await Task.WhenAll(Enumerable.Range(0, Editors).Select(editor => EditAsync(client, editor, (Edits + editor) / Editors)));
        await done.CancelAsync();
        await Task.WhenAll(readers);

        await AssertHistoryAsync(client);
        AssertNothingWasLost();
        foreach (var (revision, digest) in seen)
            Assert.Equal(digest, Digest(await client.GetStringAsync($"/v1/channels?revision={revision}", TestContext.Current.CancellationToken)));
        TestContext.Current.SendDiagnosticMessage(
            "{0} edits by {1} editors: {2} written, {3} refused with 412; {4} reads saw {5} revisions, none of them mixed",
            written.Count + conflicts.Count, Editors, written.Count, conflicts.Count, reads, seen.Count);
    }

    public void Dispose() => store.Dispose();

    private async Task EditAsync(HttpClient client, int editor, int count)
    {
        var random = Seed.Random(of: editor);
        for (var i = 0; i < count; i++)
        {
            var channel = Channels[random.Next(Channels.Length)];
            var message = $"edit {editor}.{i}";
            var uri = $"/v1/admin/channels/{channel}";
            var tag = await client.TagOfAsync(uri);
            var answer = await client.PatchAsync(
                $"{uri}?message={Uri.EscapeDataString(message)}", $$"""{ "name": { "ru": "{{message}}", "en": "{{message}}" } }""", tag!);

            Assert.True((int)answer.Status is 200 or 412, $"{answer.Status} {answer.Text}");
            if ((int)answer.Status == 412)
            {
                conflicts.Add(new(channel, message, Number(tag!), Number(answer.Tag()!)));
                continue;
            }

            written.Add(new(channel, message, Number(tag!), answer.Revision()));
            Assert.Equal($"\"{answer.Revision()}\"", answer.Tag());
            // The very next answer shows it, or what came after it.
            var next = await client.GetJsonAsync($"/v1/channels/{channel}?revision={answer.Revision()}");
            Assert.Equal(message, next["name"].Text());
            Assert.InRange((await client.GetJsonAsync("/v1/best-channel?segment=individual"))["catalogRevision"]!.GetValue<long>(), answer.Revision(), long.MaxValue);
        }
    }

    private async Task ReadAsync(HttpClient client, CancellationToken done)
    {
        var newest = 0L;
        while (!done.IsCancellationRequested)
        {
            var text = await client.GetStringAsync("/v1/channels", CancellationToken.None);
            var revision = Json.Parse(text)["catalogRevision"]!.GetValue<long>();
            Assert.True(newest <= revision, $"Revision {revision} was answered from after {newest}.");
            newest = revision;
            Assert.Equal(seen.GetOrAdd(revision, _ => Digest(text)), Digest(text));
            Interlocked.Increment(ref reads);
        }
    }

    /// <summary>The history holds the shipped catalog and every success once, and nothing else.</summary>
    private async Task AssertHistoryAsync(HttpClient client)
    {
        List<(long Number, string Message)> history = [];
        for (string? cursor = null; ;)
        {
            var page = await client.GetJsonAsync($"/v1/revisions?limit=100{(cursor is null ? "" : $"&cursor={cursor}")}");
            history.AddRange(page["revisions"]!.AsArray().Select(entry => (entry!["number"]!.GetValue<long>(), entry["message"].Text()!)));
            if ((cursor = page["next"].Text()) is null)
                break;
        }

        Assert.Equal(
            written.Select(edit => (edit.Revision, edit.Message)).Order(),
            history.Where(entry => entry.Number > 1).Order());
        Assert.Equal(Enumerable.Range(1, history.Count).Select(number => (long)number), history.Select(entry => entry.Number).Order());
    }

    /// <summary>Every success was made on the one before it; every conflict was made on one that was no longer the newest.</summary>
    private void AssertNothingWasLost()
    {
        foreach (var channel in Channels)
        {
            var edits = written.Where(edit => edit.Channel == channel).OrderBy(edit => edit.Revision).ToList();
            Assert.Equal(edits.Select(edit => edit.Revision).Prepend(1).SkipLast(1), edits.Select(edit => edit.MadeOn));
            Assert.All(conflicts.Where(conflict => conflict.Channel == channel), conflict =>
            {
                Assert.True(conflict.MadeOn < conflict.Revision);
                Assert.Contains(edits, edit => edit.Revision == conflict.Revision);
            });
        }
    }

    private static long Number(string tag) => long.Parse(tag.Trim('"'), CultureInfo.InvariantCulture);

    private static string Digest(string text) => Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    /// <param name="MadeOn">The revision of the channel that the edit was made on.</param>
    /// <param name="Revision">The revision that it made, or for a conflict that of the channel by then.</param>
    private sealed record Edit(string Channel, string Message, long MadeOn, long Revision);
}
