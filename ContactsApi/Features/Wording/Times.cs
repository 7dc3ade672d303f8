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
    private static readonly string[] RussianMonths =
    [
        "января", "февраля", "марта", "апреля", "мая", "июня", "июля", "августа", "сентября", "октября", "ноября", "декабря",
    ];

    private static readonly string[] EnglishMonths =
    [
        "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December",
    ];

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
    public static LocalizedText Date(LocalDate date) => new($"{date.Day} {RussianMonths[date.Month - 1]}", $"{date.Day} {EnglishMonths[date.Month - 1]}");

    private static string Russian(LocalDateTime time) => $"{time.Day} {RussianMonths[time.Month - 1]} в {Clock(time)}";

    private static string English(LocalDateTime time) => $"{time.Day} {EnglishMonths[time.Month - 1]} at {Clock(time)}";

    private static string Clock(LocalDateTime time) => time.ToString("HH:mm", CultureInfo.InvariantCulture);
}
