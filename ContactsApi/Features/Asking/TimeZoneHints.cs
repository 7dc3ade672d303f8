using System.Globalization;
using System.Text.RegularExpressions;
using ContactsApi.Core;
using NodaTime;
using NodaTime.TimeZones;

namespace ContactsApi.Features.Asking;

/// <summary>
/// What is said of a time zone that the IANA database does not have: which ones may be meant. Who means an offset is never led to
/// another: only zones that have it all year are named, and that <c>Etc/GMT-3</c> is ahead of Greenwich is known.
/// </summary>
public static partial class TimeZoneHints
{
    private const int Most = 3;

    private static readonly LocalizedText Unknown = new("Такого часового пояса в базе IANA нет.", "The IANA database has no such time zone.");

    private static readonly LocalizedText NamedAfterCities = new("Пояс называют по городу, например Europe/Moscow.", "Zones are named after cities, as Europe/Moscow.");

    private static readonly LocalizedText Nearest = new("Похожие", "The nearest are");

    private static readonly LocalizedText OfThatTime = new("Такое время в поясах", "That time is kept in");

    private static readonly LocalizedText WritePlus = new("В адресе «+» пишется как %2B.", "In an address write '+' as %2B.");

    /// <summary>The ids that are made of a place, which may be misspelt.</summary>
    private static readonly IReadOnlyList<string> Places =
        [.. DateTimeZoneProviders.Tzdb.Ids.Where(id => id.Contains('/') && !id.StartsWith("Etc/", StringComparison.Ordinal))];

    public static LocalizedText For(string asked)
    {
        var text = asked.Trim();
        return IdsWrittenAs(text) is [_, ..] ids ? Hint(Nearest, ids)
            : OffsetIn(text) is { } offset ? Hint(OfThatTime, ZonesWith(offset))
            : RussianTime.ZoneOf(text) is { } russian ? Hint(OfThatTime, [russian, .. FixedZone(SettledTime.OffsetOf(russian))])
            : ZoneOfWindows(text) is { } zone ? Hint(OfThatTime, [zone])
            : MayBePlace(text) ? Hint(Nearest, NearestNames.Misspelt(text, Places))
            : Hint(Nearest, []);
    }

    /// <summary>The ids that differ only in letter case, in a space for an underscore, or in the space that a plus becomes in an address.</summary>
    private static IReadOnlyList<string> IdsWrittenAs(string text)
    {
        string[] ways = [text, text.Replace(' ', '_'), text.Replace(' ', '+')];
        return [.. DateTimeZoneProviders.Tzdb.Ids.Where(id => ways.Contains(id, StringComparer.OrdinalIgnoreCase)).Take(Most)];
    }

    /// <summary>The offset that is meant by <c>UTC+3</c>, <c>+05:30</c>, <c>МСК+2</c> and the like; nothing if none is.</summary>
    private static Offset? OffsetIn(string text)
    {
        if (OffsetPattern().Match(text) is not { Success: true } match)
            return null;
        var minutes = 60 * NumberIn(match.Groups["hours"]) + NumberIn(match.Groups["minutes"]);
        // POSIX counts to the west.
        var offset = Duration.FromMinutes(match.Groups["minus"].Success == match.Groups["posix"].Success ? minutes : -minutes);
        if (!match.Groups["moscow"].Success)
            return Checked(offset);
        var fromMoscow = Checked(offset + Duration.FromSeconds(MoscowTime.Zone.GetUtcOffset(Instant.MaxValue).Seconds));
        // Elsewhere MSK-3 might be POSIX for Moscow itself.
        return fromMoscow is { } russian && RussianTime.ZoneWith(russian) is not null ? russian : null;
    }

    private static int NumberIn(Group group) => group.Success ? int.Parse(group.ValueSpan, CultureInfo.InvariantCulture) : 0;

    private static Offset? Checked(Duration offset) =>
        Math.Abs(offset.TotalHours) <= 18 ? Offset.FromSeconds((int)offset.TotalSeconds) : null;

    /// <summary>In Russia, if it has that time, else such as are known in the world; and the zone that is nothing but the offset.</summary>
    private static IReadOnlyList<string> ZonesWith(Offset offset) =>
    [
        .. offset == Offset.Zero ? []
            : RussianTime.ZoneWith(offset) is { } russian ? [russian]
            : SettledTime.PlacesWith(offset).Take(Most - 1),
        .. FixedZone(offset),
    ];

    private static IEnumerable<string> FixedZone(Offset? offset) =>
        offset == Offset.Zero ? ["UTC"]
        : offset?.Seconds is { } seconds && seconds % NodaConstants.SecondsPerHour == 0
            && DateTimeZoneProviders.Tzdb.GetZoneOrNull($"Etc/GMT{-seconds / NodaConstants.SecondsPerHour:+0;-0}") is { } zone ? [zone.Id]
        : [];

    private static string? ZoneOfWindows(string text) => TzdbDateTimeZoneSource.Default.WindowsMapping.PrimaryMapping
        .FirstOrDefault(pair => string.Equals(pair.Key, text, StringComparison.OrdinalIgnoreCase)).Value;

    /// <summary>No place has digits in its name, and a short word in capitals is an abbreviation, which is like many others of other times.</summary>
    private static bool MayBePlace(string text) => !text.Any(char.IsDigit) && !AbbreviationPattern().IsMatch(text);

    private static LocalizedText Hint(LocalizedText what, IReadOnlyList<string> zones)
    {
        var list = string.Join(", ", zones);
        return list.Length == 0 ? Sentences(NamedAfterCities)
            : new LocalizedText($"{what.Ru}: {list}.", $"{what.En}: {list}.") is var hint && list.Contains('+') ? Sentences(hint, WritePlus)
            : Sentences(hint);
    }

    private static LocalizedText Sentences(params IEnumerable<LocalizedText> hints) => new(
        string.Join(' ', hints.Select(hint => hint.Ru).Prepend(Unknown.Ru)), string.Join(' ', hints.Select(hint => hint.En).Prepend(Unknown.En)));

    [GeneratedRegex(
        @"^((?<posix>Etc/GMT)|(?<moscow>MSK|МСК)|(Etc/)?UTC|GMT)?\s*(\+|(?<minus>[−–-]))?\s*(?<hours>\d{1,2})(:?(?<minutes>[0-5]\d))?$|^Z$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex OffsetPattern();

    [GeneratedRegex(@"^\p{Lu}{1,5}$")]
    private static partial Regex AbbreviationPattern();
}
