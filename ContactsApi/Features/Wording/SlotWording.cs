using ContactsApi.Core;
using ContactsApi.Core.Choosing;
using ContactsApi.Core.Hours;
using ContactsApi.Core.Slots;
using ContactsApi.Core.Statements;
using ContactsApi.Features.Asking;
using ContactsApi.Features.Responses;

namespace ContactsApi.Features.Wording;

/// <summary>Why a talk has room then. As with reasons, the texts depend on nothing but what the slot shows.</summary>
public static class SlotWording
{
    public static IEnumerable<Reason> Reasons(Slot slot, Question question, ContactDirectory directory, CallerTime caller)
    {
        var best = slot.Channels[0];
        return
        [
            Standing(slot, best, question, caller),
            .. best.Availability.Now.Cause == Cause.Schedule ? WhoSaysWhat(best, directory) : [],
            .. Wording.Reasons.Speciality(best.Channel, question),
        ];
    }

    /// <summary>That nobody is there for certain at the hours that suit, and when somebody is.</summary>
    public static Warning NoneSuits(SlotsFound found, CallerTime caller)
    {
        if (found.Others is not [var nearest, ..])
            return new("no-certain-slot", new("В эти дни ни в какое время не известно точно, что там кто-то есть.", "On these days it is at no time certain that anybody is there."));
        var start = Times.Instant(nearest.Start, caller);
        return new("no-certain-slot", new($"В удобное вам время точно никого нет. Ближайшее, когда кто-то есть: {start.Ru}.", $"At the times that suit you nobody is there for certain. The nearest at which somebody is: {start.En}."));
    }

    private static Reason Standing(Slot slot, Recommendation best, Question question, CallerTime caller)
    {
        var (name, until) = (Named(best, question), Times.Instant(slot.Span.End, caller));
        var reference = best.Availability.Now.Cause != Cause.Schedule
            ? Provenance.Operator
            : best.Served.CountingHours.Select(statement => statement.Reference).Concat(best.Channel.References).Append(Provenance.Editorial).First();
        return slot.State switch
        {
            HoursState.Open => new(
                "certain", new($"{name.Ru}: точно открыто хотя бы до {until.Ru}.", $"{name.En} is certain to be open until {until.En} at least."), reference),
            HoursState.Unstated => new(
                "unstated", new($"{name.Ru}: часы работы нигде не указаны.", $"{name.En}: no hours are given anywhere."), reference),
            _ => new(
                "disputed", HoursWords.InDoubt(best.Availability.Now, new($"{name.Ru} — могут не ответить", $"{name.En} may have nobody there")), reference),
        };
    }

    /// <summary>With the number or the way there.</summary>
    private static LocalizedText Named(Recommendation best, Question question)
    {
        var name = best.Channel.Name;
        return new($"«{name.Ru}» ({Shown(Language.Ru)})", $"“{name.En}” ({Shown(Language.En)})");

        string Shown(Language language)
        {
            var address = AddressResponse.Of(best.Channel, language, question.Segment, question.Country);
            return address.Dial ?? address.Display;
        }
    }

    /// <summary>Of those that give the same hours the first speaks for all.</summary>
    private static IEnumerable<Reason> WhoSaysWhat(Recommendation best, ContactDirectory directory) =>
        from statement in best.Served.CountingHours.DistinctBy(statement => statement.Schedule)
        let hours = directory.Schedules[statement.Schedule].Name
        let section = Wording.Reasons.SectionOf(statement.Reference, directory)
        select new Reason("says-hours", new($"{section.Ru}: {hours.Ru}.", $"{section.En}: {hours.En}."), statement.Reference);
}
