using System.Collections.Concurrent;
using System.Collections.Frozen;
using ContactsApi.Core.Calendar;
using ContactsApi.Core.Channels;
using ContactsApi.Core.Choosing;
using ContactsApi.Core.Hours;

namespace ContactsApi.Core.Catalogs;

/// <summary>A catalog made ready to answer questions: references resolved, counting statements picked. Immutable.</summary>
public sealed class ContactDirectory
{
    private readonly FrozenDictionary<(string ChannelId, Segment Segment), ChannelDesk> desks;
    private readonly FrozenDictionary<Segment, ChannelDesk[]> desksBySegment;
    private readonly ConcurrentDictionary<(Segment Segment, string Region), ChannelDesk[]> desksByRegion = new();
    private readonly ILookup<string, Office> offices;
    private readonly DeskMaker maker;

    /// <param name="catalog">A catalog without problems, by <see cref="CatalogRules"/>.</param>
    public ContactDirectory(Catalog catalog)
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
        maker = new DeskMaker(this);
        desks = (from channel in catalog.Channels from segment in channel.Priority.Keys select maker.DeskOf(channel, segment))
            .ToFrozenDictionary(desk => (desk.Channel.Id, desk.Segment));
        desksBySegment = Enum.GetValues<Segment>().ToFrozenDictionary(
            segment => segment,
            segment => desks.Values
                .Where(desk => desk.Segment == segment)
                .OrderBy(desk => desk.Channel.Id, StringComparer.Ordinal)
                .ToArray());
    }

    public Catalog Catalog { get; }

    public ProductionCalendar Calendar { get; }

    public FrozenDictionary<string, Channel> Channels { get; }

    public FrozenDictionary<string, Schedule> Schedules { get; }

    public FrozenDictionary<string, Topic> Topics { get; }

    public FrozenDictionary<string, Region> Regions { get; }

    public FrozenDictionary<string, SourceSection> Sections { get; }

    public Reach Reach { get; }

    /// <summary>The channels of a segment, by id, each as that segment meets it.</summary>
    /// <param name="region">Where it has offices, the channel that stands for offices is the first of these.</param>
    public IReadOnlyList<ChannelDesk> DesksOf(Segment segment, Region? region = null) => Desks(segment, region);

    /// <summary>The channels of the segment that asks, by id, each as that question meets it.</summary>
    public ReadOnlySpan<ChannelDesk> DesksFor(Question question) => Desks(question.Segment, question.Region);

    /// <summary>The channel as the segment meets it; nothing if the channel does not serve the segment.</summary>
    /// <inheritdoc cref="DesksOf" path="/param"/>
    public ChannelDesk? DeskOf(Channel channel, Segment segment, Region? region = null) => region is null
        ? desks.GetValueOrDefault((channel.Id, segment))
        : DesksOf(segment, region).FirstOrDefault(desk => desk.Channel.Id == channel.Id);

    /// <summary>The offices of a region, in the order of the catalog.</summary>
    public IEnumerable<Office> OfficesOf(Region region) => offices[region.Code];

    /// <summary>An office as the segment meets it; nothing if no channel that stands for offices serves the segment.</summary>
    public ChannelDesk? DeskOf(Office office, Segment segment) =>
        desksBySegment[segment].FirstOrDefault(desk => desk.Channel.StandsForOffices()) is { } desk ? DeskAt(office, desk.Channel, segment) : null;

    /// <summary>The channel whose statements count for this one: itself, or the desk that it is another door to.</summary>
    public Channel StatementsOf(Channel channel) => channel.StatementsOf is { } other ? Channels[other] : channel;

    /// <summary>The hours of a desk as they are published for a long time.</summary>
    public UsualHours UsualHoursOf(ChannelDesk desk) => new(
        Calendar,
        [.. desk.CountingHours.Select(statement => Schedules[statement.Schedule].Hours)],
        OverridesOf(desk.Channel));

    /// <summary>The overrides that replace hours of the channel: its own, then those of its desk. Where several cover a date the first counts.</summary>
    public IReadOnlyList<Override> OverridesOf(Channel channel)
    {
        if (Catalog.Overrides.Count == 0)
            return [];
        var desk = Reach.DeskOf(channel);
        return
        [
            .. Catalog.Overrides.Where(one => one.ChannelId == channel.Id),
            .. Catalog.Overrides.Where(one => one.ChannelId != channel.Id && !one.OnlyHere && desk.Contains(one.ChannelId)),
        ];
    }

    /// <summary>The incidents that close the channel.</summary>
    public IReadOnlyList<Incident> IncidentsOf(Channel channel)
    {
        if (Catalog.Incidents.Count == 0)
            return [];
        var around = Reach.Around(channel);
        return [.. Catalog.Incidents.Where(one => one.OnlyHere ? one.ChannelId == channel.Id : around.Contains(one.ChannelId))];
    }

    /// <summary>The channels that the incident closes, in the order of the catalog.</summary>
    public IEnumerable<Channel> ClosedBy(Incident incident) => Catalog.Channels.Where(channel => IncidentsOf(channel).Contains(incident));

    /// <summary>The channels whose hours the override replaces on some date, in the order of the catalog.</summary>
    public IEnumerable<Channel> ReplacedBy(Override replacement) => Catalog.Channels.Where(channel => OverridesOf(channel).Contains(replacement));

    private ChannelDesk[] Desks(Segment segment, Region? region) =>
        region is not null && offices.Contains(region.Code)
            ? desksByRegion.GetOrAdd((segment, region.Code), static (key, directory) => directory.DesksIn(key.Region, key.Segment), this)
            : desksBySegment[segment];

    /// <summary>Only where somebody asks: there may be many thousands of offices.</summary>
    private ChannelDesk[] DesksIn(string region, Segment segment)
    {
        var office = offices[region].First();
        return [.. desksBySegment[segment].Select(desk => desk.Channel.StandsForOffices() ? DeskAt(office, desk.Channel, segment) : desk)];
    }

    private ChannelDesk DeskAt(Office office, Channel channel, Segment segment) =>
        maker.DeskOf(office.As(channel, Regions[office.Region]) with { Answers = StatementsOf(channel).Answers }, segment, office);
}
