using ContactsApi.Core.Choosing;
using ContactsApi.Hosting.Queries;

namespace ContactsApi.Features.Asking;

/// <summary>What is asked for, at which moment and from where: read alike wherever a question is asked. What a route does not take is not given.</summary>
public sealed record AskedQuestion(Question Question, CallerTime Time)
{
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
    ];

    /// <returns>Nothing that is of use if the query turns out to have errors.</returns>
    public static AskedQuestion Read(CatalogQuery query)
    {
        query.TryGet(Asking.Parameters.Segment, out var segment);
        query.TryGet(Asking.Parameters.Topic, out var topic);
        query.TryGet(Asking.Parameters.Region, out var region);
        query.TryGet(Asking.Parameters.Urgent, out var urgent);
        query.TryGet(Asking.Parameters.Explain, out var explain);
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
        return new AskedQuestion(question, CallerTime.Read(query, region));
    }
}
