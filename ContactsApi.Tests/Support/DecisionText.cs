using ContactsApi.Core.Promises;
using ContactsApi.Core.Choosing;

namespace ContactsApi.Tests.Support;

/// <summary>All that a decision shows but its moment, as text to compare.</summary>
public static class DecisionText
{
    public static string Of(Decision decision) => string.Join('\n',
    [
        $"{decision.CalendarBasis}",
        .. decision.Order.Select(one =>
            $"{one.Channel.Id} {one.Availability.State} {(one.InTriedRoom ? "tried" : "")} {one.Availability.Now.Cause} {one.Availability.Now.OpenStatements:x} {(one.Availability.Now.HangsOnHoliday ? "holiday?" : "")} until {one.Availability.Until} opens {one.Availability.OpensAt} "
            + $"answer {Of(one.Availability.Answer)} perhaps {Of(one.Availability.Perhaps)} outside {Of(one.Availability.OutsideHours)}"),
        .. decision.Order.SelectMany((one, i) => decision.NextFrom(i).Steps.Select(move =>
            $"{one.Channel.Id} {move.Step.Id} then {(move.Then is { } then ? decision.Order[then].Channel.Id : "-")}")),
        .. decision.Ineligible.Select(one => $"{one.Channel.Id} {string.Join(',', one.Reasons)}"),
    ]);

    private static string Of(OutsideHours? outside) =>
        outside is null ? "-" : $"{outside.Statement.Id} {outside.AnsweredOn:uuuu-MM-dd} {outside.CalendarBasis}";

    private static string Of(Promise? promise) => promise is null
        ? "-"
        : $"{promise.Within} {promise.By} {promise.Approximate} {string.Join(',', promise.Sources.Select(source => source.Id))}";
}
