using ContactsApi.Core;
using ContactsApi.Core.Calendar;
using ContactsApi.Features.Formats;
using ContactsApi.Features.Formats.ICalendar;
using ContactsApi.Features.Wording;
using ContactsApi.Hosting.Caching;
using ContactsApi.Serialization;
using ContactsApi.Storage;
using Ical.Net;
using Ical.Net.CalendarComponents;
using Ical.Net.DataTypes;
using NodaTime;

namespace ContactsApi.Features.Calendar;

/// <summary>The days that are not as their day of the week says, as a calendar to subscribe to: a whole day each, one event for neighbours that are called the same.</summary>
public static class DaysOffCalendar
{
    /// <param name="year">The first year told; the next is told too.</param>
    public static ResponseBody Of(AskedCalendar asked, int year, CatalogSnapshot snapshot, Language language)
    {
        var (first, last) = (new LocalDate(year, 1, 1), new LocalDate(year + 1, 12, 31));
        var id = string.Join('-', new[] { "calendar", EnumNames<WorkWeek>.Of(asked.Week), asked.Region?.Code }.OfType<string>());
        var caveat = CalendarCaveat.Of([year, year + 1], asked.Calendar)?.In(language) ?? "";
        var name = new LocalizedText(
            $"Производственный календарь ({(asked.Week == WorkWeek.FiveDay ? "пятидневная" : "шестидневная")} неделя{Of(asked.Region?.Name.Ru)})",
            $"The Russian production calendar ({(asked.Week == WorkWeek.FiveDay ? "five" : "six")}-day week{Of(asked.Region?.Name.En)})");
        return new CalendarFile(
            name.In(language),
            Sentences.Joined([caveat, .. asked.UnknownIn(first, last, language)]),
            MoscowTime.Zone,
            Runs(asked, first, last, language).Select(run => Event(run, id))).Written(snapshot, (year, year + 1), $"{id}.ics");
    }

    private static string Of(string? region) => region is null ? "" : $", {region}";

    private static IEnumerable<(ListedDayResponse First, LocalDate Last)> Runs(AskedCalendar asked, LocalDate first, LocalDate last, Language language)
    {
        (ListedDayResponse First, LocalDate Last)? run = null;
        foreach (var day in new DateInterval(first, last).Select(date => ListedDayResponse.Of(asked, date, language)))
        {
            if (run is { } open && (day.Why, day.IsWorkday, day.Basis) == (open.First.Why, open.First.IsWorkday, open.First.Basis))
            {
                run = (open.First, day.Date);
                continue;
            }

            if (run is { } ended)
                yield return ended;
            run = day.Why is null ? null : (day, day.Date);
        }

        if (run is { } final)
            yield return final;
    }

    private static CalendarEvent Event((ListedDayResponse First, LocalDate Last) run, string id) => new()
    {
        Uid = $"{id}-{run.First.Date:uuuuMMdd}",
        Start = WholeDay(run.First.Date),
        End = WholeDay(run.Last.PlusDays(1)),
        Summary = run.First.Why,
        Status = run.First.Basis == CalendarBasis.Decree ? EventStatus.Confirmed : EventStatus.Tentative,
    };

    private static CalDateTime WholeDay(LocalDate date) => new(date.Year, date.Month, date.Day);
}
