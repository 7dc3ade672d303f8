using ContactsApi.Core;
using ContactsApi.Features.Asking;
using ContactsApi.Hosting.Queries;
using NodaTime;

namespace ContactsApi.Features.BestChannel.Changes;

/// <summary>The span from the moment <c>from</c> (included) to the moment <c>to</c> (not included).</summary>
public static class Span
{
    private const int MaxDays = 366;

    private static readonly Text WrongOrder = new("Нужен момент позже начала (from).", "A moment after the beginning (from) is needed.");

    private static readonly Text TooLong = new($"Больше {MaxDays} суток; сократите промежуток.", $"More than {MaxDays} days; shorten the span.");

    public static QueryParameter<string> From { get; } = Moment("from", "The beginning, included: a moment as ISO 8601 with an offset or `Z`, or a local date and time in the caller's zone.", "2026-11-23T00:00:00+03:00");

    public static QueryParameter<string> To { get; } = Moment("to", $"The end, not included; at most {MaxDays} days after the beginning.", "2026-11-30T00:00:00+03:00");

    /// <returns>Nothing that is of use if the query turns out to have errors.</returns>
    public static (Instant From, Instant To) Read(QueryReader query, DateTimeZone zone)
    {
        if (!TryGet(query, From, zone, out var from) | !TryGet(query, To, zone, out var to))
            return default;
        if (to <= from)
            query.Refuse(To.Name, WrongOrder);
        else if (to - from > Duration.FromDays(MaxDays))
            query.Refuse(To.Name, TooLong);
        return (from, to);
    }

    private static bool TryGet(QueryReader query, QueryParameter<string> parameter, DateTimeZone zone, out Instant moment)
    {
        moment = default;
        // Without its zone a local time cannot be judged; the zone's own error comes first.
        return !query.Errors.ContainsKey(Asking.Parameters.TimeZone.Name)
            && query.TryGet(parameter, out var text)
            && query.Accept(parameter.Name, Moments.Parse(text, zone), out moment);
    }

    private static QueryParameter<string> Moment(string name, string description, string example) =>
        new(name, description, example, (text, _) => text) { Required = true };
}
