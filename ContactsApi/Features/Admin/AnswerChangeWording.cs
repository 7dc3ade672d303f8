using ContactsApi.Core;
using ContactsApi.Core.Channels;
using ContactsApi.Core.Choosing;
using ContactsApi.Core.Comparison;
using ContactsApi.Core.Hours;
using ContactsApi.Features.Asking;
using ContactsApi.Features.Wording;
using NodaTime;

namespace ContactsApi.Features.Admin;

/// <summary>What differs between two answers, in words.</summary>
public static class AnswerChangeWording
{
    private static readonly LocalizedText AnotherOrder = new("другой порядок", "another order");

    public static LocalizedText Of(Segment segment, AnswerChange change)
    {
        var (who, from, to) = (NameOf(segment), At(change.From), At(change.To));
        var (first, others) = (First(change), Differences(change));
        return new(
            $"{who.Ru}, с {from.Ru} до {to.Ru}. {first.Ru}. Отличия: {string.Join("; ", others.Select(text => text.Ru))}.",
            $"{who.En}, from {from.En} until {to.En}. {first.En}. Different: {string.Join("; ", others.Select(text => text.En))}.");
    }

    private static LocalizedText First(AnswerChange change) => (BestOf(change.Before), BestOf(change.After)) switch
    {
        (null, null) => new("Не подходит никто, как и раньше", "Nobody is eligible, as before"),
        (null, { } after) => new($"Первым станет «{after.Name.Ru}», раньше не подходил никто", $"“{after.Name.En}” would go first, where nobody was eligible"),
        ({ } before, null) => new($"Не подойдёт никто вместо «{before.Name.Ru}»", $"Nobody would be eligible instead of “{before.Name.En}”"),
        var (before, after) when before!.Id == after!.Id => new($"Первым остаётся «{after.Name.Ru}»", $"“{after.Name.En}” still goes first"),
        var (before, after) => new(
            $"Первым станет «{after!.Name.Ru}» вместо «{before!.Name.Ru}»", $"“{after.Name.En}” would go first instead of “{before.Name.En}”"),
    };

    private static List<LocalizedText> Differences(AnswerChange change)
    {
        var (before, after) = (LinesOf(change.Before), LinesOf(change.After));
        var names = change.After.Order.Concat(change.Before.Order).Select(one => one.Channel).DistinctBy(channel => channel.Id);
        var differences = names
            .Where(channel => before.GetValueOrDefault(channel.Id) != after.GetValueOrDefault(channel.Id))
            .Select(channel => Difference(channel.Name, before.GetValueOrDefault(channel.Id), after.GetValueOrDefault(channel.Id)))
            .ToList();
        return differences.Count > 0 ? differences : [AnotherOrder];
    }

    private static LocalizedText Difference(LocalizedText name, AnswerLine? before, AnswerLine? after)
    {
        var how = (before, after) switch
        {
            (null, _) => new("добавится", "comes in"),
            (_, null) => new("выпадет", "drops out"),
            var (old, @new) when old.State != @new.State =>
                new($"{NameOf(old.State).Ru} → {NameOf(@new.State).Ru}", $"{NameOf(old.State).En} → {NameOf(@new.State).En}"),
            var (old, @new) when old.Cause != @new.Cause => new("другая причина", "another cause"),
            var (old, @new) when old.Answer != @new.Answer => new($"ответ: {Promised(old.Answer).Ru} → {Promised(@new.Answer).Ru}", $"answer: {Promised(old.Answer).En} → {Promised(@new.Answer).En}"),
            _ => new LocalizedText("другой срок ответа", "another promise"),
        };
        return new($"«{name.Ru}» {how.Ru}", $"“{name.En}” {how.En}");
    }

    private static LocalizedText Promised(PromiseForm? promise) => promise switch
    {
        null => new("срок не обещан", "not promised"),
        { Within: null } => new("к названному часу", "by an hour that is told"),
        { Within: { } within } => Durations.Within(within, promise.Approximate),
    };

    private static Channel? BestOf(Decision decision) => decision.Order is [var best, ..] ? best.Channel : null;

    private static Dictionary<string, AnswerLine> LinesOf(Decision decision) => AnswerLine.Of(decision).ToDictionary(line => line.ChannelId);

    private static LocalizedText At(Instant instant) => Times.Instant(instant, new CallerTime(instant, TimeZoneIds.Default, MoscowTime.Zone));

    private static LocalizedText NameOf(Segment segment) => segment switch
    {
        Segment.Individual => new("Физические лица", "Individuals"),
        Segment.LegalEntity => new("Организации", "Organisations"),
        Segment.Abroad => new("Из-за границы", "Callers from abroad"),
        _ => throw new ArgumentOutOfRangeException(nameof(segment)),
    };

    private static LocalizedText NameOf(HoursState state) => state switch
    {
        HoursState.Open => new("открыто", "open"),
        HoursState.Disputed => new("спорно", "disputed"),
        HoursState.Closed => new("закрыто", "closed"),
        HoursState.Unstated => new("часы не указаны", "hours not stated"),
        _ => throw new ArgumentOutOfRangeException(nameof(state)),
    };
}
