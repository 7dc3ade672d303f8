using ContactsApi.Core;
using ContactsApi.Core.Choosing;
using ContactsApi.Features.Responses;
using ContactsApi.Features.Wording;
using ContactsApi.Hosting.Caching;
using ContactsApi.Serialization;
using ContactsApi.Storage;
using Ical.Net;
using Ical.Net.CalendarComponents;
using Ical.Net.DataTypes;
using NodaTime;

namespace ContactsApi.Features.Formats.ICalendar;

/// <summary>
/// The hours of a channel as a calendar: each window of the usual week repeats but for the dates on which it is otherwise, as on
/// holidays, moved days, by an override or in an outage; what is so on one date only is an event of its own.
/// See <c>docs/decisions/0022-calendars.md</c>.
/// </summary>
public static class ScheduleCalendar
{
    private static readonly string[] DayNames = ["", "mo", "tu", "we", "th", "fr", "sa", "su"];

    /// <param name="year">The first year told; the next is told too.</param>
    public static ResponseBody Of(ServedChannel served, int year, CatalogSnapshot snapshot, Language language)
    {
        var conditions = Conditions.Of(served.Channel, [served.Segment], snapshot.Directory, language);
        var hours = DatedHours.Of(served, new(new(year, 1, 1), new(year + 1, 12, 31)), snapshot.Directory.UsualHoursOf(served));
        var id = string.Join('-', new[] { served.Channel.Id, served.Office?.Id, EnumNames<Core.Segment>.Of(served.Segment) }.OfType<string>());
        var events = hours.Series.Select(series => Repeated(series, hours, Uri.EscapeDataString(id)))
            .Concat(hours.Once.Select(once => Event(once.Window, hours.Zone, $"{Uri.EscapeDataString(id)}-{once.Window.Start:uuuuMMdd}-{once.Ordinal}")))
            .Select(one => Worded(one.Event, one.Window, served, conditions, language));
        var caveat = CalendarCaveat.Of([year, year + 1], snapshot.Directory.Calendar)?.In(language) ?? "";
        return new CalendarFile(Title(served, language), Sentences.Joined(served.Channel.Description.In(language), conditions, caveat), hours.Zone, events)
            .Written(snapshot, (year, year + 1), $"{id}.ics");
    }

    private static (CalendarEvent Event, LocalWindow Window) Repeated(WindowSeries series, DatedHours hours, string id)
    {
        var one = Event(series.First, hours.Zone, $"{id}-{DayNames[(int)series.Days[0]]}-{series.Ordinal}");
        one.Event.RecurrenceRule = new RecurrenceRule(FrequencyType.Weekly)
        {
            ByDay = [.. series.Days.Select(day => new WeekDay((DayOfWeek)((int)day % 7)))],
            Until = CalendarFile.At(MoscowTime.InstantOf(series.Last.Start, hours.Zone), DateTimeZone.Utc),
        };
        foreach (var start in series.Excluded)
            one.Event.ExceptionDates.Add(CalendarFile.At(start, hours.Zone));
        return one;
    }

    private static (CalendarEvent Event, LocalWindow Window) Event(LocalWindow window, DateTimeZone zone, string id) => (
        new CalendarEvent { Uid = id, Start = CalendarFile.At(window.Start, zone), End = CalendarFile.At(window.End, zone) }, window);

    /// <summary>Others, or another office, may have other hours.</summary>
    private static string Title(ServedChannel served, Language language)
    {
        var name = served.Office is { } office ? $"{served.Channel.Name.In(language)}, {office.Name.In(language)}" : served.Channel.Name.In(language);
        return $"{name} ({Conditions.For(served.Segment).In(language)})";
    }

    private static CalendarEvent Worded(CalendarEvent one, LocalWindow window, ServedChannel served, string conditions, Language language)
    {
        var address = AddressResponse.Of(served.Channel, language);
        one.Summary = $"{served.Channel.Name.In(language)}: {HoursWords.Of(window.State).In(language)}";
        one.Description = conditions;
        one.Status = window.State == Core.Hours.HoursState.Open ? EventStatus.Confirmed : EventStatus.Tentative;
        one.Location = address?.Display;
        if (address?.Uri is { } uri)
            one.Url = new Uri(uri);
        return one;
    }
}
