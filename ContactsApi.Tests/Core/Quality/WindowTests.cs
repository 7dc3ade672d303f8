using ContactsApi.Core.Catalogs;
using ContactsApi.Core.Hours;
using ContactsApi.Tests.Support;
using static ContactsApi.Tests.Support.Findings;
using static ContactsApi.Tests.Support.SmallCatalog;

namespace ContactsApi.Tests.Core.Quality;

/// <summary>Windows that are probably meant otherwise, in schedules and in overrides.</summary>
public sealed class WindowTests
{
    [Theory]
    [InlineData("00:00-23:59", "suspicious-window-end")]
    [InlineData("08:00-12:00 13:00-23:59", "suspicious-window-end")]
    [InlineData("22:00-06:00", "window-past-midnight")]
    [InlineData("08:00-08:00", "window-past-midnight")]
    [InlineData("08:00-14:00 13:00-20:00", "overlapping-windows")]
    [InlineData("13:00-20:00 08:00-14:00", "overlapping-windows")]
    [InlineData("08:00-20:00 09:00-10:00", "overlapping-windows")]
    [InlineData("08:00-20:00 08:00-20:00", "overlapping-windows")]
    [InlineData("20:00-04:00 00:00-06:00", "window-past-midnight")] // two nights: the one of the day before is not this day's
    [InlineData("23:00-23:59 23:30-05:00", "overlapping-windows suspicious-window-end window-past-midnight")]
    [InlineData("00:00-24:00", "")]
    [InlineData("20:00-00:00", "")] // ends at 24:00
    [InlineData("08:00-13:00 13:00-20:00", "")]
    public void What_is_doubtful_about_windows(string windows, string codes)
    {
        Assert.Equal(codes, Codes(Stated($"saturday {windows}")));
        Assert.Equal(codes, Codes(Replaced(windows)));
    }

    [Fact]
    public void A_schedule_is_named_with_its_day_and_the_passages_that_give_it()
    {
        var catalog = Stated("saturday 22:00-06:00 08:00-12:00");

        Assert.Equal("- [] 1.1 4.2", Found("window-past-midnight", catalog));
        Assert.Equal(
            ["s, saturday: 22:00-06:00. The end is not after the start, so the hours run on into the next day."],
            Texts("window-past-midnight", catalog));
    }

    [Fact]
    public void An_override_is_found_at_its_channel() =>
        Assert.Equal("c [] operator", Found("suspicious-window-end", Replaced("00:00-23:59")));

    private static Catalog Stated(string hours) =>
        Of(Channel("c") with { Hours = [Says("s", "b") with { Reference = "4.2" }, Says("s", "a")] }).With("s", Domain.Weekly(hours));

    private static Catalog Replaced(string windows) => Of(Channel("c")) with
    {
        Overrides = [new Override("o", "c", Today, Today, Domain.Weekly($"workday {windows}").Workday, Domain.Reason)],
    };

    private static string Codes(Catalog catalog) => string.Join(' ', Of(catalog)
        .Select(finding => finding.Kind.Code)
        .Where(code => code.Contains("window", StringComparison.Ordinal))
        .Order(StringComparer.Ordinal));
}
