using System.Buffers.Text;
using NodaTime;

namespace ContactsApi.Hosting.Caching;

/// <summary>An instant as answers show it, by RFC 3339; written for every request that is answered from memory.</summary>
public static class MomentText
{
    public const int MaxLength = 40;

    private const byte Zero = (byte)'0';

    /// <param name="instant">In whole ticks of 100 ns, as clocks give it.</param>
    public static byte[] Of(Instant instant, DateTimeZone zone)
    {
        Span<byte> text = stackalloc byte[MaxLength];
        var offset = zone.GetUtcOffset(instant);
        Utf8Formatter.TryFormat(instant.WithOffset(offset).LocalDateTime.ToDateTimeUnspecified(), text, out var length, 'O');
        while (text[length - 1] == Zero)
            length--;
        if (text[length - 1] == (byte)'.')
            length--;
        return text[..(length + WriteOffset(offset.Seconds / 60, text[length..]))].ToArray();
    }

    private static int WriteOffset(int minutes, Span<byte> text)
    {
        if (minutes == 0)
        {
            text[0] = (byte)'Z';
            return 1;
        }

        var (hours, rest) = Math.DivRem(Math.Abs(minutes), 60);
        text[0] = minutes < 0 ? (byte)'-' : (byte)'+';
        text[1] = (byte)(Zero + hours / 10);
        text[2] = (byte)(Zero + hours % 10);
        text[3] = (byte)':';
        text[4] = (byte)(Zero + rest / 10);
        text[5] = (byte)(Zero + rest % 10);
        return 6;
    }
}
