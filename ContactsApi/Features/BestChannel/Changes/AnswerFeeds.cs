namespace ContactsApi.Features.BestChannel.Changes;

/// <summary>The feeds that somebody listens to: one for each question, however many ask it.</summary>
public sealed class AnswerFeeds(FeedSources sources)
{
    private readonly Dictionary<StandingQuestion, AnswerFeed> feeds = [];

    public AnswerFeed Join(StandingQuestion question)
    {
        lock (feeds)
        {
            // One that has ended waits only for its readers to notice.
            if (!feeds.TryGetValue(question, out var feed) || feed.HasEnded)
                feeds[question] = feed = new AnswerFeed(question, sources);
            feed.Readers++;
            return feed;
        }
    }

    public void Leave(StandingQuestion question, AnswerFeed feed)
    {
        lock (feeds)
        {
            if (--feed.Readers > 0)
                return;
            if (feeds.TryGetValue(question, out var current) && current == feed)
                feeds.Remove(question);
            feed.Dispose();
        }
    }
}
