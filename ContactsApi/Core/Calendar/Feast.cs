using System.Globalization;
using NodaTime;

namespace ContactsApi.Core.Calendar;

/// <summary>Feasts whose date differs from year to year by a rule that can be calculated.</summary>
public enum Feast
{
    /// <summary>Uraza Bayram: 1 Shawwal.</summary>
    EidAlFitr,

    /// <summary>Kurban Bayram: 10 Dhu al-Hijja.</summary>
    EidAlAdha,

    /// <summary>The Tuesday nine days after Orthodox Easter.</summary>
    Radonitsa,

    /// <summary>The day after Orthodox Easter.</summary>
    EasterMonday,

    /// <summary>The day after Trinity, the fiftieth after Orthodox Easter.</summary>
    WhitMonday,

    /// <summary>The Monday that begins the last week of November that is wholly in it.</summary>
    LastFullWeekOfNovember,

    /// <summary>The first day of the first spring month by the calendars of Buddhists, as Sagaalgan or Tsagan Sar. They differ by a day or a month.</summary>
    LunarNewYear,

    /// <summary>The full moon at which Buddhists keep the birthday of Buddha Shakyamuni.</summary>
    BirthdayOfBuddha,

    /// <summary>The festival of lamps: the 25th day of the first winter month of the Kalmyks.</summary>
    Zul,
}

/// <summary>When feasts are to be expected.</summary>
public static class Feasts
{
    /// <summary>The last Gregorian year that the calendar of Umm al-Qura covers wholly.</summary>
    private const int LastIslamicYear = 2076;

    private static readonly ChineseLunisolarCalendar Moons = new();
    private static readonly int LastLunarYear = Moons.MaxSupportedDateTime.Year - 1;

    /// <summary>Whether an act sets the date each year, which may differ from what is calculated.</summary>
    public static bool NeedsAnAct(Feast feast) => feast != Feast.LastFullWeekOfNovember;

    /// <summary>Whether of the dates that are calculated one is the feast, and which one an act alone can tell.</summary>
    public static bool IsOneOfSeveral(Feast feast) => feast is Feast.LunarNewYear or Feast.BirthdayOfBuddha or Feast.Zul;

    /// <returns>One date as a rule; of an Islamic feast two in some years, and none in years too far ahead.</returns>
    public static IEnumerable<LocalDate> DatesIn(int year, Feast feast) => feast switch
    {
        Feast.EidAlFitr => Islamic(year, 10, 1),
        Feast.EidAlAdha => Islamic(year, 12, 10),
        Feast.Radonitsa => [EasterOf(year).PlusDays(9)],
        Feast.EasterMonday => [EasterOf(year).PlusDays(1)],
        Feast.WhitMonday => [EasterOf(year).PlusDays(50)],
        Feast.LunarNewYear => Lunar(year, day: 1, new(1, 28), new(3, 5)),
        Feast.BirthdayOfBuddha => Lunar(year, day: 15, new(5, 10), new(6, 20)),
        Feast.Zul => Lunar(year, day: 25, new(11, 25), new(12, 27)),
        _ => [new LocalDate(year, 11, 30).With(DateAdjusters.PreviousOrSame(IsoDayOfWeek.Sunday)).PlusDays(-6)],
    };

    /// <summary>Orthodox Easter, by Meeus: found by the Julian calendar, and told by the Gregorian.</summary>
    public static LocalDate EasterOf(int year)
    {
        var moon = (19 * (year % 19) + 15) % 30;
        var sunday = (2 * (year % 4) + 4 * (year % 7) - moon + 34) % 7;
        var days = moon + sunday + 114;
        return new LocalDate(year, days / 31, days % 31 + 1, CalendarSystem.Julian).WithCalendar(CalendarSystem.Iso);
    }

    /// <summary>The dates of a span of the year that are some day of any lunar month, by the Chinese calendar, which counts from the new moon.</summary>
    private static IEnumerable<LocalDate> Lunar(int year, int day, AnnualDate from, AnnualDate to) =>
        year > LastLunarYear ? [] : new DateInterval(from.InYear(year), to.InYear(year)).Where(date => Moons.GetDayOfMonth(date.ToDateTimeUnspecified()) == day);

    private static IEnumerable<LocalDate> Islamic(int year, int month, int day)
    {
        if (year > LastIslamicYear)
            return [];
        var first = new LocalDate(year, 1, 1).WithCalendar(CalendarSystem.UmAlQura).Year;
        return Enumerable.Range(first, 2)
            .Select(islamic => new LocalDate(islamic, month, day, CalendarSystem.UmAlQura).WithCalendar(CalendarSystem.Iso))
            .Where(date => date.Year == year);
    }
}
