using System.Globalization;
using ContactsApi.Core;
using ContactsApi.Features.Asking;
using NodaTime;

namespace ContactsApi.Features.Wording;

/// <summary>
/// Instants and durations in plain words. An instant always carries its date, never "today": a text may not change by the
/// passing of time alone.
/// </summary>
public static class Times
{
    /// <summary>In Moscow's time, and in the caller's where the clocks there show something else.</summary>
    public static LocalizedText Instant(Instant instant, CallerTime caller)
    {
        var moscow = CallerTime.InMoscow(instant).LocalDateTime;
        var there = caller.InCallerZone(instant).LocalDateTime;
        return moscow == there
            ? new($"{Russian(moscow)} по Москве", $"{English(moscow)} Moscow time")
            : new($"{Russian(moscow)} по Москве ({Russian(there)} у вас)", $"{English(moscow)} Moscow time ({English(there)} your time)");
    }

    /// <summary>A date without its year, as "on" it; in Russian in the genitive.</summary>
    public static LocalizedText Date(LocalDate date) => new($"{date.Day} {Months.InDate(date.Month).Ru}", $"{date.Day} {Months.InDate(date.Month).En}");

    public static string Clock(LocalTime time) => time.ToString("HH:mm", CultureInfo.InvariantCulture);

    private static string Russian(LocalDateTime time) => $"{Date(time.Date).Ru} в {Clock(time.TimeOfDay)}";

    private static string English(LocalDateTime time) => $"{Date(time.Date).En} at {Clock(time.TimeOfDay)}";
}
