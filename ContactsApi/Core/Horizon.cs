using NodaTime;

namespace ContactsApi.Core;

/// <summary>
/// How far ahead an answer looks for the next change, opening or promise: 400 days, the last instant included. What lies
/// beyond is not shown, so an answer changes too at the moment at which something comes into sight.
/// </summary>
public static class Horizon
{
    public static Duration Length { get; } = Duration.FromDays(400);

    public static Instant Of(Instant moment) => moment + Length;

    /// <summary>The instant if it can be seen from the moment, else nothing.</summary>
    public static Instant? Shown(Instant? instant, Instant moment) => instant <= Of(moment) ? instant : null;

    /// <summary>When an instant beyond the horizon of the moment comes into sight; nothing if it is in sight already.</summary>
    public static Instant? ComesIntoSight(Instant? instant, Instant moment) => instant > Of(moment) ? instant - Length : null;

    /// <summary>
    /// The end (not included) of the span that has to be examined at a moment: two horizons, since what is now beyond the
    /// first may come into sight within it.
    /// </summary>
    public static Instant EndOfExamination(Instant moment) => moment + Length + Length + Duration.Epsilon;
}
