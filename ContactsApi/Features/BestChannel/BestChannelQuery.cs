using ContactsApi.Core;
using ContactsApi.Core.Choosing;
using ContactsApi.Features.Asking;
using ContactsApi.Hosting.Queries;

namespace ContactsApi.Features.BestChannel;

/// <summary>A request for the best channel, parsed.</summary>
public sealed record BestChannelQuery(Question Question, CallerTime Time)
{
    private static readonly LocalizedText NotInShort = new(
        "С view=short объяснение не показывается: уберите одно из двух.", "With view=short no explanation is shown: leave one of the two out.");

    public View View { get; init; }

    public static QueryParameter[] Parameters { get; } =
    [
        Asking.Parameters.Segment,
        Asking.Parameters.TimeZone,
        Asking.Parameters.At,
        Asking.Parameters.Language,
        Asking.Parameters.Need,
        Asking.Parameters.Topic,
        Asking.Parameters.Region,
        Asking.Parameters.Country,
        Asking.Parameters.Exclude,
        Asking.Parameters.Urgent,
        Asking.Parameters.Explain,
        Asking.Parameters.View,
        Asking.Parameters.Revision,
        Asking.Parameters.AsOf,
    ];

    /// <returns>Nothing that is of use if the query turns out to have errors.</returns>
    public static BestChannelQuery Read(CatalogQuery query)
    {
        query.TryGet(Asking.Parameters.Segment, out var segment);
        query.TryGet(Asking.Parameters.Topic, out var topic);
        query.TryGet(Asking.Parameters.Region, out var region);
        query.TryGet(Asking.Parameters.Urgent, out var urgent);
        query.TryGet(Asking.Parameters.Explain, out var explain);
        query.TryGet(Asking.Parameters.View, out var view);
        if (explain && view == View.Short)
            query.Refuse(Asking.Parameters.Explain.Name, NotInShort);
        var question = new Question(segment)
        {
            Needs = query.GetAll(Asking.Parameters.Need).ToHashSet(),
            Language = query.TryGet(Asking.Parameters.Language, out var language) ? language : null,
            Topic = topic,
            Region = region,
            Country = query.TryGet(Asking.Parameters.Country, out var country) ? country : null,
            Urgent = urgent,
            Explain = explain,
            Exclude = query.GetAll(Asking.Parameters.Exclude).Select(channel => channel.Id).ToHashSet(),
        };
        return new BestChannelQuery(question, CallerTime.Read(query, region)) { View = view };
    }
}
