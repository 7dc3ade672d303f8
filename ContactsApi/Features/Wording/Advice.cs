using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using ContactsApi.Core;
using ContactsApi.Core.Calendar;
using ContactsApi.Core.Channels;
using ContactsApi.Core.Promises;
using ContactsApi.Core.Choosing;
using ContactsApi.Core.Guidance;
using ContactsApi.Features.Responses;
using ContactsApi.Serialization;

namespace ContactsApi.Features.Wording;

/// <summary>What to do if nobody answers. As with reasons, the texts depend only on what the answer shows.</summary>
public static class Advice
{
    /// <summary>Where a step leads to a channel is told in the same words whoever asks, unless that channel's number is dialled from some country.</summary>
    private static readonly ConditionalWeakTable<Channel, ConditionalWeakTable<NextStep, ConcurrentDictionary<(Segment Segment, Language Language), WrittenList<NextStepResponse>>>> Known = [];

    /// <param name="addresses">Those of the eligible channels, in their order.</param>
    public static IReadOnlyList<NextStepResponse> Of(
        IReadOnlyList<NextMove> moves, Decision decision, IReadOnlyList<AddressResponse> addresses, Language language)
    {
        if (moves.Count == 0)
            return [];
        IReadOnlyList<NextStepResponse>[] steps = [.. moves.Select(Step)];
        return steps is [var only] ? only : new JoinedList<NextStepResponse>(steps);

        IReadOnlyList<NextStepResponse> Step(NextMove move) => move.Then is { } then && decision.Question.Country is null
            ? Known.GetOrCreateValue(decision.Order[then].Channel).GetOrCreateValue(move.Step)
                .GetOrAdd((decision.Question.Segment, language), _ => new WrittenList<NextStepResponse>([Worded(move, decision.Order, addresses, language)]))
            : [Worded(move, decision.Order, addresses, language)];
    }

    private static NextStepResponse Worded(
        NextMove move, IReadOnlyList<Recommendation> order, IReadOnlyList<AddressResponse> addresses, Language language) => new(
            move.Step.After,
            move.Then is { } place ? order[place].Channel.Id : null,
            move.Then is { } then ? Leading(move.Step, order[then], addresses[then], language) : move.Step.Otherwise.In(language),
            move.Step.Reference);

    /// <summary>What to do, and where that leads.</summary>
    public static string Leading(NextStep step, Recommendation then, AddressResponse address, Language language) =>
        $"{step.Text.In(language)} {To(then, address).In(language)}";

    public static OutsideHoursResponse? Of(OutsideHours? outside, Language language) => outside is null ? null : new(
        outside.Statement.Outside!.Value,
        outside.AnsweredOn,
        outside.CalendarBasis,
        Recorded(outside).In(language),
        outside.Statement.Reference);

    private static LocalizedText To(Recommendation then, AddressResponse address)
    {
        // An office may have a number, but one goes there.
        var where = then.Channel.Address!.Display is null ? address.Dial ?? address.Display : address.Display;
        return new($"Это «{then.Channel.Name.Ru}»: {where}.", $"That is “{then.Channel.Name.En}”: {where}.");
    }

    private static LocalizedText Recorded(OutsideHours outside)
    {
        var day = Times.Date(outside.AnsweredOn);
        var doubt = outside.CalendarBasis switch
        {
            CalendarBasis.Statute => new(
                $" Выходные на {outside.AnsweredOn.Year} год ещё не утверждены, поэтому день может измениться.",
                $" The days off of {outside.AnsweredOn.Year} are not settled yet, so the day may still change."),
            CalendarBasis.Provisional => new(
                " День праздника региона ещё не назначен, поэтому могут ответить и раньше.",
                " The day of a holiday of the region is not set yet, so an answer may come sooner."),
            _ => new LocalizedText("", ""),
        };
        return new(
            $"Если оператор сейчас не ответит, запрос запишут и ответят в ближайший рабочий день, {day.Ru}.{doubt.Ru}",
            $"If no operator answers now, your request is recorded and answered on the next working day, {day.En}.{doubt.En}");
    }
}
