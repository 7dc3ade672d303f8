using ContactsApi.CatalogFiles;
using ContactsApi.Core;
using ContactsApi.Core.Calendar;
using ContactsApi.Core.Catalogs;
using ContactsApi.Core.Hours;
using NodaTime;
using NodaTime.Text;

namespace ContactsApi.Tests.Support;

/// <summary>The domain in few words, so that tests read like tables.</summary>
public static class Domain
{
    private static readonly LocalDateTimePattern Pattern = LocalDateTimePattern.CreateWithInvariantCulture("uuuu'-'MM'-'dd' 'HH':'mm':'ss;FFFFFFFFF");

    public static Catalog Shipped { get; } = ShippedCatalog.Read();

    public static ProductionCalendar Calendar { get; } = new(Shipped.Statute, Shipped.Years);

    /// <summary>The shipped calendar with the holidays of a federal subject; that of all Russia for none.</summary>
    public static ProductionCalendar CalendarOf(string? region) =>
        new(Shipped.Statute, Shipped.Years, Shipped.RegionalHolidays.FirstOrDefault(one => one.Code == region));

    /// <summary>A made-up subject of whose days many may be holidays or not, one by one and by twos, and a few are for certain.</summary>
    public static RegionalHolidays OftenUncertain(string code) => new(code, Reason, "https://example.org/")
    {
        Since = 2000,
        Holidays =
        [
            .. Enumerable.Range(0, 52).SelectMany(week => new[] { 7 * week + 1, 7 * week + 1 + week % 2 }).Distinct().Select(day => new LocalDate(2001, 1, 1).PlusDays(day))
                .Select((date, i) => new RegionalHoliday(Reason) { Date = new AnnualDate(date.Month, date.Day), Doubt = i % 8 == 0 ? null : Reason }),
        ],
    };

    public static DateTimeZone Moscow => MoscowTime.Zone;

    public static WeeklyHours Always { get; } = Weekly("workday 00:00-24:00; saturday 00:00-24:00; sunday 00:00-24:00; holiday 00:00-24:00");

    public static WeeklyHours Never { get; } = Weekly("");

    /// <summary>The hours of section 3.1.</summary>
    public static WeeklyHours CallCentre { get; } =
        Weekly("workday 08:00-20:00; saturday 09:00-18:00; sunday 10:00-16:00; holiday 10:00-16:00");

    public static LocalizedText Reason { get; } = new("причина", "reason");

    /// <summary>As <c>workday 08:00-12:00 13:00-17:00; saturday 22:00-06:00</c>; a day kind left out is closed.</summary>
    public static WeeklyHours Weekly(string text)
    {
        var days = text.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            .Select(day => day.Split(' '))
            .ToDictionary(day => day[0], day => (IReadOnlyList<TimeWindow>)[.. day[1..].Select(TimeWindow.Parse)]);
        return new WeeklyHours(On("workday"), On("saturday"), On("sunday"), On("holiday"));

        IReadOnlyList<TimeWindow> On(string kind) => days.GetValueOrDefault(kind, []);
    }

    /// <summary>As <c>2026-11-23 20:00</c>, seconds and fractions if need be, in Moscow's time unless another zone is given.</summary>
    public static Instant At(string text, DateTimeZone? zone = null) =>
        Pattern.Parse(text.Length == "2026-11-23 20:00".Length ? $"{text}:00" : text).Value.InZoneStrictly(zone ?? Moscow).ToInstant();

    /// <summary>Each channel that the source names without an address has one of its own.</summary>
    public static Catalog WithAddresses(this Catalog catalog) => catalog with
    {
        Channels =
        [
            .. catalog.Channels.Select(channel => channel.Address is null && !channel.StandsForOffices()
                ? channel with { Address = new() { Uri = new($"https://example.org/{channel.Id}"), Display = new(channel.Id, channel.Id) } }
                : channel),
        ],
    };

    public static LocalDate Date(string text) => LocalDatePattern.Iso.Parse(text).Value;

    public static HoursTimeline Timeline(params IReadOnlyList<WeeklyHours> statements) => new(Calendar, Moscow, statements, [], []);

    /// <summary>The stream as text, a line an interval: <c>11-23 08:00 Open</c>, in the zone's time.</summary>
    public static string Lines(IEnumerable<StateInterval> intervals, DateTimeZone? zone = null) => string.Join('\n', intervals.Select(interval =>
        $"{LocalDateTimePattern.CreateWithInvariantCulture("MM'-'dd' 'HH':'mm").Format(interval.Start.InZone(zone ?? Moscow).LocalDateTime)} {interval.State}"));
}
