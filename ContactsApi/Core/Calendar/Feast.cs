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

    /// <summary>The Monday that begins the last week of November that is wholly in it.</summary>
    LastFullWeekOfNovember,
}

/// <summary>When feasts are to be expected.</summary>
public static class Feasts
{
    /// <summary>The last Gregorian year that the calendar of Umm al-Qura covers wholly.</summary>
    private const int LastIslamicYear = 2076;

    /// <summary>Whether an act sets the date each year, which may differ from what is calculated.</summary>
    public static bool NeedsAnAct(Feast feast) => feast != Feast.LastFullWeekOfNovember;

    /// <returns>One date as a rule; of an Islamic feast two in some years, and none in years too far ahead.</returns>
    public static IEnumerable<LocalDate> DatesIn(int year, Feast feast) => feast switch
    {
        Feast.EidAlFitr => Islamic(year, 10, 1),
        Feast.EidAlAdha => Islamic(year, 12, 10),
        Feast.Radonitsa => [EasterOf(year).PlusDays(9)],
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
