using ContactsApi.Core.Calendar;
using ContactsApi.Core.Catalogs;
using ContactsApi.Core.Hours;
using ContactsApi.Core.Statements;

namespace ContactsApi.Core.Quality;

/// <summary>The windows that somebody wrote down for one day kind of a schedule, or for the dates of an override.</summary>
/// <param name="ChannelId">The channel of the override; a schedule belongs to none.</param>
/// <param name="Where">As <c>H-GRAPH, saturday</c>.</param>
/// <param name="References">The passages that give the schedule.</param>
public sealed record StatedWindows(string? ChannelId, LocalizedText Where, IReadOnlyList<string> References, IReadOnlyList<TimeWindow> Windows)
{
    public static IEnumerable<StatedWindows> Of(Catalog catalog) =>
    [
        .. from schedule in catalog.Schedules
           from kind in Enum.GetValues<DayKind>()
           let day = Name(kind)
           select new StatedWindows(
               null, new($"{schedule.Id}, {day.Ru}", $"{schedule.Id}, {day.En}"), ReferencesOf(schedule, catalog), schedule.Hours.On(kind)),
        .. from replacement in catalog.Overrides
           select new StatedWindows(replacement.ChannelId, new(replacement.Id, replacement.Id), [Provenance.Operator], replacement.Windows),
    ];

    /// <summary>A finding about some of these windows.</summary>
    public Finding Found(FindingKind kind, IEnumerable<TimeWindow> windows, LocalizedText what)
    {
        var list = string.Join(", ", windows);
        return new(kind, ChannelId, new($"{Where.Ru}: {list}. {what.Ru}", $"{Where.En}: {list}. {what.En}")) { References = References };
    }

    private static IReadOnlyList<string> ReferencesOf(Schedule schedule, Catalog catalog) =>
    [
        .. catalog.Channels.SelectMany(channel => channel.Hours)
            .Where(statement => statement.Schedule == schedule.Id)
            .Select(statement => statement.Reference)
            .Distinct()
            .Order(StringComparer.Ordinal),
    ];

    private static LocalizedText Name(DayKind kind) => kind switch
    {
        DayKind.Workday => new("рабочий день", "workday"),
        DayKind.Saturday => new("суббота", "saturday"),
        DayKind.Sunday => new("воскресенье", "sunday"),
        DayKind.Holiday => new("праздник", "holiday"),
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };
}
