using ContactsApi.Core;
using ContactsApi.Core.Choosing;
using ContactsApi.Core.Hours;
using ContactsApi.Features.Responses;
using ContactsApi.Features.Wording;
using ContactsApi.Hosting.Caching;
using ContactsApi.Serialization;
using ContactsApi.Storage;
using Ical.Net;
using Ical.Net.CalendarComponents;
using NodaTime;

namespace ContactsApi.Features.Formats.ICalendar;

/// <summary>Which channel is the best for a segment, as a calendar: an event from each transition to the next.</summary>
public static class TransitionCalendar
{
    /// <summary>How many months are told, the first included.</summary>
    public const int Months = 4;

    /// <summary>More than there are in four months of a change each hour.</summary>
    private const int Most = 3000;

    /// <param name="month">The first date of the first month.</param>
    public static ResponseBody Of(Segment segment, LocalDate month, CatalogSnapshot snapshot, Language language)
    {
        var (from, to) = (Midnight(month), Midnight(month.PlusMonths(Months)));
        var question = new Question(segment);
        var name = EnumNames<Segment>.Of(segment);
        var transitions = Transitions.Between(snapshot.Directory, question, from + NodaTime.Duration.Epsilon, to, Most);
        var spans = Chooser.Choose(snapshot.Directory, question, from).Order is [var first, ..]
            ? transitions.All.Select(transition => (Start: transition.Moment, Best: transition.After)).Prepend((Start: from, Best: first)).ToList()
            : [];
        var caveat = CalendarCaveat.Of([.. new[] { month.Year, month.PlusMonths(Months).PlusDays(-1).Year }.Distinct()], snapshot.Directory.Calendar)?.In(language) ?? "";
        return new CalendarFile(
            $"{Title.In(language)} ({Conditions.For(segment).In(language)})",
            Sentences.Joined(Description.In(language), caveat),
            MoscowTime.Zone,
            spans.Select((span, i) => Event(span.Start, i + 1 < spans.Count ? spans[i + 1].Start : transitions.CoveredUntil, span.Best, snapshot.Directory, language)))
            .Written(snapshot, (month.Year, month.PlusMonths(Months).Year), $"best-channel-{name}.ics");
    }

    private static LocalizedText Title { get; } = new("Госуслуги: лучший канал связи", "Gosuslugi: the best channel");

    private static LocalizedText Description { get; } = new(
        "Как лучше всего связаться с центром поддержки в какое время.", "How best to reach the support centre at which time.");

    private static CalendarEvent Event(Instant start, Instant end, Recommendation best, ContactDirectory directory, Language language)
    {
        var segment = best.Served.Segment;
        var address = AddressResponse.Of(best.Channel, language);
        return new CalendarEvent
        {
            Uid = $"best-channel-{EnumNames<Segment>.Of(segment)}-{start.ToString("uuuuMMdd'T'HHmmss'Z'", null)}",
            Summary = $"{best.Channel.Name.In(language)}: {HoursWords.Of(best.Availability.State).In(language)}",
            Description = Sentences.Joined(best.Channel.Description.In(language), Conditions.Of(best.Channel, [segment], directory, language)),
            Status = best.Availability.State == HoursState.Open ? EventStatus.Confirmed : EventStatus.Tentative,
            Start = CalendarFile.At(start, MoscowTime.Zone),
            End = CalendarFile.At(end, MoscowTime.Zone),
            Location = address?.Display,
            Url = address?.Uri is { } uri ? new Uri(uri) : null,
        };
    }

    private static Instant Midnight(LocalDate date) => MoscowTime.InstantOf(date.AtMidnight(), MoscowTime.Zone);
}
