using ContactsApi.Core;
using ContactsApi.Core.Channels;
using ContactsApi.Core.Choosing;
using ContactsApi.Core.Hours;
using ContactsApi.Core.Slots;
using ContactsApi.Features.Asking;
using ContactsApi.Features.Slots;
using NodaTime;

namespace ContactsApi.Features.Drafting;

/// <summary>Whether somebody is there to call back at the time that the sender would like (section 5.2), and when somebody is.</summary>
/// <param name="Nearest">The nearest times at which somebody is for certain, the nearest first; the time itself if it will do.</param>
public sealed record CallbackResponse(OffsetDateTime At, OffsetDateTime CallerAt, HoursState State, string Text, IReadOnlyList<SlotResponse> Nearest)
{
    /// <summary>How far ahead a call may be wanted, in days.</summary>
    public const int MostDays = 31;

    /// <summary>How far to either side the nearest times are looked for: over the New Year too somebody is there within it.</summary>
    private const int DaysAround = 14;

    private static readonly HoursState[] BestFirst = [HoursState.Open, HoursState.Disputed, HoursState.Unstated, HoursState.Closed];

    private static readonly LocalizedText Fits = new("В это время вам могут позвонить: точно открыто.", "They can call you then: it is certain to be open.");

    private static readonly LocalizedText Disputed = new(
        "В это время могут не позвонить: на портале указаны разные часы. Надёжнее назвать одно из времён рядом.",
        "Nobody may call then: the portal gives different hours. It is safer to name one of the times near it.");

    private static readonly LocalizedText Unstated = new(
        "Позвонят ли в это время, неизвестно: часы работы не указаны. Надёжнее назвать одно из времён рядом.",
        "Whether anybody calls then is not known: no hours are given. It is safer to name one of the times near it.");

    private static readonly LocalizedText Closed = new(
        "В это время никто не позвонит: закрыто. Назовите одно из времён рядом.", "Nobody calls then: it is closed. Name one of the times near it.");

    private static readonly LocalizedText Nowhere = new(
        "Когда точно смогут позвонить, неизвестно.", "When somebody can call for certain is not known.");

    /// <param name="at">Not before now.</param>
    public static CallbackResponse Of(Instant at, Segment segment, ContactDirectory directory, CallerTime now, Language language)
    {
        var question = new Question(segment) { Needs = new HashSet<Capability> { Capability.Voice } };
        var state = StateAt(at, question, directory);
        // Around the time itself, and from now on: a call cannot be wanted for what is past.
        var from = Instant.Max(now.Moment, at - Duration.FromDays(DaysAround));
        var search = new SlotSearch(question, new Convenience(now.Zone, Convenience.EveryDay, [HoursAround(at, now)]), SlotQuery.UsualLength, 2 * DaysAround);
        var nearest = search.From(directory, from).NearestTo(at);
        var text = (state, nearest) switch
        {
            (HoursState.Open, _) => Fits,
            (_, []) => Nowhere,
            (HoursState.Disputed, _) => Disputed,
            (HoursState.Unstated, _) => Unstated,
            _ => Closed,
        };
        return new(
            CallerTime.InMoscow(at),
            now.InCallerZone(at),
            state,
            text.In(language),
            [.. nearest.Take(state == HoursState.Open ? 1 : nearest.Count).Select(one => SlotResponse.Of(one.Slot, one.Start, question, directory, now, language))]);
    }

    /// <summary>Who would be called by day is not offered the night.</summary>
    private static TimeWindow HoursAround(Instant at, CallerTime caller)
    {
        var time = at.InZone(caller.Zone).TimeOfDay;
        var start = time.Hour * 60 + time.Minute;
        var end = start + (int)SlotQuery.UsualLength.TotalMinutes;
        return Convenience.ByDay.StartMinute <= start && end <= Convenience.ByDay.EndMinute ? Convenience.ByDay : Convenience.AtAnyTime;
    }

    private static HoursState StateAt(Instant at, Question question, ContactDirectory directory)
    {
        var lines = Serving.ChannelsFor(directory, question).Where(served => served.Channel.Mode == Mode.Live).Select(served => StateAt(at, served)).ToList();
        return BestFirst.First(state => state == HoursState.Closed || lines.Contains(state));
    }

    /// <summary>For as long as a call takes, the worst of its states.</summary>
    private static HoursState StateAt(Instant at, ServedChannel line)
    {
        var states = line.Timeline.Intervals(at, at + SlotQuery.UsualLength).Select(stretch => stretch.State).ToList();
        return BestFirst.Last(states.Contains);
    }
}
