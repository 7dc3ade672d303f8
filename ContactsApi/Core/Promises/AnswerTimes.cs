using ContactsApi.Core.Hours;
using ContactsApi.Core.Statements;
using NodaTime;

namespace ContactsApi.Core.Promises;

/// <summary>What the counting answer-time statements of one channel promise: of several the longest worst case.</summary>
public sealed class AnswerTimes
{
    private const int MostConditionsKept = 6;

    private readonly AnswerStatement[] statements;

    /// <summary>The schedules that statements are conditioned on, as if each were a statement of one channel's hours.</summary>
    private readonly HoursTimeline conditions;

    /// <summary>For each statement the bit of its condition, as the reading of the conditions has it; 0 for those without.</summary>
    private readonly ulong[] conditionOf;
    private readonly WorkingTime workingTime;

    /// <summary>Where all promise durations, what is promised follows from the conditions alone: it is kept by their bits.</summary>
    private readonly Promise?[]? kept;

    /// <param name="statements">The counting statements, <see cref="HoursTimeline.MaxStatements"/> at most.</param>
    /// <param name="timelineOf">The hours of schedules, by their ids.</param>
    public AnswerTimes(IReadOnlyList<AnswerStatement> statements, Func<string[], HoursTimeline> timelineOf, WorkingTime workingTime)
    {
        this.statements = [.. statements];
        this.workingTime = workingTime;
        string[] schedules = [.. statements.Select(ConditionOf).OfType<string>().Distinct()];
        conditions = timelineOf(schedules);
        conditionOf = [.. statements.Select(statement => ConditionOf(statement) is { } id ? 1UL << Array.IndexOf(schedules, id) : 0)];
        if (schedules.Length <= MostConditionsKept && statements.All(statement => statement.Within is not null))
            kept = [.. Enumerable.Range(0, 1 << schedules.Length).Select(open => PromiseBy((ulong)open, default))];
        IsConstant = kept is [var first, .. var others] && others.All(other => other == first);
    }

    /// <summary>The same is promised at all times.</summary>
    public bool IsConstant { get; }

    /// <summary>What is promised to somebody whose request is taken at the moment itself; nothing if nothing is stated.</summary>
    public Promise? From(Instant moment)
    {
        var open = conditions.At(moment).OpenStatements;
        return kept is null ? PromiseBy(open, moment) : kept[(int)open];
    }

    /// <summary>What is promised for a request that is taken only later, at the given instant, as the instant of the answer.</summary>
    /// <param name="live">A live channel answers when it opens even if no answer time is stated.</param>
    public Promise? FromLater(Instant taken, bool live) =>
        From(taken) is { } promise ? promise with { Within = null, By = promise.DueAt(taken) }
        : live ? new Promise(null, taken, false, [])
        : null;

    /// <summary>What each statement that holds promises to somebody whose request is taken at the moment itself.</summary>
    public IReadOnlyList<SourceDue> BySource(Instant moment)
    {
        var dues = DuesBy(conditions.At(moment).OpenStatements, moment, new Instant?[statements.Length]);
        List<SourceDue> promised = [];
        for (var i = 0; i < dues.Length; i++)
        {
            if (dues[i] is { } due)
                promised.Add(new SourceDue(statements[i], due));
        }

        return promised;
    }

    /// <summary>The first instant after the moment, and before the limit, at which <see cref="From"/> promises something else.</summary>
    /// <param name="promise">What it promises at the moment.</param>
    public Instant? NextChange(Promise? promise, Instant moment, Instant limit)
    {
        while (!IsConstant && NextCandidate(moment, limit) is { } next)
        {
            if (From(next) != promise)
                return next;
            moment = next;
        }

        return null;
    }

    private static string? ConditionOf(AnswerStatement statement) => statement.Inside ?? statement.Outside;

