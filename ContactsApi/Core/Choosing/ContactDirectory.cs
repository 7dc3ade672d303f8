using System.Collections.Concurrent;
using System.Collections.Frozen;
using ContactsApi.Core.Catalogs;
using ContactsApi.Core.Channels;
using ContactsApi.Core.Hours;

namespace ContactsApi.Core.Choosing;

/// <summary>A catalog made ready to answer questions: every channel compiled as each segment meets it. Immutable.</summary>
public sealed class ContactDirectory : CatalogIndex
{
    private readonly FrozenDictionary<(string ChannelId, Segment Segment), ServedChannel> served;
    private readonly FrozenDictionary<Segment, ServedChannel[]> servedBySegment;
    private readonly ConcurrentDictionary<(Segment Segment, string Region), ServedChannel[]> servedByRegion = new();
    private readonly ServedChannelCompiler compiler;

    /// <inheritdoc cref="CatalogIndex(Catalog)" path="/param"/>
    public ContactDirectory(Catalog catalog)
        : base(catalog)
    {
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

    /// <summary>An office as the segment meets it; nothing if no channel that stands for offices serves the segment.</summary>
    public ServedChannel? ServedAs(Office office, Segment segment) =>
        servedBySegment[segment].FirstOrDefault(served => served.Channel.StandsForOffices()) is { } served ? ServedAt(office, served.Channel, segment) : null;

    /// <summary>The hours of a channel as they are published for a long time.</summary>
    public UsualHours UsualHoursOf(ServedChannel served) => new(
        served.Calendar,
        [.. served.CountingHours.Select(statement => Schedules[statement.Schedule].Hours)],
        OverridesOf(served.Channel));

    private ServedChannel[] Served(Segment segment, Region? region) => region is not null && OfficesOf(region).FirstOrDefault() is { } first
        // Only where somebody asks: there may be many thousands of offices.
        ? servedByRegion.GetOrAdd((segment, region.Code), static (key, asked) => asked.Directory.ServedWith(asked.Office, key.Segment), (Directory: this, Office: first))
        : servedBySegment[segment];

    private ServedChannel[] ServedWith(Office office, Segment segment) =>
        [.. servedBySegment[segment].Select(served => served.Channel.StandsForOffices() ? ServedAt(office, served.Channel, segment) : served)];

    private ServedChannel ServedAt(Office office, Channel channel, Segment segment) =>
        compiler.Compile(office.As(channel, Regions[office.Region]) with { Answers = StatementsOf(channel).Answers }, segment, office);
}
