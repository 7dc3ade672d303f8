using ContactsApi.Core;
using ContactsApi.Core.Promises;
using ContactsApi.Core.Calendar;
using ContactsApi.Core.Choosing;
using ContactsApi.Core.Guidance;
using ContactsApi.Features.Responses;

namespace ContactsApi.Features.Wording;

/// <summary>What to do if nobody answers. As with reasons, the texts depend only on what the answer shows.</summary>
public static class Advice
{
    /// <param name="order">The eligible channels, the best first, with their addresses in the same order.</param>
    public static NextStepResponse Of(
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
