using ContactsApi.Core;
using ContactsApi.Core.Calendar;
using ContactsApi.Core.Choosing;
using ContactsApi.Core.Hours;
using ContactsApi.Features.Wording;
using NodaTime;

namespace ContactsApi.Features.Formats.OpeningHours;

/// <summary>The hours of a channel for a segment as OpenStreetMap writes them.</summary>
/// <param name="Office">The id of the office whose hours they are; null if the channel is none in the region asked about.</param>
/// <param name="OpeningHours">A value of the tag `opening_hours`, in local time; its comments are in the language of the answer.</param>
/// <param name="TimeZone">The IANA zone of the hours.</param>
/// <param name="From">The first date for which exceptions are written out: today.</param>
/// <param name="To">The last date for which moved days are: the end of the year, or of the next if its decree is known. Overrides go beyond it.</param>
/// <param name="CalendarBasis">What the moved days rest on.</param>
public sealed record OpeningHoursResponse(
    string ChannelId, Segment Segment, string? Office, string OpeningHours, string TimeZone, LocalDate From, LocalDate To, CalendarBasis CalendarBasis)
{
    public static OpeningHoursResponse Of(ServedChannel served, LocalDate today, ContactDirectory directory, Language language)
    {
        var dates = PublishedDates.From(today, served.Calendar);
        return new OpeningHoursResponse(
            served.Channel.Id,
            served.Segment,
            served.Office?.Id,
            OpeningHoursText.Of(
                directory.UsualHoursOf(served),
                served.Calendar,
                dates,
                HoursWords.Of(served.CountingHours.Count > 0 ? HoursState.Disputed : HoursState.Unstated).In(language)),
            served.Channel.TimeZone ?? MoscowTime.Zone.Id,
            dates.Start,
            dates.End,
            served.Calendar.BasisOf(dates.End.Year));
    }
}
