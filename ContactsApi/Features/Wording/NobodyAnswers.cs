using ContactsApi.Core;
using ContactsApi.Core.Channels;
using ContactsApi.Core.Choosing;
using ContactsApi.Core.Hours;
using ContactsApi.Features.Asking;

namespace ContactsApi.Features.Wording;

/// <summary>
/// That a closed channel is of no use at the moment, and from when on it will be: what a person has to read first where it is recommended
/// all the same. The words depend on nothing but what the recommendation shows.
/// </summary>
public static class NobodyAnswers
{
    /// <param name="recommendation">Of a closed channel.</param>
    public static LocalizedText Of(Recommendation recommendation, CallerTime caller)
    {
        var mode = recommendation.Channel.Mode;
        var now = Now(mode);
        if (recommendation.Availability.OpensAt is not { } opensAt)
            return Joined(now, Unknown(mode));
        var from = IsCertain(recommendation.Served.Timeline.At(opensAt).State, mode) ? Certain(mode) : Possible(mode);
        var time = Times.Instant(opensAt, caller);
        return Joined(now, new($"{from.Ru} {time.Ru}", $"{from.En} {time.En}"));
    }

    /// <summary>That nobody answers now, without a stop.</summary>
    public static LocalizedText Now(Mode mode) => mode switch
    {
        Mode.Live => new("Сейчас никто не ответит", "Nobody answers now"),
        Mode.Message => new("Сейчас обращений никто не принимает", "Nobody takes requests now"),
        Mode.Automated => new("Сейчас не работает", "It does not work now"),
        Mode.InPerson => new("Сейчас там никого нет", "Nobody is there now"),
        _ => throw new ArgumentOutOfRangeException(nameof(mode)),
    };

    /// <summary>Whether requests are taken for certain in that state.</summary>
    private static bool IsCertain(HoursState state, Mode mode) => state == HoursState.Open || (state == HoursState.Unstated && mode != Mode.Live);

    private static LocalizedText Joined(LocalizedText now, LocalizedText later) => new($"{now.Ru}; {later.Ru}.", $"{now.En}; {later.En}.");

    private static LocalizedText Certain(Mode mode) => mode switch
    {
        Mode.Live => new("ответят с", "somebody will from"),
        Mode.Message => new("примут с", "somebody will from"),
        Mode.Automated => new("заработает с", "it will from"),
        _ => new("примут с", "somebody will be from"),
    };

    private static LocalizedText Possible(Mode mode) => mode switch
    {
        Mode.Live => new("могут ответить с", "somebody may from"),
        Mode.Message => new("могут принять с", "somebody may from"),
        Mode.Automated => new("может заработать с", "it may from"),
        _ => new("могут принять с", "somebody may be from"),
    };

    private static LocalizedText Unknown(Mode mode) => mode switch
    {
        Mode.Live => new("когда ответят, неизвестно", "when somebody will is not known"),
        Mode.Message => new("когда примут, неизвестно", "when somebody will is not known"),
        Mode.Automated => new("когда заработает, неизвестно", "when it will is not known"),
        _ => new("когда примут, неизвестно", "when somebody will be is not known"),
    };
}
