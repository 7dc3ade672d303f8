using ContactsApi.Core.Hours;
using ContactsApi.Core.Statements;
using NodaTime;

namespace ContactsApi.Core.Answers;

/// <summary>A statement that holds at a moment, with the instant by which it promises an answer.</summary>
public readonly record struct WorstCase(AnswerStatement Statement, Instant Due);

/// <summary>What the counting answer-time statements of one channel promise: of several the longest worst case.</summary>
public sealed class AnswerTimes
{
    private readonly AnswerStatement[] statements;

    /// <summary>For each statement, the hours that it is conditioned on.</summary>
    private readonly HoursTimeline?[] conditions;
    private readonly WorkingTime workingTime;

    /// <summary>Durations that hold at all times promise the same at all times.</summary>
    private readonly bool isConstant;
    private readonly Promise? constant;

    /// <param name="statements">The counting statements.</param>
    /// <param name="schedules">Gives the hours of a schedule that a statement is conditioned on, by its id.</param>
    public AnswerTimes(IReadOnlyList<AnswerStatement> statements, Func<string, HoursTimeline> schedules, WorkingTime workingTime)
    {
        this.statements = [.. statements];
        conditions = [.. statements.Select(statement => (statement.Inside ?? statement.Outside) is { } id ? schedules(id) : null)];
        this.workingTime = workingTime;
        isConstant = statements.All(statement => statement is { Within: not null, Inside: null, Outside: null });
        constant = isConstant ? PromiseOf(HoldingAt(default), default) : null;
    }

    /// <summary>What is promised to somebody whose request is taken at the moment itself; nothing if nothing is stated.</summary>
    public Promise? From(Instant moment) => isConstant ? constant : PromiseOf(HoldingAt(moment), moment);

    /// <summary>What is promised for a request that is taken only later, at the given instant, as the instant of the answer.</summary>
    /// <param name="live">A live channel answers when it opens even if no answer time is stated.</param>
    public Promise? FromLater(Instant taken, bool live) =>
        From(taken) is { } promise ? promise with { Within = null, By = promise.DueAt(taken) }
        : live ? new Promise(null, taken, false, [])
        : null;

    /// <summary>The first instant after the moment, and before the limit, at which <see cref="From"/> promises something else.</summary>
    public Instant? NextChange(Instant moment, Instant limit)
    {
        if (isConstant)
            return null;
        var promise = From(moment);
        for (var next = NextCandidate(moment); next < limit; next = NextCandidate(next.Value))
        {
            if (From(next.Value) != promise)
                return next;
        }

        return null;
    }

    private static Promise? PromiseOf(List<WorstCase> holding, Instant moment)
    {
        if (holding.Count == 0)
            return null;
        var due = holding.Max(worstCase => worstCase.Due);
        var latest = holding.FindAll(worstCase => worstCase.Due == due);
        var within = latest.Exists(worstCase => worstCase.Statement.Within is not null);
        return new Promise(
            within ? due - moment : null,
            within ? null : due,
            latest.Exists(worstCase => worstCase.Statement.Approximate),
            latest.ConvertAll(worstCase => worstCase.Statement));
    }

    private List<WorstCase> HoldingAt(Instant moment)
    {
        List<WorstCase> holding = [];
        for (var i = 0; i < statements.Length; i++)
        {
            if (Holds(i, moment) && DueOf(statements[i], moment) is { } due)
                holding.Add(new WorstCase(statements[i], due));
        }

        return holding;
    }

    private bool Holds(int statement, Instant moment) =>
        conditions[statement] is not { } schedule
        || schedule.At(moment).State == HoursState.Open == (statements[statement].Inside is not null);

    private Instant? DueOf(AnswerStatement statement, Instant moment) => statement switch
    {
        { Within: { } within } => moment + within,
        { WorkingHours: { } hours } => workingTime.After(moment, hours),
        _ => workingTime.EndOfNextWorkday(moment),
    };

    /// <summary>The next instant at which any statement may begin or cease to hold, to promise something else, or to overtake another.</summary>
    private Instant? NextCandidate(Instant moment)
    {
        var holding = HoldingAt(moment);
        return conditions.Select(schedule => schedule?.NextChange(moment, Horizon.EndOfExamination(moment)))
            .Concat(holding.Select(worstCase => NextMove(worstCase, holding, moment)))
            .Concat(holding.SelectMany(worstCase => Overtakings(worstCase, holding)))
            .Where(candidate => candidate > moment)
            .Min();
    }

    /// <summary>When a promise by an instant next moves on to another instant.</summary>
    private Instant? NextMove(WorstCase worstCase, List<WorstCase> holding, Instant moment) => worstCase.Statement switch
    {
        { ByEndOfWorkingDay: true } => WorkingTime.NextChangeOfNextWorkday(moment),
        { WorkingHours: { } hours } => NextMoveOfWorkingHours(hours, worstCase.Due, holding, moment),
        _ => null,
    };

    /// <summary>
    /// Working hours move on every minute. That matters only while theirs is the latest promise, or near to it: they draw
    /// nearer to an instant that stands by a minute in a minute, and to a duration, which moves on as they do, only by leaps.
    /// </summary>
    private Instant? NextMoveOfWorkingHours(int hours, Instant due, List<WorstCase> holding, Instant moment)
    {
        var next = workingTime.NextChangeOfAfter(moment);
        var latest = holding.MaxBy(worstCase => worstCase.Due);
        var behind = latest.Due - due - Duration.FromMinutes(1);
        if (next is null || behind <= Duration.Zero)
            return next;
        var leap = workingTime.NextLeapOfAfter(moment, hours) ?? Instant.MaxValue;
        var reaches = latest.Statement.Within is null ? moment + behind : Instant.MaxValue;
        return Instant.Max(next.Value, Instant.Min(leap, reaches));
    }

    /// <summary>At <c>due - within</c> a duration draws level with an instant, and right after it is alone the latest.</summary>
    private static IEnumerable<Instant?> Overtakings(WorstCase standing, List<WorstCase> holding) =>
        from moving in holding
        where standing.Statement.Within is null && moving.Statement.Within is not null
        let level = standing.Due - moving.Statement.Within!.Value
        from candidate in new Instant?[] { level, level + Duration.Epsilon }
        select candidate;
}
