using System.Text.Json.Nodes;
using ContactsApi.Core.Hours;
using ContactsApi.Tests.Support;
using NodaTime;
using NodaTime.Text;

namespace ContactsApi.Tests.Features.Formats;

/// <summary>A stretch of hours by the clock on the wall, as readers of other formats tell it.</summary>
/// <param name="State"><c>open</c> or <c>unknown</c>.</param>
public readonly record struct LocalStretch(LocalDateTime Start, LocalDateTime End, string State)
{
    private static readonly LocalDateTimePattern Minute = LocalDateTimePattern.CreateWithInvariantCulture("uuuu-MM-dd'T'HH:mm");

    public static LocalStretch Of(JsonNode interval) => new(
        Minute.Parse(interval["start"].Text()!).Value, Minute.Parse(interval["end"].Text()!).Value, interval["state"].Text()!);

    public override string ToString() => $"{Minute.Format(Start)} {Minute.Format(End)} {State}";
}

/// <summary>The same hours told in two ways are equal, once neighbours are joined.</summary>
public static class LocalHours
{
    public static IReadOnlyList<LocalStretch> Joined(this IEnumerable<LocalStretch> stretches)
    {
        var joined = new List<LocalStretch>();
        foreach (var stretch in stretches.OrderBy(stretch => stretch.Start))
        {
            if (joined is [.., var last] && last.End == stretch.Start && last.State == stretch.State)
                joined[^1] = last with { End = stretch.End };
            else
                joined.Add(stretch);
        }

        return joined;
    }

    /// <summary>What the service itself says of dates in Moscow, both included, by its schedule.</summary>
    public static async Task<IReadOnlyList<LocalStretch>> ScheduleAsync(this HttpClient client, string channel, string segment, string from, string to)
    {
        var schedule = await client.GetJsonAsync($"/v1/channels/{channel}/schedule?segment={segment}&from={from}&to={to}");
        return (from day in schedule["days"]!.AsArray()
                from window in day!["windows"]!.AsArray()
                select new LocalStretch(Local(window!["start"]), Local(window["end"]), window["state"].Text() == "open" ? "open" : "unknown")).Joined();
    }

    /// <summary>What a timeline says of dates in a zone, both included.</summary>
    public static IReadOnlyList<LocalStretch> Between(this HoursTimeline timeline, LocalDate from, LocalDate to, DateTimeZone zone) =>
        timeline.Intervals(from.AtStartOfDayInZone(zone).ToInstant(), to.PlusDays(1).AtStartOfDayInZone(zone).ToInstant())
            .Where(interval => interval.State != HoursState.Closed)
            .Select(interval => new LocalStretch(
                interval.Start.InZone(zone).LocalDateTime, interval.End.InZone(zone).LocalDateTime, interval.State == HoursState.Open ? "open" : "unknown"))
            .Joined();

    private static LocalDateTime Local(JsonNode? moment) => OffsetDateTimePattern.Rfc3339.Parse(moment.Text()!).Value.LocalDateTime;
}
