using ContactsApi.Core.Promises;
using ContactsApi.Core.Calendar;
using ContactsApi.Core.Channels;
using ContactsApi.Core.Guidance;
using ContactsApi.Core.Hours;
using ContactsApi.Core.Quality;
using ContactsApi.Core.Statements;
using NodaTime;

namespace ContactsApi.Core.Choosing;

/// <summary>One channel as one segment meets it: its counting statements, and what they amount to at any moment.</summary>
/// <param name="statementTimelines">What each counting hours statement says by itself, incidents and overrides aside.</param>
public sealed class ServedChannel(
    Channel channel,
    Segment segment,
    ProductionCalendar calendar,
    IReadOnlyList<HoursStatement> countingHours,
    HoursTimeline timeline,
    IReadOnlyList<HoursTimeline> statementTimelines,
    AnswerTimes answerTimes,
    OutsideTimes outsideTimes)
{
    private readonly DateTimeZone zone = MoscowTime.ZoneOf(channel.TimeZone);
    private readonly bool isLive = channel.Mode == Mode.Live;
    private readonly bool isConstant = timeline.IsConstant && answerTimes.IsConstant && outsideTimes.None;

    /// <summary>The availability that was asked for last. Threads may overwrite each other's: each is right where it holds.</summary>
    private Availability? latest;

    /// <summary>The office that the channel is in the region asked about; nothing if it is none, or none there.</summary>
    public Office? Office { get; init; }

    public Channel Channel => channel;

    public Segment Segment => segment;

    /// <summary>The calendar of its hours: that of its region for an office, of all Russia for all else.</summary>
    public ProductionCalendar Calendar => calendar;

    public IReadOnlyList<HoursStatement> CountingHours => countingHours;

    public HoursTimeline Timeline => timeline;

    /// <summary>What is doubtful about it by itself, in the order in which callers are told.</summary>
    public required IReadOnlyList<Finding> Findings { get; init; }

    /// <summary>What to prepare for the channel, and what to do if nobody answers there.</summary>
    public required Guide Guide { get; init; }

    /// <summary>The channels in whose reach it is, by id, whatever segments they serve; itself is one of them.</summary>
    public required IReadOnlySet<string> Around { get; init; }

    public int Priority { get; } = channel.Priority[segment];

    /// <inheritdoc cref="Eligibility.Beforehand"/>
    public ReasonSet AgainstBeforehand { get; } = Eligibility.Beforehand(channel);

    /// <summary>What each counting hours statement says at the moment.</summary>
    public IReadOnlyList<HoursState> SaidAt(Instant moment) => [.. statementTimelines.Select(statement => statement.At(moment).State)];

    /// <summary>The first instant after the moment at which a counting statement says something else by itself; nothing if not within the horizon.</summary>
    public Instant? NextChangeOfSaid(Instant moment) =>
        statementTimelines.Min(statement => statement.NextChange(moment, Horizon.Of(moment) + Duration.Epsilon));

    /// <summary>Why the hours are what they are at the moment.</summary>
    public Precedence PrecedenceAt(Instant moment)
    {
        var layers = timeline.LayersAt(moment);
        return new Precedence(layers, calendar.DayOf(layers.Date), SaidAt(moment));
    }

    /// <summary>The first instant after the moment at which <see cref="PrecedenceAt"/> tells something else: the end of the next date at the latest.</summary>
    public Instant NextChangeOfPrecedence(Instant moment)
    {
        var now = PrecedenceAt(moment);
        for (var next = moment; ;)
        {
            next = statementTimelines.Aggregate(timeline.NextEdge(next), (edge, statement) => Instant.Min(edge, statement.NextEdge(next)));
            if (PrecedenceAt(next) != now)
                return next;
        }
    }

    /// <summary>By when each counting answer-time statement that holds then promises an answer to a request that is taken at the instant.</summary>
    public IReadOnlyList<SourceDue> PromisedBySource(Instant taken) => answerTimes.BySource(taken);

    /// <summary>What can be said of the channel at the moment. Most ask about now, for which the latest holds mostly.</summary>
    public Availability AvailabilityAt(Instant moment) =>
        latest is { } kept && (isConstant || kept.HoldsAt(moment)) ? kept : latest = Examine(moment);

    private Availability Examine(Instant moment)
    {
        var forecast = HoursForecast.From(timeline, isLive, moment);
        var until = Horizon.Shown(forecast.StateChanges, moment);
        var taken = Horizon.Shown(forecast.Takes, moment);
        var mayBeTaken = Horizon.Shown(forecast.MayTake, moment);
        var perhapsSooner = mayBeTaken is not null && (taken is null || mayBeTaken < taken);

        var answer = PromiseFor(taken, moment);
        var perhaps = perhapsSooner ? PromiseFor(mayBeTaken, moment) : null;
        var outside = outsideTimes.At(forecast.Now, moment);

        var changesAt = Earliest(
            Horizon.Of(moment) + Duration.Epsilon,
            forecast.Changes,
            outside?.ChangesAt,
            Horizon.ComesIntoSight(forecast.StateChanges, moment),
            PromiseComesIntoSight(forecast.Takes, moment),
            PromiseComesIntoSight(forecast.MayTake, moment));
        if (taken == moment)
            changesAt = answerTimes.NextChange(answer, moment, limit: changesAt) ?? changesAt;
        else if (mayBeTaken == moment)
            changesAt = answerTimes.NextChange(perhaps, moment, limit: changesAt) ?? changesAt;

        return new Availability(
            moment, forecast.Now, until, answer, perhaps, outside, BasisOf(until, answer?.By, perhaps?.By), Horizon.Shown(changesAt, moment));
    }

    private Promise? PromiseFor(Instant? taken, Instant moment) =>
        taken is not { } at ? null
        : at == moment ? answerTimes.From(at)
        : answerTimes.FromLater(at, isLive);

    /// <summary>An instant of taking requests matters only if something is promised for it.</summary>
    private Instant? PromiseComesIntoSight(Instant? taken, Instant moment) =>
        Horizon.ComesIntoSight(taken, moment) is { } sight && answerTimes.FromLater(taken!.Value, isLive) is not null ? sight : null;

    private static Instant Earliest(Instant first, params ReadOnlySpan<Instant?> others)
    {
        foreach (var other in others)
        {
            if (other < first)
                first = other.Value;
        }

        return first;
    }

    /// <summary>What the calendar of its hours rests on at instants, the weakest of it.</summary>
    public CalendarBasis BasisOf(params ReadOnlySpan<Instant?> shown) => calendar.BasisOf(zone, shown);

    /// <inheritdoc cref="BasisOf(ReadOnlySpan{Instant?})"/>
    public CalendarBasis BasisOf(Interval span) => calendar.BasisOf(zone, span);
}
