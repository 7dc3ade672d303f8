using System.Collections.Frozen;
using ContactsApi.Core.Answers;
using ContactsApi.Core.Calendar;
using ContactsApi.Core.Channels;
using ContactsApi.Core.Choosing;
using ContactsApi.Core.Hours;
using ContactsApi.Core.Statements;
using NodaTime;

namespace ContactsApi.Core.Catalogs;

/// <summary>A catalog made ready to answer questions: references resolved, counting statements picked. Immutable.</summary>
public sealed class ContactDirectory
{
    private readonly FrozenDictionary<(string ChannelId, Segment Segment), ChannelDesk> desks;
    private readonly FrozenDictionary<Segment, IReadOnlyList<ChannelDesk>> desksBySegment;

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

        var workingTime = new WorkingTime(Calendar, Schedules[catalog.CallCentreSchedule].Hours);
        var timelines = Schedules.ToFrozenDictionary(
            schedule => schedule.Key,
            schedule => new HoursTimeline(Calendar, MoscowTime.Zone, [schedule.Value.Hours], [], []),
            StringComparer.Ordinal);
        IReadOnlyList<ChannelDesk> all =
        [
            .. from channel in catalog.Channels from segment in channel.Priority.Keys select DeskOf(channel, segment, timelines, workingTime),
        ];
        desks = all.ToFrozenDictionary(desk => (desk.Channel.Id, desk.Segment));
        desksBySegment = Enum.GetValues<Segment>().ToFrozenDictionary(
            segment => segment,
            segment => (IReadOnlyList<ChannelDesk>)[.. all.Where(desk => desk.Segment == segment)]);
    }

    public Catalog Catalog { get; }

    public ProductionCalendar Calendar { get; }

    public FrozenDictionary<string, Channel> Channels { get; }

    public FrozenDictionary<string, Schedule> Schedules { get; }

    public FrozenDictionary<string, Topic> Topics { get; }

    public FrozenDictionary<string, Region> Regions { get; }

    public FrozenDictionary<string, SourceSection> Sections { get; }

    /// <summary>The channels of a segment, in the order of the catalog.</summary>
    public IReadOnlyList<ChannelDesk> DesksOf(Segment segment) => desksBySegment[segment];

    /// <summary>The channel as the segment meets it; nothing if the channel does not serve the segment.</summary>
    public ChannelDesk? DeskOf(Channel channel, Segment segment) => desks.GetValueOrDefault((channel.Id, segment));

    /// <summary>The channel whose statements count for this one: itself, or the desk that it is another door to.</summary>
    public Channel StatementsOf(Channel channel) => channel.StatementsOf is { } other ? Channels[other] : channel;

    private ChannelDesk DeskOf(
        Channel channel, Segment segment, IReadOnlyDictionary<string, HoursTimeline> timelines, WorkingTime workingTime)
    {
        var hours = Counting.For(segment, StatementsOf(channel).Hours);
        var answers = Counting.For(segment, StatementsOf(channel).Answers);
        var zone = channel.TimeZone is { } id ? DateTimeZoneProviders.Tzdb[id] : MoscowTime.Zone;
        var timeline = new HoursTimeline(
            Calendar,
            zone,
            [.. hours.Select(statement => Schedules[statement.Schedule].Hours)],
            [.. Catalog.Overrides.Where(replacement => replacement.ChannelId == channel.Id)],
            [.. Catalog.Incidents.Where(incident => incident.ChannelId == channel.Id)]);
        return new ChannelDesk(
            channel,
            segment,
            hours,
            timeline,
            [.. hours.Select(statement => new HoursTimeline(Calendar, zone, [Schedules[statement.Schedule].Hours], [], []))],
            answers,
            new AnswerTimes(answers, timelines, workingTime));
    }
}
