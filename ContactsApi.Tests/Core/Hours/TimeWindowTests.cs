using ContactsApi.Core.Hours;

namespace ContactsApi.Tests.Core.Hours;

public sealed class TimeWindowTests
{
    [Theory]
    [InlineData("08:00-20:00", 480, 1200)]
    [InlineData("00:00-24:00", 0, 1440)]
    [InlineData("22:00-06:00", 1320, 1800)] // past midnight
    [InlineData("22:00-24:00", 1320, 1440)]
    [InlineData("08:00-08:00", 480, 1920)] // an end that is not after the start: 24 hours
    [InlineData("23:59-00:01", 1439, 1441)]
    public void Reads_minutes_from_midnight(string text, int start, int end)
    {
        var window = TimeWindow.Parse(text);

        Assert.Equal((start, end), (window.StartMinute, window.EndMinute));
        Assert.Equal(text, window.ToString());
    }

    [Theory]
    [InlineData("00:00-00:00", "00:00-24:00")]
    [InlineData("20:00-00:00", "20:00-24:00")]
    public void Writes_the_end_of_a_day_as_24_00(string text, string written) => Assert.Equal(written, TimeWindow.Parse(text).ToString());

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("8:00-20:00")]
    [InlineData("08:00")]
    [InlineData("08:00-20:00 ")]
    [InlineData("08:00-20:00\n")]
    [InlineData("08:00–20:00")] // a dash, not a hyphen
    [InlineData("24:00-08:00")] // 24:00 is an end only
    [InlineData("08:00-24:01")]
    [InlineData("08:60-20:00")]
    [InlineData("29:00-20:00")]
    public void Refuses_what_is_no_window(string? text) => Assert.False(TimeWindow.TryParse(text, out _));
}
