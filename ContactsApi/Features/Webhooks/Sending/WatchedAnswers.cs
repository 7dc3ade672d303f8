using System.Collections.Concurrent;
using ContactsApi.Core;
using ContactsApi.Core.Choosing;
using ContactsApi.Core.Events;
using ContactsApi.Features.BestChannel.Changes;
using ContactsApi.Storage;
using ContactsApi.Storage.Webhooks;
using NodaTime;

namespace ContactsApi.Features.Webhooks.Sending;

/// <summary>What there is to tell a webhook of its question.</summary>
/// <param name="Revision">Together with <paramref name="Moment"/>: up to here that is all.</param>
public sealed record ToldAnswers(IReadOnlyList<NewEvent> Changes, long Revision, Instant Moment);

/// <summary>Finds out how the best channel changed for the questions of webhooks, as a stream finds it out for its readers.</summary>
public sealed class WatchedAnswers(CatalogSnapshots snapshots)
{
    /// <summary>Whoever missed more is told the first and the last, and not all between.</summary>
    private const int MostRevisions = 100;

    private const int MostChanges = 1000;

    private static readonly Duration Longest = Duration.FromDays(3);

    /// <summary>How far the store may be behind with what is told where nothing changes.</summary>
    private static readonly Duration Lag = Duration.FromHours(6);

    /// <summary>Until when nothing changes for a webhook, from which revision.</summary>
    private readonly ConcurrentDictionary<string, (long Revision, Instant Until)> quiet = new();

    /// <summary>The question as it is asked of the newest catalog; nothing if it names what is not there.</summary>
    public static StandingQuestion QuestionOf(string query) => new(new QueryString($"?{query}"), Language.Ru);

    /// <returns>Nothing if there is nothing to note.</returns>
    public ToldAnswers? ChangesFor(Webhook webhook, Instant now)
    {
        var watched = webhook.Question!;
        var newest = snapshots.Current;
        if (now < watched.ToldMoment || (quiet.TryGetValue(webhook.Id, out var known) && known.Revision == newest.Revision && now < known.Until))
            return null;
        var question = QuestionOf(watched.Query);
        // What it asks for may come back, and is told then.
        if (question.Of(newest, now) is not { } asked)
            return null;
        var order = Chooser.Choose(newest.Directory, asked.Question, now).Order;
        quiet[webhook.Id] = (newest.Revision, Instant.Min(Validity.OfBest([.. order]) ?? Horizon.Of(now), now + Lag));
        var changes = Changes(question, newest, new(watched.ToldRevision, watched.ToldMoment), new(newest.Revision, now));
        return changes.Count > 0 || watched.ToldRevision != newest.Revision || now - watched.ToldMoment >= Lag
            ? new([.. changes.Select(change => EventOf(change, webhook))], newest.Revision, now)
            : null;
    }

    /// <summary>What was found out is not noted after all: it is to be found out again.</summary>
    public void Forget(Webhook webhook) => quiet.TryRemove(webhook.Id, out _);

    private IReadOnlyList<BestChange> Changes(StandingQuestion question, CatalogSnapshot newest, StreamCursor seen, StreamCursor now)
    {
        // A store that was restored has not what was told from.
        if (seen.Revision > newest.Revision)
            return [];
        var known = newest.Revision - seen.Revision < MostRevisions
            ? Enumerable.Range(0, (int)(newest.Revision - seen.Revision) + 1).Select(i => snapshots.Of(seen.Revision + i)!).ToList()
            : [];
        if (MissedChanges.Between(question, known, seen, now, MostChanges, Longest) is { } all)
            return all;
        var before = MissedChanges.BestOf(question, snapshots.Of(seen.Revision)!, seen.Moment);
        var after = MissedChanges.BestOf(question, newest, now.Moment);
        return MissedChanges.Differ(before, after) ? [new(now, before, after)] : [];
    }

    private static NewEvent EventOf(BestChange change, Webhook webhook) => new(
        change.At.Moment,
        EventTypes.BestChannelChanged,
        new BestChannelChanged(webhook.Question!.Query, BestState.Of(change.Before), BestState.Of(change.After), change.At.Revision),
        webhook.Id);
}
