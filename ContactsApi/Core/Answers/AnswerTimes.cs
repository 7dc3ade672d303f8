using ContactsApi.Core.Hours;
using ContactsApi.Core.Statements;
using NodaTime;

namespace ContactsApi.Core.Answers;

/// <summary>What the counting answer-time statements of one channel promise: of several the longest worst case.</summary>
/// <param name="statements">The counting statements.</param>
/// <param name="schedules">The hours of every schedule that a statement is conditioned on, by schedule id.</param>
public sealed class AnswerTimes(
    IReadOnlyList<AnswerStatement> statements, IReadOnlyDictionary<string, HoursTimeline> schedules, WorkingTime workingTime)
{
    /// <summary>What is promised to somebody whose request is taken at the moment itself; nothing if nothing is stated.</summary>
    public Promise? From(Instant moment)
    {
        var worst = WorstCases(moment);
        if (worst.Count == 0)
            return null;
        var due = worst[0].Due;
        var within = worst.Any(worstCase => worstCase.Statement.Within is not null);
        return new Promise(
            within ? due - moment : null,
            within ? null : due,
            worst.Any(worstCase => worstCase.Statement.Approximate),
            [.. worst.Select(worstCase => worstCase.Statement)]);
    }

    /// <summary>What is promised for a request that is taken only later, at the given instant, as the instant of the answer.</summary>
    /// <param name="live">A live channel answers when it opens even if no answer time is stated.</param>
    public Promise? FromLater(Instant taken, bool live) =>
        From(taken) is { } promise ? promise with { Within = null, By = promise.DueAt(taken) }
        : live ? new Promise(null, taken, false, [])
        : null;

    /// <summary>The first instant after the moment, and before the limit, at which <see cref="From"/> promises something else.</summary>
    public Instant? NextChange(Instant moment, Instant limit)
    {
        var promise = From(moment);
        for (var next = NextCandidate(moment); next < limit; next = NextCandidate(next.Value))
        {
            if (From(next.Value) != promise)
                return next;
        }

        return null;
    }

    /// <summary>The statements that promise the least at the moment, with the instant that they promise; all the same instant.</summary>
    private List<(AnswerStatement Statement, Instant Due)> WorstCases(Instant moment)
    {
        List<(AnswerStatement Statement, Instant Due)> worst = [];
        foreach (var statement in statements)
        {
            if (!Holds(statement, moment) || DueOf(statement, moment) is not { } due || (worst.Count > 0 && due < worst[0].Due))
                continue;
            if (worst.Count > 0 && due > worst[0].Due)
                worst.Clear();
            worst.Add((statement, due));
        }

        return worst;
    }

    private bool Holds(AnswerStatement statement, Instant moment) => statement switch
    {
        { Inside: { } inside } => schedules[inside].At(moment).State == HoursState.Open,
        { Outside: { } outside } => schedules[outside].At(moment).State != HoursState.Open,
        _ => true,
    };

    private Instant? DueOf(AnswerStatement statement, Instant moment) => statement switch
    {
        { Within: { } within } => moment + within,
        { WorkingHours: { } hours } => workingTime.After(moment, hours),
        _ => workingTime.EndOfNextWorkday(moment),
    };

    /// <summary>The next instant at which any statement may begin or cease to hold, to promise something else, or to overtake another.</summary>
    private Instant? NextCandidate(Instant moment)
    {
        Instant? next = null;
        foreach (var statement in statements)
        {
            if ((statement.Inside ?? statement.Outside) is { } schedule)
                Consider(NextEdge(schedules[schedule], moment));
            if (statement.WorkingHours is not null)
                Consider(workingTime.NextChangeOfAfter(moment));
            if (statement.ByEndOfWorkingDay)
                Consider(WorkingTime.NextChangeOfNextWorkday(moment));
            if (statement.Within is null && DueOf(statement, moment) is { } due)
            {
                // At `due - within` a duration draws level with it, and right after it is the only one that is latest.
                foreach (var within in statements.Select(other => other.Within).OfType<Duration>())
                {
                    Consider(due - within);
                    Consider(due - within + Duration.Epsilon);
                }
            }
        }

        return next;

        void Consider(Instant? candidate)
        {
            if (candidate > moment && (next is null || candidate < next))
                next = candidate;
        }
    }

    private static Instant? NextEdge(HoursTimeline schedule, Instant moment) =>
        schedule.Intervals(moment, Horizon.EndOfExamination(moment)).Skip(1).Select(interval => (Instant?)interval.Start).FirstOrDefault();
}
