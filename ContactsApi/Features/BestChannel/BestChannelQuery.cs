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
        .. AskedQuestion.Parameters,
        Asking.Parameters.Explain,
        Asking.Parameters.View,
        Asking.Parameters.Revision,
        Asking.Parameters.AsOf,
    ];

    /// <returns>Nothing that is of use if the query turns out to have errors.</returns>
    public static BestChannelQuery Read(CatalogQuery query)
    {
        var (question, time) = AskedQuestion.Read(query);
        query.TryGet(Asking.Parameters.View, out var view);
        if (question.Explain && view == View.Short)
            query.Refuse(Asking.Parameters.Explain.Name, NotInShort);
        return new BestChannelQuery(question, time) { View = view };
    }
}
