using System.Text;
using ContactsApi.Core;
using ContactsApi.Core.Calendar;
using ContactsApi.Hosting.Caching;
using ContactsApi.Serialization;
using NodaTime.Text;

namespace ContactsApi.Features.Calendar;

/// <summary>A year as a table for spreadsheets: CSV by RFC 4180 in UTF-8, with a header.</summary>
public static class CalendarTable
{
    public const string MediaType = "text/csv";

    private const string Header = "date,weekday,workday,shortened,why,basis\r\n";

    public static ResponseBody Of(AskedCalendar asked, int year, Language language)
    {
        var table = new StringBuilder(Header);
        foreach (var day in asked.Calendar.DaysOf(year).Select(day => ListedDayResponse.Of(asked, day.Date, language)))
        {
            table.AppendJoin(
                ',',
                LocalDatePattern.Iso.Format(day.Date),
                (int)day.Date.DayOfWeek,
                day.IsWorkday ? 1 : 0,
                day.Shortened ? 1 : 0,
                Field(day.Why ?? ""),
                EnumNames<CalendarBasis>.Of(day.Basis));
            table.Append("\r\n");
        }

        return new ResponseBody(Encoding.UTF8.GetBytes(table.ToString()), $"{MediaType}; charset=utf-8; header=present") { FileName = $"calendar-{year}.csv" };
    }

    /// <summary>Quoted where need be. What a spreadsheet would take for a formula is kept from being one.</summary>
    private static string Field(string text)
    {
        var legible = Legible.Cleaned(text);
        var harmless = legible is ['=' or '+' or '-' or '@', ..] ? $"'{legible}" : legible;
        return harmless.AsSpan().ContainsAny(",\"\r\n") ? $"\"{harmless.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : harmless;
    }
}
