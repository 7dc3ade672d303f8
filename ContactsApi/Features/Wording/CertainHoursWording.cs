using System.Globalization;
using ContactsApi.Core;
using ContactsApi.Core.Hours;
using ContactsApi.Core.Quality;
using NodaTime;

namespace ContactsApi.Features.Wording;

/// <summary>The hours of a usual week in which all that is said of a channel agrees that it is open, as <c>on working days 08:00–20:00</c>.</summary>
public static class CertainHoursWording
{
    private static readonly IsoDayOfWeek[] WorkingDays =
        [IsoDayOfWeek.Monday, IsoDayOfWeek.Tuesday, IsoDayOfWeek.Wednesday, IsoDayOfWeek.Thursday, IsoDayOfWeek.Friday];

    private static readonly LocalizedText RoundTheClock = new("круглосуточно", "round the clock");

    private static readonly LocalizedText EveryDay = new("ежедневно", "every day");

    /// <returns>Nothing if no hour is certain.</returns>
    public static LocalizedText? Of(UsualHours hours)
    {
        (LocalizedText Days, DayPlan Open)[] kinds =
        [
            (new("по рабочим дням", "on working days"), WorkingDays.Select(hours.On).Aggregate((all, day) => all.OpenInBoth(day))),
            (new("по субботам", "on Saturdays"), hours.On(IsoDayOfWeek.Saturday)),
            (new("по воскресеньям", "on Sundays"), hours.On(IsoDayOfWeek.Sunday)),
            (new("по праздникам", "on holidays"), hours.OnHolidays),
        ];
        var alike = kinds.Select(kind => (kind.Days, Open: kind.Open.OpenInBoth(kind.Open))).Where(kind => kind.Open.Stretches.Count > 0).GroupBy(kind => kind.Open, kind => kind.Days).ToList();
        return alike switch
        {
            [] => null,
            [var all] when all.Count() == kinds.Length => all.Key.Stretches is [{ IsWholeDay: true }] ? RoundTheClock : With(EveryDay, all.Key),
            _ => Phrases.Joined(", ", alike.Select(group => With(Named([.. group]), group.Key))),
        };
    }

    private static LocalizedText With(LocalizedText days, DayPlan open)
    {
        var windows = string.Join(", ", open.Stretches.Select(stretch => $"{Clock(stretch.StartMinute)}–{Clock(stretch.EndMinute)}"));
        return new($"{days.Ru} {windows}", $"{days.En} {windows}");
    }

    /// <summary>The second and the later of several days are said without their preposition.</summary>
    private static LocalizedText Named(IReadOnlyList<LocalizedText> days) => days
        .Aggregate((all, day) => new($"{all.Ru} и {day.Ru["по ".Length..]}", $"{all.En} and {day.En["on ".Length..]}"));

    private static string Clock(int minute) => string.Create(CultureInfo.InvariantCulture, $"{minute / 60:00}:{minute % 60:00}");
}
