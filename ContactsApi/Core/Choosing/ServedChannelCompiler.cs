using System.Collections.Concurrent;
using ContactsApi.Core.Calendar;
using ContactsApi.Core.Catalogs;
using ContactsApi.Core.Channels;
using ContactsApi.Core.Guidance;
using ContactsApi.Core.Hours;
using ContactsApi.Core.Promises;
using ContactsApi.Core.Quality;
using ContactsApi.Core.Statements;
using NodaTime;

namespace ContactsApi.Core.Choosing;

/// <summary>Compiles channels for segments, now or later and from any thread. Those of the same hours share them.</summary>
/// <param name="index">Of the catalog that the channels are in.</param>
public sealed class ServedChannelCompiler(CatalogIndex index)
{
    private readonly ConcurrentDictionary<(ProductionCalendar Calendar, string Schedules, ulong ToldApart), HoursTimeline> shared = new();
    private readonly WorkingTime workingTime = new(index.Calendar, index.Schedules[index.Catalog.CallCentreSchedule].Hours);

    /// <param name="office">What the channel is an office as; nothing if it is none.</param>
    public ServedChannel Compile(Channel channel, Segment segment, Office? office = null)
    {
        var hours = Counting.For(segment, index.StatementsOf(channel).Hours);
        var answers = Counting.For(segment, index.StatementsOf(channel).Answers);
        var zone = MoscowTime.ZoneOf(channel.TimeZone);
        // The holidays of a region close its offices, and nothing else.
        var calendar = index.CalendarOf(office?.Region);
        var (overrides, incidents) = (index.OverridesOf(channel), index.IncidentsOf(channel));
        // What becomes of a request outside hours hangs on one statement; all else on the state that they give together.
        var toldApart = hours.Select((statement, i) => statement.Outside is null ? 0 : 1UL << i).Aggregate(0UL, (all, bit) => all | bit);
        string[] schedules = [.. hours.Select(statement => statement.Schedule)];
        return new ServedChannel(
            channel,
            segment,
            calendar,
            hours,
            overrides.Count > 0 || incidents.Count > 0
                ? new HoursTimeline(calendar, zone, HoursOf(schedules), overrides, incidents, toldApart)
                : Timeline(calendar, zone, toldApart, schedules),
            [.. schedules.Select(schedule => Timeline(calendar, zone, ulong.MaxValue, schedule))],
            new AnswerTimes(answers, ids => Timeline(index.Calendar, MoscowTime.Zone, ulong.MaxValue, ids), workingTime),
            new OutsideTimes(calendar, zone, [.. hours.Zip(HoursOf(schedules))]))
        {
            Around = index.Reach.Around(channel),
            Guide = Guide.To(channel, segment, index.Catalog.Preparations, index.Catalog.NextSteps),
            Office = office,
            Findings = CallerFindings.About(new Contact(channel, office), index),
        };
    }

    private HoursTimeline Timeline(ProductionCalendar calendar, DateTimeZone zone, ulong toldApart, params string[] schedules)
    {
        // With their lengths, no two lists of ids read the same, whatever the ids hold.
        var key = string.Concat(schedules.Append(zone.Id).Select(id => $"{id.Length}:{id}"));
        return shared.GetOrAdd((calendar, key, toldApart), _ => new HoursTimeline(calendar, zone, HoursOf(schedules), [], [], toldApart));
    }

    private IReadOnlyList<WeeklyHours> HoursOf(IEnumerable<string> schedules) =>
        [.. schedules.Select(schedule => index.Schedules[schedule].Hours)];
}
