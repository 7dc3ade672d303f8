using Microsoft.Net.Http.Headers;

namespace ContactsApi.Editing;

/// <summary>
/// What a write demands of the state that it changes (RFC 9110, section 13). An entity tag is the number of the revision that last
/// changed an element. A write without such a demand is refused, so that a repeated one, or one made on an old state, is harmless.
/// </summary>
/// <param name="IfMatch">Absent if the header was not sent.</param>
/// <param name="IfNoneMatch">Absent if the header was not sent.</param>
/// <param name="Required">Whether a write without a demand is refused.</param>
public sealed record Preconditions(IReadOnlyList<EntityTagHeaderValue>? IfMatch, IReadOnlyList<EntityTagHeaderValue>? IfNoneMatch, bool Required)
{
    public static Preconditions None { get; } = new(null, null, false);

    public static string TagOf(long version) => $"\"{version}\"";

    /// <summary>Why the write may not be made; nothing if it may.</summary>
    /// <param name="version">The version of what is to be changed; nothing if it is not there yet.</param>
    public RefusalReason? Unmet(long? version)
    {
        if (IfMatch is not null && !(version is not null && IfMatch.Any(tag => IsAny(tag) || (!tag.IsWeak && tag.Tag == TagOf(version.Value)))))
            return RefusalReason.PreconditionFailed;
        if (IfNoneMatch is not null && version is not null && IfNoneMatch.Any(tag => IsAny(tag) || tag.Tag == TagOf(version.Value)))
            return RefusalReason.PreconditionFailed;
        var demands = IfMatch is not null || IfNoneMatch?.Any(IsAny) == true;
        return Required && !demands ? RefusalReason.PreconditionRequired : null;
    }

    private static bool IsAny(EntityTagHeaderValue tag) => tag.Equals(EntityTagHeaderValue.Any);
}
