using ContactsApi.Core.Channels;
using ContactsApi.Core.Choosing;
using ContactsApi.Features.Asking;
using ContactsApi.Hosting.Queries;
using ContactsApi.Storage;
using NodaTime;

namespace ContactsApi.Features.Due;

/// <summary>A question about a request that was sent, parsed.</summary>
/// <param name="Channel">As it was known when the request was sent.</param>
/// <param name="Held">The state of knowledge then.</param>
/// <param name="Newest">The state of knowledge now.</param>
/// <param name="Question">What a channel has to meet, to be turned to.</param>
/// <param name="Time">When somebody asks, and in which zone.</param>
public sealed record DueQuery(Channel Channel, CatalogSnapshot Held, CatalogSnapshot Newest, Question Question, Instant SentAt, CallerTime Time)
{
    private static readonly CatalogParameter<Channel> AskedChannel = Asking.Parameters.FromCatalog(
        "channel", "The channel that it is sent by, by its id.", "portal-chat", snapshot => snapshot.Directory.Channels) with { Required = true };

    /// <summary>What was known then may have to be read.</summary>
    private static readonly QueryParameter<string> AskedSentAt = Asking.Parameters.At with
    {
        Name = "sentAt", Description = "When it was or will be sent, as `at`.", Required = true, ReadsStore = true,
    };

    public static QueryParameter[] Parameters { get; } =
    [
        AskedChannel,
        Asking.Parameters.Segment,
        AskedSentAt,
        Asking.Parameters.TimeZone,
        Asking.Parameters.At,
        Asking.Parameters.Region,
        Asking.Parameters.Country,
    ];

    /// <summary>The channel as the segment met it when the request was sent; nothing if it did not serve the segment.</summary>
    public ServedChannel? Served => Held.Directory.ServedAs(Channel, Question.Segment, Question.Region);

    /// <returns>Nothing that is of use if the query turns out to have errors.</returns>
    /// <exception cref="StoreUnavailableException">What was known then cannot be read now.</exception>
    public static DueQuery Read(CatalogQuery query, CatalogSnapshots snapshots)
    {
        var (question, time) = AskedQuestion.Read(query);
        var held = query.Snapshot;
        // Without its zone a local time cannot be judged; the zone's own error comes first.
        if (!query.Errors.ContainsKey(Asking.Parameters.TimeZone.Name) && query.TryGet(AskedSentAt, text => Moments.Parse(text, time.Zone), out var sentAt))
            held = HeldAt(sentAt, snapshots, query.Snapshot);
        else
            sentAt = query.AskedAt;
        query.TryGet(AskedChannel, text => AskedChannel.Parse(text, held), out var channel);
        return new DueQuery(channel, held, query.Snapshot, question, sentAt, time);
    }

    /// <summary>Of a request sent before there was any, the first.</summary>
    private static CatalogSnapshot HeldAt(Instant sentAt, CatalogSnapshots snapshots, CatalogSnapshot newest) =>
        newest.CreatedAt <= sentAt ? newest : snapshots.At(sentAt) ?? snapshots.Of(1) ?? newest;
}
