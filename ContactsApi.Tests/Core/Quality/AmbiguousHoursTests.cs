using ContactsApi.Core.Catalogs;
using ContactsApi.Tests.Support;
using static ContactsApi.Tests.Support.Findings;
using static ContactsApi.Tests.Support.SmallCatalog;

namespace ContactsApi.Tests.Core.Quality;

/// <summary>One passage, 1.1, with several readings.</summary>
public sealed class AmbiguousHoursTests
{
    private const string EveryDay = "workday 08:00-20:00; saturday 08:00-20:00; sunday 08:00-20:00; holiday 08:00-20:00";

    [Theory]
    [InlineData(EveryDay, "workday 08:00-20:00", "c [r0 r1] 1.1", "")] // only the days are open
    [InlineData(EveryDay, "workday 08:00-20:00; saturday 09:00-18:00", "c [r0 r1] 1.1", "c [r0 r1] 1.1")] // the hours of Saturday too
    [InlineData("workday 08:00-20:00", "workday 09:00-18:00", "", "c [r0 r1] 1.1")]
    [InlineData("workday 08:00-20:00", "workday 08:00-20:00; saturday 08:00-20:00", "", "c [r0 r1] 1.1")] // some days, named
    [InlineData("workday 08:00-20:00", "workday 08:00-14:00 14:00-20:00", "", "")] // two ways to write the same
    [InlineData(EveryDay, null, "", "")]
    public void Readings_differ_in_days_or_in_hours(string one, string? other, string unstatedDays, string ambiguous)
    {
        var catalog = Readings(one, other);

        Assert.Equal(unstatedDays, Found("unstated-days", catalog));
        Assert.Equal(ambiguous, Found("ambiguous-hours", catalog));
        Assert.Equal("", Found("contradicting-hours", catalog));
    }

    [Fact]
    public void Round_the_clock_is_no_reading_for_want_of_days()
    {
        var catalog = Of(Channel("c") with { Hours = [Says("always", "a"), Says("never", "b")] });

        Assert.Equal("", Found("unstated-days", catalog));
        Assert.Equal("c [a b] 1.1", Found("ambiguous-hours", catalog));
    }

    [Fact]
    public void The_readings_are_told() => Assert.Equal(
        ["Section 1.1 gives hours for individuals but no days: “s0” or “s1”."], Texts("unstated-days", Readings(EveryDay, "workday 08:00-20:00")));

    private static Catalog Readings(params string?[] readings)
    {
        var hours = readings.OfType<string>().ToList();
        var catalog = Of(Channel("c") with { Hours = [.. hours.Select((_, i) => Says($"s{i}", $"r{i}"))] });
        return hours.Index().Aggregate(catalog, (known, reading) => known.With($"s{reading.Index}", Domain.Weekly(reading.Item)));
    }
}
