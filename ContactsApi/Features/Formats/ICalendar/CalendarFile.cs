using System.Text;
using ContactsApi.Core;
using ContactsApi.Hosting.Caching;
using ContactsApi.Storage;
using Ical.Net;
using Ical.Net.CalendarComponents;
using Ical.Net.DataTypes;
using Ical.Net.Serialization;
using NodaTime;

namespace ContactsApi.Features.Formats.ICalendar;

/// <summary>A calendar by RFC 5545 and 7986, as calendar programs subscribe to it.</summary>
/// <param name="Name">Shown over the calendar.</param>
/// <param name="Zone">The zone of its events.</param>
public sealed record CalendarFile(string Name, string Description, DateTimeZone Zone, IEnumerable<CalendarEvent> Events)
{
    public const string MediaType = "text/calendar";

    /// <summary>How long a subscriber waits before asking again. Asking costs little, since an answer that holds is not sent again.</summary>
    private const string Refresh = "PT1H";

    /// <summary>Ends the ids of all events, which have to be unique in the world.</summary>
    private const string IdsEnd = "@contacts-api";

    /// <param name="snapshot">Where the events come from: with a new revision their sequence rises.</param>
    /// <param name="years">The years, both included, whose changes of clocks are told.</param>
    public ResponseBody Written(CatalogSnapshot snapshot, (int First, int Last) years, string fileName)
    {
        var calendar = new Ical.Net.Calendar { ProductId = "-//Contacts API//1.0//RU" };
        foreach (var name in new[] { "NAME", "X-WR-CALNAME" })
            calendar.AddProperty(name, Legible.Cleaned(Name));
        foreach (var name in new[] { "DESCRIPTION", "X-WR-CALDESC" })
            calendar.AddProperty(name, Legible.Cleaned(Description));
        calendar.AddProperty("X-WR-TIMEZONE", Zone.Id);
        var refresh = new CalendarProperty("REFRESH-INTERVAL", Refresh);
        refresh.AddParameter("VALUE", "DURATION");
        calendar.AddProperty(refresh);
        calendar.AddProperty("X-PUBLISHED-TTL", Refresh);
        calendar.AddTimeZone(CalendarZone.Of(Zone, years));
        var written = At(snapshot.CreatedAt, DateTimeZone.Utc);
        foreach (var one in Events)
        {
            one.Uid = $"{one.Uid}{IdsEnd}";
            (one.Summary, one.Description, one.Location) = (Cleaned(one.Summary), Cleaned(one.Description), Cleaned(one.Location));
            one.Sequence = (int)Math.Min(snapshot.Revision, int.MaxValue);
            (one.DtStamp, one.LastModified) = (written, written);
            // That a channel is open makes nobody busy.
            one.Transparency = TransparencyType.Transparent;
            calendar.Events.Add(one);
        }

        return new ResponseBody(Encoding.UTF8.GetBytes(ContentLines.FoldedAnew(new CalendarSerializer().SerializeToString(calendar)!)), $"{MediaType}; charset=utf-8")
        {
            FileName = fileName,
        };
    }

    private static string? Cleaned(string? text) => text is null ? null : Legible.Cleaned(text);

    public static CalDateTime At(LocalDateTime time, DateTimeZone zone) =>
        new(time.Year, time.Month, time.Day, time.Hour, time.Minute, time.Second, zone == DateTimeZone.Utc ? CalDateTime.UtcTzId : zone.Id);

    public static CalDateTime At(Instant instant, DateTimeZone zone) => At(instant.InZone(zone).LocalDateTime, zone);
}
