using System.Collections.Concurrent;
using System.Collections.Frozen;
using ContactsApi.Core.Calendar;
using ContactsApi.Core.Channels;
using ContactsApi.Core.Hours;

namespace ContactsApi.Core.Catalogs;

/// <summary>A catalog whose references can be followed: elements by their ids, and what counts for a channel that others say or share. Immutable.</summary>
public class CatalogIndex
{
    private readonly ILookup<string, Office> offices;
    private readonly ConcurrentDictionary<string, ProductionCalendar> regionalCalendars = new(StringComparer.Ordinal);

    /// <param name="catalog">A catalog without problems, by <see cref="CatalogRules"/>.</param>
    public CatalogIndex(Catalog catalog)
    {
        Catalog = catalog;
        Calendar = new ProductionCalendar(catalog.Statute, catalog.Years);
        Channels = catalog.Channels.ToFrozenDictionary(channel => channel.Id, StringComparer.Ordinal);
        Schedules = catalog.Schedules.ToFrozenDictionary(schedule => schedule.Id, StringComparer.Ordinal);
        Topics = catalog.Topics.ToFrozenDictionary(topic => topic.Id, StringComparer.Ordinal);
        Regions = catalog.Regions.ToFrozenDictionary(region => region.Code, StringComparer.Ordinal);
        Sections = catalog.Source.Sections.ToFrozenDictionary(section => section.Reference, StringComparer.Ordinal);
        Reach = new Reach(catalog.Channels);
        offices = catalog.Offices.ToLookup(office => office.Region, StringComparer.Ordinal);
    }

    public Catalog Catalog { get; }

    public ProductionCalendar Calendar { get; }

    /// <summary>The calendar of a federal subject: that of all Russia with the holidays of the subject, or just that where none are known.</summary>
    /// <param name="region">Its code; nothing for all Russia.</param>
    public ProductionCalendar CalendarOf(string? region) =>
        Catalog.RegionalHolidays.FirstOrDefault(one => one.Code == region) is not { } regional ? Calendar
        : regionalCalendars.GetOrAdd(regional.Code, _ => new ProductionCalendar(Catalog.Statute, Catalog.Years, regional));

    public FrozenDictionary<string, Channel> Channels { get; }

    public FrozenDictionary<string, Schedule> Schedules { get; }

    public FrozenDictionary<string, Topic> Topics { get; }

    public FrozenDictionary<string, Region> Regions { get; }

    public FrozenDictionary<string, SourceSection> Sections { get; }

    public Reach Reach { get; }

    /// <summary>The offices of a region, in the order of the catalog.</summary>
    public IEnumerable<Office> OfficesOf(Region region) => offices[region.Code];

    /// <summary>The channel whose statements count for this one: itself, or the one that it is another door to.</summary>
    public Channel StatementsOf(Channel channel) => channel.StatementsOf is { } other ? Channels[other] : channel;

    /// <summary>
    /// The overrides that replace hours of the channel: those of one year, then the yearly ones; of each its own, then those of its desk.
    /// Where several cover a date the first counts.
    /// </summary>
    public IReadOnlyList<Override> OverridesOf(Channel channel)
    {
        if (Catalog.Overrides.Count == 0)
            return [];
        var desk = Reach.DeskOf(channel);
        return
        [
            .. Catalog.Overrides
                .Where(one => one.ChannelId == channel.Id || (!one.OnlyHere && desk.Contains(one.ChannelId)))
                .OrderBy(one => one.Yearly is not null)
                .ThenBy(one => one.ChannelId != channel.Id),
        ];
    }

    /// <summary>The incidents that close the channel.</summary>
    public IReadOnlyList<Incident> IncidentsOf(Channel channel) =>
        [.. Catalog.Incidents.Where(one => Reach.Holds(channel, one.ChannelId, one.OnlyHere))];

    /// <summary>The channels that the incident closes, in the order of the catalog.</summary>
    public IEnumerable<Channel> ClosedBy(Incident incident) => Catalog.Channels.Where(channel => Reach.Holds(channel, incident.ChannelId, incident.OnlyHere));

    /// <summary>The channels whose hours the override replaces on some date, in the order of the catalog.</summary>
    public IEnumerable<Channel> ReplacedBy(Override replacement) => Catalog.Channels.Where(channel => OverridesOf(channel).Contains(replacement));
}
