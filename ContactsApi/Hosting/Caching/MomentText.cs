using System.Text;
using NodaTime;
using NodaTime.Text;

namespace ContactsApi.Hosting.Caching;

/// <summary>An instant as answers show it.</summary>
public static class MomentText
{
    public static byte[] Of(Instant instant, DateTimeZone zone) =>
        Encoding.ASCII.GetBytes(OffsetDateTimePattern.Rfc3339.Format(instant.InZone(zone).ToOffsetDateTime()));
}
