using ContactsApi.Core;
using ContactsApi.Core.Calendar;
using ContactsApi.Core.Channels;
using ContactsApi.Core.Choosing;
using NodaTime;

namespace ContactsApi.Features.Desk.SpecialHours;

/// <summary>Days off in a row of which at least one is a holiday, or was moved there; as New Year.</summary>
/// <param name="ToConfirm">The live channels for which nobody has said which hours hold on each of these days, for one year or for all.</param>
public sealed record Holidays(LocalDate From, LocalDate To, LocalizedText Name, CalendarBasis Basis, IReadOnlyList<Channel> ToConfirm)
{
    private const int Days = 365;

    private static readonly LocalizedText Moved = new("перенесённый выходной", "moved day off");

    /// <summary>Those of the coming year, in order.</summary>
    public static IEnumerable<Holidays> Coming(ContactDirectory directory, LocalDate today)
    {
        for (var date = today; date < today.PlusDays(Days); date = date.PlusDays(1))
        {
            var first = date;
            List<CalendarDay> days = [];
            for (; directory.Calendar.DayOf(date) is { Kind: DayKind.Holiday } day; date = date.PlusDays(1))
                days.Add(day);
            if (days.Count == 0)
                continue;
            var last = date.PlusDays(-1);
            yield return new(
                first,
                last,
                days.Select(day => day.Holiday).FirstOrDefault(name => name is not null) ?? Moved,
                days[0].Basis,
                [
                    .. from channel in directory.Catalog.Channels
                       where channel.Mode == Mode.Live && channel.Address is not null
                       let said = directory.OverridesOf(channel)
                       where days.Exists(day => !said.Any(one => one.Covers(day.Date)))
                       select channel,
                ]);
        }
    }
}
