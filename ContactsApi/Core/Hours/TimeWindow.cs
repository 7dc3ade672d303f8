using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.RegularExpressions;

namespace ContactsApi.Core.Hours;

/// <summary>
/// A span of local time that starts on a given date, <c>[start, end)</c> in whole minutes: at 20:00:00 the window
/// <c>08:00-20:00</c> is over. An end that is not after the start lies on the next date: <c>22:00-06:00</c> runs past midnight
/// and belongs to the date on which it starts.
/// </summary>
public readonly partial record struct TimeWindow
{
    public const int MinutesOfDay = 24 * 60;

    private TimeWindow(int startMinute, int endMinute) => (StartMinute, EndMinute) = (startMinute, endMinute);

    /// <summary>Minutes from midnight, 0 to 1439.</summary>
    public int StartMinute { get; }

    /// <summary>Minutes from the midnight that begins the start's date, at most 24 hours after the start; not included.</summary>
    public int EndMinute { get; }

    /// <summary>Reads <c>HH:mm-HH:mm</c>; <c>24:00</c> is a valid end.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, out TimeWindow window)
    {
        window = default;
        if (text is null || Form().Match(text) is not { Success: true } match)
            return false;
        var start = MinuteOf(match.Groups["start"].ValueSpan);
        var end = MinuteOf(match.Groups["end"].ValueSpan);
        if (start >= MinutesOfDay || end > MinutesOfDay)
            return false;
        window = new TimeWindow(start, end > start ? end : end + MinutesOfDay);
        return true;
    }

    public static TimeWindow Parse(string text) =>
        TryParse(text, out var window) ? window : throw new FormatException($"'{text}' is no time window such as 08:00-20:00.");

    public override string ToString()
    {
        var end = EndMinute > MinutesOfDay ? EndMinute - MinutesOfDay : EndMinute;
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{StartMinute / 60:00}:{StartMinute % 60:00}-{end / 60:00}:{end % 60:00}");
    }

    private static int MinuteOf(ReadOnlySpan<char> time) =>
        int.Parse(time[..2], CultureInfo.InvariantCulture) * 60 + int.Parse(time[3..], CultureInfo.InvariantCulture);

    [GeneratedRegex(@"^(?<start>[0-2][0-9]:[0-5][0-9])-(?<end>[0-2][0-9]:[0-5][0-9])\z", RegexOptions.ExplicitCapture)]
    private static partial Regex Form();
}
