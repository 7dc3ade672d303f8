using System.Text;
using System.Xml.Linq;
using ContactsApi.Core;
using ContactsApi.Core.Calendar;
using ContactsApi.Hosting.Caching;
using ContactsApi.Storage;
using NodaTime.Text;

namespace ContactsApi.Features.Calendar;

/// <summary>A year in the schema of xmlcalendar.ru, which many programs read: the days that are not as their day of the week says.</summary>
public static class CalendarXml
{
    public const string MediaType = "application/xml";

    /// <summary>The values of <c>t</c>.</summary>
    private const int DayOff = 1, Shortened = 2, Worked = 3;

    private static readonly LocalDatePattern MonthAndDay = LocalDatePattern.CreateWithInvariantCulture("MM'.'dd");
    private static readonly LocalDatePattern DottedDate = LocalDatePattern.CreateWithInvariantCulture("uuuu'.'MM'.'dd");

    public static ResponseBody Of(ProductionCalendar calendar, int year, CatalogSnapshot snapshot, Language language)
    {
        var listed = calendar.DaysOf(year).Select(day => (Day: day, Type: TypeOf(day), Title: TitleOf(day)?.In(language))).Where(one => one.Type is not null).ToList();
        var titles = listed.Select(one => one.Title).OfType<string>().Distinct().ToList();
        var root = new XElement(
            "calendar",
            new XAttribute("year", year),
            new XAttribute("lang", language == Language.En ? "en" : "ru"),
            new XAttribute("date", DottedDate.Format(MoscowTime.DateOf(snapshot.CreatedAt))),
            new XAttribute("country", "ru"),
            new XElement("holidays", titles.Select((title, i) => new XElement("holiday", new XAttribute("id", i + 1), new XAttribute("title", Legible.Cleaned(title))))),
            new XElement("days", listed.Select(one => new XElement(
                "day",
                new XAttribute("d", MonthAndDay.Format(one.Day.Date)),
                new XAttribute("t", one.Type!),
                one.Title is null ? null : new XAttribute("h", titles.IndexOf(one.Title) + 1),
                one.Title is null && one.Day.MovedFrom is { } from ? new XAttribute("f", MonthAndDay.Format(from)) : null))));
        return new ResponseBody(Encoding.UTF8.GetBytes($"<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n{root}\n"), $"{MediaType}; charset=utf-8")
        {
            FileName = $"calendar-{year}.xml",
        };
    }

    /// <returns>Nothing for a day that is as its day of the week says.</returns>
    private static int? TypeOf(CalendarDay day) => day switch
    {
        { Kind: DayKind.Holiday } => DayOff,
        { Shortened: true } => Shortened,
        { WorkingWeekend: true } => Worked,
        _ => null,
    };

    private static LocalizedText? TitleOf(CalendarDay day) =>
        day.Holiday ?? day.Regional?.Name ?? (day.MovedFrom is null && day.Kind == DayKind.Holiday ? Declared(day.NonWorkingBy!) : null);

    private static LocalizedText Declared(LocalizedText decree) => new($"Нерабочий день ({decree.Ru})", $"A non-working day ({decree.En})");
}
