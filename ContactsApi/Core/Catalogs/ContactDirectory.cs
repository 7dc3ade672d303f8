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
    private readonly FrozenDictionary<(string ChannelId, Segment Segment), ServedChannel> served;
    private readonly FrozenDictionary<Segment, ServedChannel[]> servedBySegment;
    private readonly ConcurrentDictionary<(Segment Segment, string Region), ServedChannel[]> servedByRegion = new();
    private readonly ILookup<string, Office> offices;
    private readonly ServedChannelCompiler compiler;

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
        compiler = new ServedChannelCompiler(this);
        served = (from channel in catalog.Channels from segment in channel.Priority.Keys select compiler.Compile(channel, segment))
            .ToFrozenDictionary(served => (served.Channel.Id, served.Segment));
        servedBySegment = Enum.GetValues<Segment>().ToFrozenDictionary(
            segment => segment,
            segment => served.Values
                .Where(served => served.Segment == segment)
                .OrderBy(served => served.Channel.Id, StringComparer.Ordinal)
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
    public IReadOnlyList<ServedChannel> ServedIn(Segment segment, Region? region = null) => Served(segment, region);

    /// <summary>The channels of the segment that asks, by id, each as that question meets it.</summary>
    public ReadOnlySpan<ServedChannel> ServedFor(Question question) => Served(question.Segment, question.Region);

    /// <summary>The channel as the segment meets it; nothing if the channel does not serve the segment.</summary>
    /// <inheritdoc cref="ServedIn" path="/param"/>
    public ServedChannel? ServedAs(Channel channel, Segment segment, Region? region = null) => region is null
        ? served.GetValueOrDefault((channel.Id, segment))
        : ServedIn(segment, region).FirstOrDefault(served => served.Channel.Id == channel.Id);

    /// <summary>The offices of a region, in the order of the catalog.</summary>
    public IEnumerable<Office> OfficesOf(Region region) => offices[region.Code];

    /// <summary>An office as the segment meets it; nothing if no channel that stands for offices serves the segment.</summary>
    public ServedChannel? ServedAs(Office office, Segment segment) =>
        servedBySegment[segment].FirstOrDefault(served => served.Channel.StandsForOffices()) is { } served ? ServedAt(office, served.Channel, segment) : null;

    /// <summary>The channel whose statements count for this one: itself, or the desk that it is another door to.</summary>
    public Channel StatementsOf(Channel channel) => channel.StatementsOf is { } other ? Channels[other] : channel;

    /// <summary>The hours of a channel as they are published for a long time.</summary>
    public UsualHours UsualHoursOf(ServedChannel served) => new(
        Calendar,
        [.. served.CountingHours.Select(statement => Schedules[statement.Schedule].Hours)],
        OverridesOf(served.Channel));

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
    public IReadOnlyList<Incident> IncidentsOf(Channel channel) =>
        [.. Catalog.Incidents.Where(one => Reach.Holds(channel, one.ChannelId, one.OnlyHere))];

    /// <summary>The channels that the incident closes, in the order of the catalog.</summary>
    public IEnumerable<Channel> ClosedBy(Incident incident) => Catalog.Channels.Where(channel => IncidentsOf(channel).Contains(incident));

    /// <summary>The channels whose hours the override replaces on some date, in the order of the catalog.</summary>
    public IEnumerable<Channel> ReplacedBy(Override replacement) => Catalog.Channels.Where(channel => OverridesOf(channel).Contains(replacement));

    private ServedChannel[] Served(Segment segment, Region? region) =>
        region is not null && offices.Contains(region.Code)
            ? servedByRegion.GetOrAdd((segment, region.Code), static (key, directory) => directory.ServedInRegion(key.Region, key.Segment), this)
            : servedBySegment[segment];

    /// <summary>Only where somebody asks: there may be many thousands of offices.</summary>
    private ServedChannel[] ServedInRegion(string region, Segment segment)
    {
        var office = offices[region].First();
        return [.. servedBySegment[segment].Select(served => served.Channel.StandsForOffices() ? ServedAt(office, served.Channel, segment) : served)];
    }

    private ServedChannel ServedAt(Office office, Channel channel, Segment segment) =>
        compiler.Compile(office.As(channel, Regions[office.Region]) with { Answers = StatementsOf(channel).Answers }, segment, office);
}
