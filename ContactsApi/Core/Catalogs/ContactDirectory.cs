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

        var maker = new DeskMaker(this);
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

    /// <summary>The channels of the segment that asks, by id, each as that question meets it.</summary>
    public ReadOnlySpan<ChannelDesk> DesksFor(Question question) => desksBySegment[question.Segment];

    /// <summary>The channel as the segment meets it; nothing if the channel does not serve the segment.</summary>
    public ChannelDesk? DeskOf(Channel channel, Segment segment) => desks.GetValueOrDefault((channel.Id, segment));

    /// <summary>The channel whose statements count for this one: itself, or the desk that it is another door to.</summary>
    public Channel StatementsOf(Channel channel) => channel.StatementsOf is { } other ? Channels[other] : channel;
}
