using System.Collections.Concurrent;
using ContactsApi.Core.Answers;
using ContactsApi.Core.Channels;
using ContactsApi.Core.Choosing;
using ContactsApi.Core.Guidance;
using ContactsApi.Core.Hours;
using ContactsApi.Core.Quality;
using ContactsApi.Core.Statements;
using NodaTime;

namespace ContactsApi.Core.Catalogs;

/// <summary>Compiles desks, now or later and from any thread. Desks of the same hours share them.</summary>
/// <param name="directory">The directory whose desks they are; its schedules, calendar and channels are there already.</param>
public sealed class DeskMaker(ContactDirectory directory)
{
    private readonly ConcurrentDictionary<string, HoursTimeline> shared = new(StringComparer.Ordinal);
    private readonly WorkingTime workingTime = new(directory.Calendar, directory.Schedules[directory.Catalog.CallCentreSchedule].Hours);
    private readonly ILookup<string, Override> overrides = directory.Catalog.Overrides.ToLookup(replacement => replacement.ChannelId);
    private readonly ILookup<string, Incident> incidents = directory.Catalog.Incidents.ToLookup(incident => incident.ChannelId);

    /// <param name="office">What the channel is an office as; nothing if it is none.</param>
    public ChannelDesk DeskOf(Channel channel, Segment segment, Office? office = null)
    {
        var hours = Counting.For(segment, directory.StatementsOf(channel).Hours);
        var answers = Counting.For(segment, directory.StatementsOf(channel).Answers);
        var zone = MoscowTime.ZoneOf(channel.TimeZone);
        string[] schedules = [.. hours.Select(statement => statement.Schedule)];
        return new ChannelDesk(
            channel,
            segment,
            directory.Calendar,
            hours,
            overrides.Contains(channel.Id) || incidents.Contains(channel.Id)
                ? new HoursTimeline(directory.Calendar, zone, HoursOf(schedules), [.. overrides[channel.Id]], [.. incidents[channel.Id]])
                : Timeline(zone, schedules),
            [.. schedules.Select(schedule => Timeline(zone, schedule))],
            new AnswerTimes(answers, ids => Timeline(MoscowTime.Zone, ids), workingTime),
            new OutsideTimes(directory.Calendar, zone, [.. hours.Zip(HoursOf(schedules))]))
        {
            Guide = Guide.To(channel, segment, directory.Catalog),
            Office = office,
            Doubts = CallerDoubts.About(new Contact(channel, office), directory),
        };
    }

    private HoursTimeline Timeline(DateTimeZone zone, params string[] schedules)
    {
        // With their lengths, no two lists of ids read the same, whatever the ids hold.
        var key = string.Concat(schedules.Append(zone.Id).Select(id => $"{id.Length}:{id}"));
        return shared.GetOrAdd(key, _ => new HoursTimeline(directory.Calendar, zone, HoursOf(schedules), [], []));
    }

    private IReadOnlyList<WeeklyHours> HoursOf(IEnumerable<string> schedules) =>
        [.. schedules.Select(schedule => directory.Schedules[schedule].Hours)];
}
