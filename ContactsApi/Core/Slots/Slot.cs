using ContactsApi.Core.Choosing;
using ContactsApi.Core.Hours;
using NodaTime;

namespace ContactsApi.Core.Slots;

/// <summary>A span that suits a caller and in which a talk has room.</summary>
/// <param name="Span">It may begin at the start of the span or at any later instant that leaves it its length.</param>
/// <param name="Length">Of the talk; the span is no shorter.</param>
/// <param name="State">Open where somebody is there for certain from end to end; else why that is not so of the first channel: disputed, or unstated.</param>
/// <param name="Channels">Those that hold over all of the span, the best first, as it starts.</param>
public sealed record Slot(Interval Span, Duration Length, HoursState State, IReadOnlyList<Recommendation> Channels)
{
    public Instant Start => Span.Start;

    /// <summary>When a talk ends that begins at the start.</summary>
    public Instant End => Span.Start + Length;

    /// <summary>The last instant at which a talk may begin.</summary>
    public Instant LastStart => Span.End - Length;

    /// <summary>The instant of the slot at which a talk begins nearest to another instant.</summary>
    public Instant NearestTo(Instant wanted) => Instant.Min(Instant.Max(wanted, Start), LastStart);
}
