using ContactsApi.Core.Statements;
using NodaTime;

namespace ContactsApi.Core.Promises;

/// <summary>When a caller is answered at the latest: either within a duration, counted from the moment, or by an instant.</summary>
/// <param name="Sources">The statements it rests on: those that promise the least. None for the plain opening of a live channel.</param>
public sealed record Promise(Duration? Within, Instant? By, bool Approximate, IReadOnlyList<AnswerStatement> Sources)
{
    /// <summary>The instant promised to somebody who asks at the moment.</summary>
    public Instant DueAt(Instant moment) => By ?? moment + Within!.Value;

    /// <summary>Whether both say the same to a caller; the moment is not part of what a promise says.</summary>
    public bool Equals(Promise? other) =>
        other is not null
        && (Within, By, Approximate) == (other.Within, other.By, other.Approximate)
        && Sources.SequenceEqual(other.Sources);

    public override int GetHashCode() => HashCode.Combine(Within, By, Approximate);
}
