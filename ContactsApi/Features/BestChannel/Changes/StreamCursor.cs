using System.Globalization;
using NodaTime;

namespace ContactsApi.Features.BestChannel.Changes;

/// <summary>
/// Up to where a reader of a stream knows everything: the id of its last event. It says all that is needed to tell what the reader
/// missed, so that any replica can, and nothing has to be kept for readers that are away.
/// </summary>
public readonly record struct StreamCursor(long Revision, Instant Moment)
{
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Revision}-{Moment.ToUnixTimeTicks()}");

    /// <summary>Nothing for what is no mark.</summary>
    public static StreamCursor? Parse(string? text) =>
        text?.Split('-') is [var revision, var ticks]
        && long.TryParse(revision, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
        && long.TryParse(ticks, NumberStyles.None, CultureInfo.InvariantCulture, out var at)
        && at <= Latest
            ? new(number, Instant.FromUnixTimeTicks(at))
            : null;

    private static readonly long Latest = Instant.MaxValue.ToUnixTimeTicks();
}
