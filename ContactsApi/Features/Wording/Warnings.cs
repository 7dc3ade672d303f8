using ContactsApi.Core.Calendar;
using ContactsApi.Core.Channels;
using ContactsApi.Core.Choosing;
using ContactsApi.Core.Hours;
using ContactsApi.Core.Quality;
using ContactsApi.Features.Responses;
using ContactsApi.Features.Asking;

namespace ContactsApi.Features.Wording;

/// <summary>What to know before relying on a recommendation. As with reasons, the texts depend only on what it shows.</summary>
public static class Warnings
{
    /// <summary>Those that are told of the channel whatever was asked: all but <see cref="RoomTried"/> and what is not settled of the calendar.</summary>
    public static IEnumerable<Warning> OfAvailability(Recommendation recommendation, CallerTime caller) =>
    [
        .. Of(recommendation.Served.Findings),
        .. OfState(recommendation, caller),
        .. recommendation.Channel.Notices
            .Where(notice => notice.When.Count == 0 || notice.When.Contains(recommendation.Availability.State))
            .Select(Of),
    ];

    /// <summary>Goes before all others.</summary>
    public static Warning RoomTried { get; } = new("same-room-as-tried", new(
        "Здесь отвечают те же, кого вы уже пробовали: могут снова не ответить.",
        "The same people answer here as where you tried already: there may be no answer again."));

    /// <summary>What is doubtful about a channel by itself: it hangs on the catalog alone.</summary>
    public static IEnumerable<Warning> Of(IReadOnlyList<Finding> findings) =>
        findings.Select(finding => new Warning(finding.Kind.Code, finding.ToCaller!, finding.References is [var first, ..] ? first : null));

    /// <summary>What to know before relying on a channel at any time: what is doubtful about its address, and what else always holds of it.</summary>
    public static IEnumerable<Warning> AtAnyTime(Channel channel, ContactDirectory directory) =>
        [.. Of(CallerFindings.About(new Contact(channel, null), directory)), .. channel.Notices.Where(notice => notice.When.Count == 0).Select(Of)];

    /// <summary>What is not settled of the calendar that an answer rests on; nothing where all is. It goes after all others.</summary>
    public static Warning? Of(CalendarBasis basis) => basis switch
    {
        CalendarBasis.Statute => CalendarProjected,
        CalendarBasis.Provisional => HolidayUnsettled,
        _ => null,
    };

    /// <summary>The same of one channel of several: a holiday of its region that is not settled matters to it alone.</summary>
    public static Warning? Of(Recommendation recommendation, CalendarBasis ofAll) =>
        Of(ofAll == CalendarBasis.Provisional ? recommendation.Availability.CalendarBasis : ofAll);

    private static Warning CalendarProjected { get; } = new("calendar-projected", new(
        "Выходные дни на этот год ещё не утверждены: часы могут измениться.",
        "The days off of that year are not settled yet: the hours may still change."));

    private static Warning HolidayUnsettled { get; } = new("holiday-unsettled", new(
        "Рядом праздник региона, день которого ещё не назначен: часы могут измениться.",
        "A holiday of the region is near, whose day is not set yet: the hours may still change."));

    private static Warning Of(Notice notice) => new(notice.Code, notice.Text, notice.Reference);

    private static IEnumerable<Warning> OfState(Recommendation recommendation, CallerTime caller)
    {
        var availability = recommendation.Availability;
        if (availability.State == HoursState.Closed)
        {
            yield return availability.OpensAt is { } opensAt
                ? new("closed-now", new(
                    $"Сейчас закрыто. Откроется не раньше: {Times.Instant(opensAt, caller).Ru}.",
                    $"Closed now. It opens {Times.Instant(opensAt, caller).En} at the earliest."))
                : new("closed-now", new("Сейчас закрыто, когда откроется, неизвестно.", "Closed now; when it opens is not known."));
        }

        if (availability.State == HoursState.Disputed)
            yield return new("hours-disputed", HoursWords.InDoubt(availability.Now, new("Сейчас могут не ответить", "There may be nobody now")));
        if (availability.State == HoursState.Unstated && recommendation.Channel.Mode == Mode.Live)
            yield return new("hours-unstated", new("Сейчас могут не ответить: часы работы не указаны.", "There may be nobody now: no hours are given."));
        if (availability.Answer is null)
            yield return new("answer-not-promised", new("Когда ответят, не сказано.", "It is not said when an answer comes."));
    }
}