    private Promise? PromiseBy(ulong openConditions, Instant moment)
    {
        var dues = DuesBy(openConditions, moment, stackalloc Instant?[statements.Length]);
        if (Latest(dues) is not { } latest)
            return null;
        var due = dues[latest]!.Value;
        var (within, approximate) = (false, false);
        List<AnswerStatement> sources = [];
        for (var i = 0; i < dues.Length; i++)
        {
            if (dues[i] != due)
                continue;
            within |= statements[i].Within is not null;
            approximate |= statements[i].Approximate;
            sources.Add(statements[i]);
        }

        return new Promise(within ? due - moment : null, within ? null : due, approximate, sources);
    }

    /// <summary>By when each statement promises an answer; nothing for those that do not hold.</summary>
    private ReadOnlySpan<Instant?> DuesBy(ulong openConditions, Instant moment, Span<Instant?> dues)
    {
        for (var i = 0; i < statements.Length; i++)
        {
            var inside = (openConditions & conditionOf[i]) != 0;
            var holds = conditionOf[i] == 0 || inside == statements[i].Inside is not null;
            dues[i] = holds ? DueOf(statements[i], moment) : null;
        }

        return dues;
    }

    private Instant? DueOf(AnswerStatement statement, Instant moment) => statement switch
    {
        { Within: { } within } => moment + within,
        { WorkingHours: { } hours } => workingTime.After(moment, hours),
        _ => workingTime.EndOfNextWorkday(moment),
    };

    /// <summary>The first of the statements with the latest worst case; nothing if none holds.</summary>
    private static int? Latest(ReadOnlySpan<Instant?> dues)
    {
        int? latest = null;
        for (var i = 0; i < dues.Length; i++)
        {
            if (dues[i] is not null && (latest is null || dues[i] > dues[latest.Value]))
                latest = i;
        }

        return latest;
    }

    /// <summary>The next instant before the limit at which any statement may begin or cease to hold, promise something else, or overtake another.</summary>
    private Instant? NextCandidate(Instant moment, Instant limit)
    {
        var conditionChanges = conditions.NextChange(moment, limit);
        if (kept is not null)
            return conditionChanges;
        var first = conditionChanges ?? limit;
        var dues = DuesBy(conditions.At(moment).OpenStatements, moment, stackalloc Instant?[statements.Length]);
        for (var i = 0; i < dues.Length; i++)
        {
            if (dues[i] is not { } due || statements[i].Within is not null)
                continue;
            Consider(statements[i].WorkingHours is { } hours
                ? NextMoveOfWorkingHours(hours, due, dues, moment)
                : WorkingTime.NextChangeOfNextWorkday(moment));
            for (var moving = 0; moving < dues.Length; moving++)
            {
                if (dues[moving] is null || statements[moving].Within is not { } within)
                    continue;
                // At `due - within` a duration draws level with an instant, and right after it is alone the latest.
                Consider(due - within);
                Consider(due - within + Duration.Epsilon);
            }
        }

        return first < limit ? first : null;

        void Consider(Instant? candidate)
        {
            if (moment < candidate && candidate < first)
                first = candidate.Value;
        }
    }

    /// <summary>
    /// Working hours move on every minute. That matters only while theirs is the latest promise, or near to it: they draw
    /// nearer to an instant that stands by a minute in a minute, and to a duration, which moves on as they do, only by leaps.
    /// </summary>
    private Instant? NextMoveOfWorkingHours(int hours, Instant due, ReadOnlySpan<Instant?> dues, Instant moment)
    {
        var next = workingTime.NextChangeOfAfter(moment);
        var latest = Latest(dues)!.Value;
        var behind = dues[latest]!.Value - due - Duration.FromMinutes(1);
        if (next is null || behind <= Duration.Zero)
            return next;
        var leap = workingTime.NextLeapOfAfter(moment, hours) ?? Instant.MaxValue;
        var reaches = statements[latest].Within is null ? moment + behind : Instant.MaxValue;
        return Instant.Max(next.Value, Instant.Min(leap, reaches));
    }
}
