using ContactsApi.Core;
using ContactsApi.Hosting.Queries;
using NodaTime;
using NodaTime.Text;

namespace ContactsApi.Features.Asking;

/// <summary>Reads moments and dates as callers write them: ISO 8601, within the years that the service speaks of.</summary>
public static class Moments
{
    /// <summary>The first and the last year of Moscow's dates, both included.</summary>
    public const int FirstYear = 2000;
    public const int LastYear = 2100;

    public static LocalizedText OutOfRange { get; } = new(
        $"Ответы есть за {FirstYear}–{LastYear} годы по московской дате.", $"There are answers for {FirstYear}-{LastYear}, by Moscow's date.");

    private static readonly OffsetDateTimePattern[] WithOffset =
    [
        .. from time in new[] { "HH':'mm':'ss;FFFFFFFFF", "HH':'mm" }
           from offset in new[] { "Z+HH:mm", "+HHmm", "+HH" }
           select OffsetDateTimePattern.CreateWithInvariantCulture($"uuuu'-'MM'-'dd'T'{time}o<{offset}>"),
    ];

    private static readonly LocalDateTimePattern[] WithoutOffset =
    [
        LocalDateTimePattern.CreateWithInvariantCulture("uuuu'-'MM'-'dd'T'HH':'mm':'ss;FFFFFFFFF"),
        LocalDateTimePattern.CreateWithInvariantCulture("uuuu'-'MM'-'dd'T'HH':'mm"),
    ];

    private static readonly LocalizedText NotAMoment = new(
        "Нужен момент по ISO 8601, например 2026-11-23T12:00:00+03:00 или 2026-11-23T12:00:00 по поясу timeZone.",
        "A moment by ISO 8601 is needed, as 2026-11-23T12:00:00+03:00, or 2026-11-23T12:00:00 by the zone of timeZone.");

    private static readonly LocalizedText NeitherDateNorMoment = new(
        "Нужна дата или момент по ISO 8601, например 2026-11-23, 2026-11-23T12:00:00+03:00 или 2026-11-23T12:00:00 по поясу timeZone.",
        "A date or a moment by ISO 8601 is needed, as 2026-11-23, 2026-11-23T12:00:00+03:00, or 2026-11-23T12:00:00 by the zone of timeZone.");

    private static readonly LocalizedText OffsetNeeded = new(
        "Нужен момент со смещением, например 2026-11-23T12:00:00+03:00.", "A moment with an offset is needed, as 2026-11-23T12:00:00+03:00.");

    private static readonly LocalizedText PlusBecameSpace = new(
        "Знак «+» в адресе читается как пробел; передайте смещение как %2B03:00.",
        "A '+' in an address reads as a space; send the offset as %2B03:00.");

    /// <summary>With an offset the moment is itself; without one it is the local time of the zone.</summary>
    public static Parsed<Instant> Parse(string text, DateTimeZone zone)
    {
        foreach (var pattern in WithOffset)
        {
            if (pattern.Parse(text) is { Success: true } parsed)
                return InRange(parsed.Value.LocalDateTime) is { } error ? error : InRange(parsed.Value.ToInstant());
        }

        foreach (var pattern in WithoutOffset)
        {
            if (pattern.Parse(text) is { Success: true } parsed)
                return InRange(parsed.Value) is { } error ? error : FromLocal(parsed.Value, zone);
        }

        return text.Contains(' ') && Array.Exists(WithOffset, pattern => pattern.Parse(text.Replace(' ', '+')).Success)
            ? PlusBecameSpace
            : NotAMoment;
    }

    /// <summary>A moment that carries its offset; a local time is none.</summary>
    public static Parsed<Instant> ParseInstant(string text)
    {
        var parsed = Parse(text, DateTimeZone.Utc);
        var isLocal = Array.Exists(WithoutOffset, pattern => pattern.Parse(text).Success);
        return isLocal || parsed.Error == NotAMoment ? OffsetNeeded : parsed;
    }

    /// <summary>The beginning of a span, which belongs to it; of a date, its first instant in the zone.</summary>
    public static Parsed<Instant> ParseStart(string text, DateTimeZone zone)
    {
        if (!IsDate(text))
            return OrDate(Parse(text, zone));
        var (date, error) = ParseDate(text);
        return error is null ? InRange(FirstInstantOf(date, zone)) : error;
    }

    /// <summary>The end of a span, which does not belong to it; of a date, the first instant of the next one.</summary>
    public static Parsed<Instant> ParseEnd(string text, DateTimeZone zone)
    {
        if (!IsDate(text))
            return OrDate(Parse(text, zone));
        var (date, error) = ParseDate(text);
        if (error is not null)
            return error;
        var end = FirstInstantOf(date.PlusDays(1), zone);
        // The last year ends with the beginning of one that there are no answers for.
        return InRange(end - Duration.Epsilon).Error is { } outside ? outside : end;
    }

    public static Parsed<LocalDate> ParseDate(string text) =>
        LocalDatePattern.Iso.Parse(text) is not { Success: true } parsed
            ? new LocalizedText("Нужна дата по ISO 8601, например 2026-11-23.", "A date by ISO 8601 is needed, as 2026-11-23.")
            : parsed.Value.Year is < FirstYear or > LastYear ? OutOfRange
            : parsed.Value;

    private static bool IsDate(string text) => LocalDatePattern.Iso.Parse(text).Success;

    private static Instant FirstInstantOf(LocalDate date, DateTimeZone zone) => MoscowTime.InstantOf(date.AtMidnight(), zone);

    private static Parsed<Instant> OrDate(Parsed<Instant> moment) => moment.Error == NotAMoment ? NeitherDateNorMoment : moment;

    private static Parsed<Instant> FromLocal(LocalDateTime local, DateTimeZone zone)
    {
        var mapping = zone.MapLocal(local);
        if (mapping.Count == 1)
            return InRange(mapping.Single().ToInstant());
        // Both candidates: the same clock reading with the offset before the change and with the one after it.
        var before = local.WithOffset(mapping.EarlyInterval.WallOffset);
        var after = local.WithOffset(mapping.LateInterval.WallOffset);
        var candidates = $"{OffsetDateTimePattern.Rfc3339.Format(before)}, {OffsetDateTimePattern.Rfc3339.Format(after)}";
        return mapping.Count == 0
            ? new LocalizedText(
                $"Это время часы в поясе {zone.Id} пропускают. Повторите со смещением: {candidates}.",
                $"The clocks of {zone.Id} skip this time. Repeat it with an offset: {candidates}.")
            : new LocalizedText(
                $"Это время часы в поясе {zone.Id} показывают дважды. Повторите со смещением: {candidates}.",
                $"The clocks of {zone.Id} show this time twice. Repeat it with an offset: {candidates}.");
    }

    /// <summary>A year to either side is left for offsets; further out an instant might not exist.</summary>
    private static LocalizedText? InRange(LocalDateTime local) => local.Year is < FirstYear - 1 or > LastYear + 1 ? OutOfRange : null;

    private static Parsed<Instant> InRange(Instant moment) =>
        MoscowTime.DateOf(moment).Year is < FirstYear or > LastYear ? OutOfRange : moment;
}
