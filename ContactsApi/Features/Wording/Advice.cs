using ContactsApi.Core;
using ContactsApi.Core.Promises;
using ContactsApi.Core.Calendar;
using ContactsApi.Core.Choosing;
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
            move.Then is { } then ? $"{move.Step.Text.In(language)} {To(order[then], addresses[then]).In(language)}" : move.Step.Otherwise.In(language),
            move.Step.Reference);

    public static OutsideHoursResponse? Of(OutsideHours? outside, ContactDirectory directory, Language language) => outside is null ? null : new(
        outside.Statement.Outside!.Value,
        outside.AnsweredOn,
        outside.CalendarBasis,
        Recorded(outside, directory).In(language),
        outside.Statement.Reference);

    private static LocalizedText To(Recommendation then, AddressResponse address)
    {
        // An office may have a number, but one goes there.
        var where = then.Channel.Address!.Display is null ? address.Dial ?? address.Display : address.Display;
        return new($"Вам подойдёт «{then.Channel.Name.Ru}»: {where}.", $"For you that is “{then.Channel.Name.En}”: {where}.");
    }

    private static LocalizedText Recorded(OutsideHours outside, ContactDirectory directory)
    {
        var section = Reasons.SectionOf(outside.Statement.Reference, directory);
        var day = Times.Date(outside.AnsweredOn);
        var doubt = outside.CalendarBasis == CalendarBasis.Statute
            ? new LocalizedText(
                $" Перенос выходных на {outside.AnsweredOn.Year} год в каталоге не записан, поэтому день может измениться.",
                $" The catalog has no decree on days off for {outside.AnsweredOn.Year}, so the day may still change.")
            : new("", "");
        return new(
            $"{section.Ru}: сейчас нерабочее время. Если оператор не ответит, запрос запишут, а ответ дадут в ближайший рабочий день, {day.Ru}.{doubt.Ru}",
            $"{section.En}: these are not working hours. If no operator answers, your request is recorded and answered on the nearest working day, {day.En}.{doubt.En}");
    }
}
