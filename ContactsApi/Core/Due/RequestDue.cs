using ContactsApi.Core.Calendar;
using ContactsApi.Core.Channels;
using ContactsApi.Core.Choosing;
using ContactsApi.Core.Promises;
using NodaTime;

namespace ContactsApi.Core.Due;

/// <summary>What was promised to somebody who sent a request.</summary>
/// <param name="Taken">
/// The first instant from then on at which the channel takes requests for certain; nothing if not within the horizon.
/// </param>
/// <param name="Answer">What every source promises; nothing if they do not promise anything together.</param>
/// <param name="Perhaps">What the more favourable source promises, where that starts sooner.</param>
/// <param name="BySource">By when each counting statement that holds as the request is taken promises an answer, the latest first.</param>
/// <param name="CalendarBasis">What the calendar rests on at the instants here, the weakest of it.</param>
public sealed record RequestDue(
    ServedChannel Served,
    Instant SentAt,
    Instant? Taken,
    Promise? Answer,
    Promise? Perhaps,
    IReadOnlyList<SourceDue> BySource,
    CalendarBasis CalendarBasis)
{
    /// <summary>The answer is overdue from here on, this instant included; nothing where nothing is promised.</summary>
    public Instant? At => Answer?.DueAt(SentAt);

    /// <summary>The same by the more favourable source.</summary>
    public Instant? PerhapsAt => Perhaps?.DueAt(SentAt);

    public static RequestDue Of(ServedChannel served, Instant sentAt)
    {
        var availability = served.AvailabilityAt(sentAt);
        var forecast = HoursForecast.From(served.Timeline, served.Channel.Mode == Mode.Live, sentAt);
        var taken = Horizon.Shown(forecast.Takes, sentAt);
        var due = new RequestDue(
            served,
            sentAt,
            taken,
            availability.Answer,
            availability.Perhaps,
            taken is { } from ? [.. served.PromisedBySource(from).OrderByDescending(one => one.At)] : [],
            CalendarBasis.Decree);
        return due with { CalendarBasis = served.BasisOf(sentAt, taken, due.At, due.PerhapsAt) };
    }

    public DueState StateAt(Instant moment) =>
        At is not { } due ? DueState.Unpromised
        : moment < due ? DueState.Waiting
        : DueState.Overdue;
}

/// <summary>How it stands with the answer to a request.</summary>
public enum DueState
{
    /// <summary>The promise may still be kept.</summary>
    Waiting,
    Overdue,

    /// <summary>Not every source promises an answer, so none can be overdue.</summary>
    Unpromised,
}
