using System.Buffers;
using System.Collections.Concurrent;
using ContactsApi.Core;
using ContactsApi.Features.Asking;
using ContactsApi.Hosting.Streams;
using NodaTime;

namespace ContactsApi.Features.BestChannel.Changes;

/// <summary>What the readers of a feed are to know now.</summary>
/// <param name="Cursor">Up to here everything is told.</param>
/// <param name="Since">The cursor of what was to be known before; nothing for the first.</param>
/// <param name="Changes">The events of the changes since then.</param>
/// <param name="Answer">The event of the whole answer.</param>
/// <param name="ChangesAt">When the answer changes by the passing of time.</param>
public sealed record FeedUpdate(StreamCursor Cursor, StreamCursor? Since, ReadOnlyMemory<byte> Changes, ReadOnlyMemory<byte> Answer, Instant ChangesAt)
{
    /// <summary>What was told to readers of the feed that had seen no more than a cursor: many miss the same, and it is worked out once.</summary>
    public ConcurrentDictionary<StreamCursor, Lazy<ReadOnlyMemory<byte>>> ToldSince { get; } = new();
}

/// <summary>
/// Answers one question for all who listen to it: works the answer out once at each change, and wakes them. They read the latest only,
/// so that a slow one misses something rather than fills memory; what it missed is told by <see cref="ChangesSince"/>.
/// </summary>
public sealed class AnswerFeed : IDisposable
{
    private const string AnswerEvent = "best-channel";

    private readonly StandingQuestion question;
    private readonly FeedSources sources;
    private readonly CancellationTokenSource end;
    private volatile FeedUpdate? update;
    private volatile bool hasEnded;
    private volatile TaskCompletionSource signal = NextSignal();

    public AnswerFeed(StandingQuestion question, FeedSources sources)
    {
        (this.question, this.sources) = (question, sources);
        end = CancellationTokenSource.CreateLinkedTokenSource(sources.Shutdown.Stopping);
        update = Examine(sources.Clock.GetCurrentInstant(), null);
        hasEnded = update is null;
        Completion = hasEnded ? Task.CompletedTask : RunAsync(end.Token);
    }

    /// <summary>There are some until it has ended.</summary>
    public FeedUpdate Latest => update!;

    /// <summary>Whether it was told to end, or the catalog has no longer what the question names.</summary>
    public bool HasEnded => hasEnded;

    /// <summary>Fails if working out an answer failed.</summary>
    public Task Completion { get; }

    /// <summary>How many listen; kept by <see cref="AnswerFeeds"/>.</summary>
    public int Readers { get; set; }

    /// <summary>Ends at the next update, or at a heartbeat. To be asked for before <see cref="Latest"/>.</summary>
    public Task Signal => signal.Task;

    /// <summary>The events of the changes that a reader missed to whom the feed had told all up to a cursor; none where that cannot be told.</summary>
    public ReadOnlyMemory<byte> ChangesSince(StreamCursor seen, FeedUpdate upTo) =>
        upTo.Since == seen ? upTo.Changes : upTo.ToldSince.GetOrAdd(seen, _ => new(() => ChangesSinceClaimed(seen, upTo))).Value;

    /// <summary>The same for a reader that says what it has seen. Anything may be said, so nothing of it is kept.</summary>
    public ReadOnlyMemory<byte> ChangesSinceClaimed(StreamCursor seen, FeedUpdate upTo)
    {
        var known = sources.Snapshots.AtHandSince(seen.Revision).Where(one => one.Revision <= upTo.Cursor.Revision).ToList();
        var changes = MissedChanges.Between(question, known, seen, upTo.Cursor) ?? [];
        if (changes.Count == 0)
            return default;
        var writer = new ArrayBufferWriter<byte>();
        foreach (var (at, before, after) in changes)
        {
            var caller = question.Of(known[^1], at.Moment)!.Time;
            writer.WriteEvent(at.ToString(), "transition", TransitionResponse.Of(at.Moment, before, after, caller, question.Language));
        }

        return writer.WrittenMemory;
    }

    /// <summary>Tells the readers that it is over.</summary>
    public void Dispose()
    {
        end.Cancel();
        end.Dispose();
    }

    private async Task RunAsync(CancellationToken ended)
    {
        // Not in the constructor, while others wait for it.
        await Task.Yield();
        try
        {
            var beatAt = sources.Clock.GetCurrentInstant() + sources.Heartbeat;
            while (!ended.IsCancellationRequested)
            {
                var taken = sources.Snapshots.Taken;
                var now = sources.Clock.GetCurrentInstant();
                var isRevised = sources.Snapshots.Current.Revision != Latest.Cursor.Revision;
                var isDue = isRevised || now >= Latest.ChangesAt;
                if (isDue)
                {
                    // An alarm rings a little late; what it is about is known to the point.
                    if (Examine(isRevised ? now : Latest.ChangesAt, Latest) is not { } next)
                        return;
                    update = next;
                }

                if (isDue || now >= beatAt)
                {
                    beatAt = now + sources.Heartbeat;
                    Wake();
                }

                await Task.WhenAny(taken, Task.Delay(Rest(Instant.Min(beatAt, Latest.ChangesAt) - now), sources.Time, ended));
            }
        }
        finally
        {
            hasEnded = true;
            Wake();
        }
    }

    private FeedUpdate? Examine(Instant moment, FeedUpdate? before)
    {
        var snapshot = sources.Snapshots.Current;
        if (question.Of(snapshot, moment) is not { } query)
            return null;
        var decision = sources.Decisions.Choose(snapshot, query.Question, moment);
        var writer = new ArrayBufferWriter<byte>();
        var cursor = new StreamCursor(snapshot.Revision, moment);
        if (query.View == View.Short)
            writer.WriteEvent(cursor.ToString(), AnswerEvent, ShortBestChannelResponse.Of(decision, query, snapshot, question.Language));
        else
            writer.WriteEvent(cursor.ToString(), AnswerEvent, BestChannelResponse.Of(decision, query, snapshot, question.Language));
        var next = new FeedUpdate(cursor, before?.Cursor, default, writer.WrittenMemory.ToArray(), decision.ValidUntil ?? Horizon.Of(moment));
        return before is null ? next : next with { Changes = ChangesSinceClaimed(before.Cursor, next).ToArray() };
    }

    private void Wake()
    {
        var over = signal;
        signal = NextSignal();
        over.TrySetResult();
    }

    /// <summary>In whole milliseconds, rounded up: a timer that rang too early would ring again and again.</summary>
    private static TimeSpan Rest(Duration duration) => TimeSpan.FromMilliseconds(Math.Max(1, Math.Ceiling(duration.TotalMilliseconds)));

    private static TaskCompletionSource NextSignal() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
