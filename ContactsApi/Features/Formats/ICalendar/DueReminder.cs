using ContactsApi.Core;
using ContactsApi.Core.Due;
using ContactsApi.Features.Due;
using ContactsApi.Hosting.Caching;
using ContactsApi.Serialization;
using Ical.Net.CalendarComponents;
using Ical.Net.DataTypes;

namespace ContactsApi.Features.Formats.ICalendar;

/// <summary>A reminder that rings as an answer is overdue, and says what to do then.</summary>
public static class DueReminder
{
    private static readonly NodaTime.Duration Length = NodaTime.Duration.FromMinutes(15);

    /// <param name="due">With something promised.</param>
    public static ResponseBody Of(RequestDue due, DueQuery query, Language language)
    {
        var (at, time) = (due.At!.Value, query.Time);
        var response = DueResponse.Of(query with { Time = time with { Moment = at } }, due.Served, language);
        var channel = due.Served.Channel.Name;
        var what = new LocalizedText($"Срок ответа: «{channel.Ru}»", $"Answer due: “{channel.En}”").In(language);
        var reminder = new CalendarEvent
        {
            Uid = $"due-{Uri.EscapeDataString(due.Served.Channel.Id)}-{EnumNames<Core.Segment>.Of(due.Served.Segment)}-{due.SentAt.ToString("uuuuMMdd'T'HHmmss'Z'", null)}",
            Summary = what,
            Description = string.Join('\n', response.Because.Take(1).Select(reason => reason.Text).Concat(response.Next.Select(step => step.Text))),
            Start = CalendarFile.At(at, time.Zone),
            End = CalendarFile.At(at + Length, time.Zone),
        };
        reminder.Alarms.Add(new Alarm { Action = "DISPLAY", Description = what, Trigger = new Trigger(Ical.Net.DataTypes.Duration.Zero) });
        var (first, last) = (at.InZone(time.Zone).Year, (at + Length).InZone(time.Zone).Year);
        return new CalendarFile(what, response.Because[0].Text, time.Zone, [reminder]).Written(query.Newest, (first, last), $"due-{due.Served.Channel.Id}.ics");
    }
}
