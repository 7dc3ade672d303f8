using ContactsApi.Core;
using ContactsApi.Features.Asking;
using ContactsApi.Hosting.Queries;
using NodaTime;

namespace ContactsApi.Features.BestChannel.Changes;

/// <summary>The span from <c>from</c> to <c>to</c>, each a moment or a date in the caller's zone: moments count up to the end, dates including the last.</summary>
public static class TimeRange
{
    private const int MaxDays = 366;

    private static readonly LocalizedText WrongOrder = new("Нужно, чтобы конец был позже начала (from).", "The end has to be after the beginning (from).");

    private static readonly LocalizedText TooLong = new($"Больше {MaxDays} суток; сократите промежуток.", $"More than {MaxDays} days; shorten the span.");

    public static QueryParameter<string> From { get; } = Moment(
        "from",
        "The beginning, included: a date in the caller's zone, which begins with its first instant; or a moment as ISO 8601 with an offset or `Z`, "
        + "or a local date and time in that zone.",
        "2026-11-23");

    public static QueryParameter<string> To { get; } = Moment(
        "to",
        $"The end, at most {MaxDays} days after the beginning: a date in the caller's zone, which is included; or a moment, which is not.",
        "2026-11-29");

    /// <returns>Nothing that is of use if the query turns out to have errors.</returns>
    public static (Instant From, Instant To) Read(QueryReader query, DateTimeZone zone)
    {
        if (!TryGet(query, From, text => Moments.ParseStart(text, zone), out var from) | !TryGet(query, To, text => Moments.ParseEnd(text, zone), out var to))
            return default;
        if (to <= from)
            query.Refuse(To.Name, WrongOrder);
        // By the clocks: a day on which they change is one day all the same.
        else if (to.InZone(zone).LocalDateTime > from.InZone(zone).LocalDateTime.PlusDays(MaxDays))
            query.Refuse(To.Name, TooLong);
        return (from, to);
    }

    private static bool TryGet(QueryReader query, QueryParameter<string> parameter, Func<string, Parsed<Instant>> parse, out Instant moment)
    {
        moment = default;
        // Without its zone neither a date nor a local time can be judged; the zone's own error comes first.
        return !query.Errors.ContainsKey(Asking.Parameters.TimeZone.Name)
            && query.TryGet(parameter, parse, out moment);
    }

    private static QueryParameter<string> Moment(string name, string description, string example) =>
        new(name, description, example, text => text) { Required = true };
}
