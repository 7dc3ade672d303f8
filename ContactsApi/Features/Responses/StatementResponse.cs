using ContactsApi.Core;
using ContactsApi.Core.Choosing;
using ContactsApi.Core.Hours;
using ContactsApi.Core.Statements;
using NodaTime;

namespace ContactsApi.Features.Responses;

public enum StatementKind
{
    Hours,
    AnswerTime,
}

/// <summary>One thing that one passage of the source says about a channel.</summary>
/// <param name="Id">Unique within the channel and the kind.</param>
/// <param name="Segments">The segments it speaks of; empty means all.</param>
/// <param name="Reference">The section of the source, or `editorial`.</param>
/// <param name="Note">A remark of our editors; null if there is none.</param>
/// <param name="Schedule">For hours: when the channel is open; else null.</param>
/// <param name="AnswerTime">For answer times: the worst case; else null.</param>
/// <param name="Outside">For hours: what becomes of requests outside them; null if the passage does not say.</param>
/// <param name="Verification">Whether somebody verified or disputed it; null if nobody did either.</param>
public sealed record StatementResponse(
    string Id,
    StatementKind Kind,
    IReadOnlyList<Segment> Segments,
    Rank Rank,
    string Reference,
    string? Note,
    ScheduleResponse? Schedule,
    AnswerTimeResponse? AnswerTime,
    OutsideHandling? Outside,
    VerificationResponse? Verification)
{
    public static StatementResponse Of(HoursStatement statement, ContactDirectory directory, Language language) =>
        Of(statement, StatementKind.Hours, ScheduleResponse.Of(directory.Schedules[statement.Schedule], language), null, language);

    public static StatementResponse Of(AnswerStatement statement, Language language) =>
        Of(statement, StatementKind.AnswerTime, null, AnswerTimeResponse.Of(statement), language);

    private static StatementResponse Of(
        Statement statement, StatementKind kind, ScheduleResponse? schedule, AnswerTimeResponse? answerTime, Language language) => new(
            statement.Id,
            kind,
            statement.Segments,
            statement.Rank,
            statement.Reference,
            statement.Note?.In(language),
            schedule,
            answerTime,
            (statement as HoursStatement)?.Outside,
            VerificationResponse.Of(statement.Verification, language));
}

/// <summary>Weekly hours in the time of the channel or office, which is Moscow's unless it has a zone of its own, as half-open windows; no window means closed.</summary>
public sealed record ScheduleResponse(
    string Id,
    string Name,
    IReadOnlyList<string> Workday,
    IReadOnlyList<string> Saturday,
    IReadOnlyList<string> Sunday,
    IReadOnlyList<string> Holiday)
{
    public static ScheduleResponse Of(Schedule schedule, Language language) => new(
        schedule.Id,
        schedule.Name.In(language),
        Windows(schedule.Hours.Workday),
        Windows(schedule.Hours.Saturday),
        Windows(schedule.Hours.Sunday),
        Windows(schedule.Hours.Holiday));

    private static List<string> Windows(IReadOnlyList<TimeWindow> windows) => [.. windows.Select(window => window.ToString())];
}

/// <summary>A worst case of waiting: exactly one of `within`, `workingHours` and `byEndOfWorkingDay` is given.</summary>
/// <param name="Inside">The schedule inside which alone it holds; else null.</param>
/// <param name="Outside">The schedule outside which alone it holds; else null.</param>
public sealed record AnswerTimeResponse(
    Duration? Within, int? WorkingHours, bool ByEndOfWorkingDay, bool Approximate, string? Inside, string? Outside)
{
    public static AnswerTimeResponse Of(AnswerStatement statement) => new(
        statement.Within, statement.WorkingHours, statement.ByEndOfWorkingDay, statement.Approximate, statement.Inside, statement.Outside);
}
