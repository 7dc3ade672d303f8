using System.Text;
using ContactsApi.Hosting.Caching;
using ContactsApi.Tests.Support;
using CsCheck;
using NodaTime;
using NodaTime.Text;

namespace ContactsApi.Tests.Hosting.Caching;

public sealed class MomentTextTests
{
    [Fact]
    public void An_instant_reads_as_in_every_other_answer() => Gen.Select(
        Generators.Zone, Gen.Long[946_684_800_0000000, 4_133_980_800_0000000], Generators.OneOf(1L, 10, 1000, 10_000_000, 36_000_000_000)).Sample(
        (zone, ticks, unit) =>
        {
            var instant = Instant.FromUnixTimeTicks(ticks / unit * unit);
            Assert.Equal(
                OffsetDateTimePattern.Rfc3339.Format(instant.InZone(zone).ToOffsetDateTime()),
                Encoding.ASCII.GetString(MomentText.Of(instant, zone)));
        },
        iter: 5_000);
}
