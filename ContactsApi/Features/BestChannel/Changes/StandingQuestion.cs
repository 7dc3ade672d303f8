using ContactsApi.Core;
using ContactsApi.Features.Asking;
using ContactsApi.Hosting.Queries;
using ContactsApi.Storage;
using NodaTime;

namespace ContactsApi.Features.BestChannel.Changes;

/// <summary>A question that is answered again and again, whatever the catalog becomes.</summary>
/// <param name="Query">The query string by which it was asked.</param>
/// <param name="Language">Of the answers.</param>
public sealed record StandingQuestion(QueryString Query, Language Language)
{
    public static QueryContract Contract { get; } = new(
    [
        Parameters.Segment, Parameters.TimeZone, Parameters.Language, Parameters.Need, Parameters.Topic, Parameters.Region, Parameters.Country,
        Parameters.Exclude, Parameters.Urgent, Parameters.View,
    ]);

    /// <summary>As it is asked of a snapshot at a moment; nothing if what it names is not there.</summary>
    public BestChannelQuery? Of(CatalogSnapshot snapshot, Instant moment)
    {
        var asked = new CatalogQuery(QueryReader.PairsOf(Query), Contract, snapshot, moment);
        var query = BestChannelQuery.Read(asked);
        return asked.Errors.Count == 0 ? query : null;
    }
}
