using System.Collections.Frozen;
using ContactsApi.Hosting.Queries;
using NodaTime;

namespace ContactsApi.Features.Asking;

/// <summary>A zone under the id by which the caller asked for it, which may be an alias.</summary>
public sealed record CallerZone(string Id, DateTimeZone Zone);

/// <summary>IANA zone ids, aliases included, matched exactly. What the provider makes up, such as <c>UTC+03</c>, is none.</summary>
public static class TimeZoneIds
{
    public const string Default = "Europe/Moscow";

    private static readonly FrozenSet<string> Ids = DateTimeZoneProviders.Tzdb.Ids.ToFrozenSet(StringComparer.Ordinal);

    public static Parsed<CallerZone> Parse(string id) =>
        Ids.Contains(id) ? new CallerZone(id, DateTimeZoneProviders.Tzdb[id]) : TimeZoneHints.For(id);
}
