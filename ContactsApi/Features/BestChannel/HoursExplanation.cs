using ContactsApi.Core;
using ContactsApi.Core.Calendar;
using ContactsApi.Core.Choosing;
using ContactsApi.Core.Hours;
using ContactsApi.Features.Asking;
using ContactsApi.Features.Wording;
using NodaTime;

namespace ContactsApi.Features.BestChannel;

/// <summary>What was looked at for the hours of a channel: an incident, else an override, else what the statements give for the kind of the day.</summary>
/// <param name="DecidedBy">The first of these that there is.</param>
/// <param name="Incident">The one in force; null if there is none.</param>
/// <param name="OverrideId">The override that covers the date, even where an incident decides; null if there is none.</param>
/// <param name="Date">The channel's local date; the one before it while only a window of that one runs on past midnight.</param>
/// <param name="TimeZone">The IANA zone of the channel's hours.</param>
/// <param name="DayKind">The kind of the date.</param>
/// <param name="CalendarBasis">What the kind of the date rests on.</param>
/// <param name="Statements">The counting statements, whether they decide or not; empty if no source states hours.</param>
/// <param name="Text">In the language of the answer.</param>
public sealed record HoursExplanation(
    Cause DecidedBy,
    IncidentExplanation? Incident,
    string? OverrideId,
    LocalDate Date,
    string TimeZone,
    DayKind DayKind,
    CalendarBasis CalendarBasis,
    IReadOnlyList<StatementExplanation> Statements,
    string Text)
{
    public static HoursExplanation Of(Precedence precedence, ServedChannel served, Language language) => new(
        precedence.DecidedBy,
        precedence.Layers.Incident is { } incident
            ? new IncidentExplanation(incident.Id, CallerTime.InMoscow(incident.End))
            : null,
        precedence.Layers.Override?.Id,
        precedence.Day.Date,
        MoscowTime.ZoneOf(served.Channel.TimeZone).Id,
        precedence.Day.Kind,
        precedence.Day.Basis,
        [.. served.CountingHours.Zip(precedence.Says, (statement, says) => new StatementExplanation(statement.Id, statement.Reference, says))],
        PrecedenceWording.Of(precedence).In(language));
}

/// <summary>An outage in force.</summary>
/// <param name="Until">When it ends, in Moscow's time; null if no end is set.</param>
public sealed record IncidentExplanation(string Id, OffsetDateTime? Until);

/// <summary>A counting statement.</summary>
/// <param name="Reference">The section of the source, `editorial` or `operator`.</param>
/// <param name="Says">Whether it says open or closed at the moment, by itself.</param>
public sealed record StatementExplanation(string Id, string Reference, HoursState Says);
