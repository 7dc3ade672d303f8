using ContactsApi.Core;
using ContactsApi.Serialization;
using ContactsApi.Storage;
using NodaTime;
using NodaTime.Text;

namespace ContactsApi.Hosting.Caching;

/// <summary>For how long an answer is the answer to its question.</summary>
/// <param name="Snapshot">The state of knowledge that it was given from.</param>
/// <param name="AskedAt">When it was given.</param>
public sealed record Freshness(CatalogSnapshot Snapshot, Instant AskedAt)
{
    private static readonly InstantPattern Compact = InstantPattern.CreateWithInvariantCulture("uuuuMMdd'T'HHmmss;FFFFFFFFF");

    /// <summary>Another version of the service may word the same answer in another way.</summary>
    private static readonly string Build = typeof(Freshness).Module.ModuleVersionId.ToString("N")[..8];

    /// <summary>Whether the caller named the state of knowledge: a newer revision changes nothing then.</summary>
    public bool IsOfNamedRevision { get; init; }

    /// <summary>Whether the answer is about the present, and so changes by the passing of time.</summary>
    public bool IsAboutNow { get; init; }

    /// <summary>The instant at which an answer about the present changes; nothing if that is beyond the horizon.</summary>
    public Instant? ChangesAt { get; init; }

    /// <summary>Nothing that may happen changes the answer.</summary>
    public bool IsHistory => IsOfNamedRevision && !IsAboutNow;

    /// <summary>How long a cache may keep it, in whole seconds rounded down: never past a change by the passing of time.</summary>
    public long MaxAge(long cap) =>
        IsAboutNow && ChangesAt is { } end ? Math.Min(cap, (long)Math.Floor((end - AskedAt).TotalSeconds)) : cap;

    /// <summary>
    /// The same for all answers to one question that differ in nothing but the moment of asking. Answers from one revision that
    /// change at the same instant are the same, since the later one was given in the span of the earlier; where no change is in
    /// sight, the tag holds for a day. A revision is known by its number and its time: where a backup was restored, numbers are given
    /// out again.
    /// </summary>
    /// <param name="variant">As <see cref="ResponseBody.Variant"/>.</param>
    public string EntityTag(Language language, string variant = "")
    {
        var span = !IsAboutNow ? "" : ChangesAt is { } end ? $"-{Compact.Format(end)}" : $"-{MoscowTime.DateOf(AskedAt):uuuuMMdd}";
        return $"W/\"{Snapshot.Revision}.{Snapshot.CreatedAt.ToUnixTimeMilliseconds():x}{span}-{EnumNames<Language>.Of(language)}{variant}-{Build}\"";
    }

    /// <summary>
    /// When the answer became what it is, in whole seconds; nothing for one that time changes, and nothing while the second of
    /// the revision is not over: a further revision in that second would go unnoticed.
    /// </summary>
    public Instant? LastModified
    {
        get
        {
            var second = Instant.FromUnixTimeSeconds(Snapshot.CreatedAt.ToUnixTimeSeconds());
            return IsAboutNow || AskedAt < second + Duration.FromSeconds(1) ? null : second;
        }
    }
}
