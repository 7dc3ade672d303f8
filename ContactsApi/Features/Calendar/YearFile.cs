using ContactsApi.Core;
using ContactsApi.Hosting.Caching;
using ContactsApi.Storage;

namespace ContactsApi.Features.Calendar;

/// <summary>A form in which a year of the calendar is kept as a file.</summary>
/// <param name="TellsTheWeek">Whether it can tell the six-day week from the five-day one.</param>
public sealed record YearFile(string Name, bool TellsTheWeek, Func<AskedCalendar, int, CatalogSnapshot, Language, ResponseBody> Write)
{
    public static LocalizedText FiveDaysOnly { get; } = new(
        "Эта схема описывает только пятидневную неделю; возьмите calendar.csv или calendar.ics.",
        "This schema tells the five-day week alone; take calendar.csv or calendar.ics.");

    private static readonly YearFile[] All =
    [
        new("calendar.csv", true, (asked, year, _, language) => CalendarTable.Of(asked, year, language)),
        new("calendar.xml", false, (asked, year, snapshot, language) => CalendarXml.Of(asked.Calendar, year, snapshot, language)),
        new("calendar.ics", true, DaysOffCalendar.Of),
    ];

    /// <returns>Nothing if there is no such file.</returns>
    public static YearFile? Named(string name) => Array.Find(All, file => file.Name == name);
}
