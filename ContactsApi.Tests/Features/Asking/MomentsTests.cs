using ContactsApi.Features.Asking;
using NodaTime;
using NodaTime.Text;

namespace ContactsApi.Tests.Features.Asking;

public sealed class MomentsTests
{
    [Theory]
    // With an offset the zone does not matter.
    [InlineData("2026-11-23T12:00:00+03:00", "Asia/Tokyo", "2026-11-23T09:00:00Z")]
    [InlineData("2026-11-23T12:00:00Z", "Asia/Tokyo", "2026-11-23T12:00:00Z")]
    [InlineData("2026-11-23T12:00:00+00:00", "Asia/Tokyo", "2026-11-23T12:00:00Z")]
    [InlineData("2026-11-23T12:00:00+0300", "Asia/Tokyo", "2026-11-23T09:00:00Z")]
    [InlineData("2026-11-23T12:00:00+03", "Asia/Tokyo", "2026-11-23T09:00:00Z")]
    [InlineData("2026-11-23T12:00+05:30", "Asia/Tokyo", "2026-11-23T06:30:00Z")]
    [InlineData("2026-11-23T12:00Z", "Asia/Tokyo", "2026-11-23T12:00:00Z")]
    [InlineData("2026-11-23T12:00:00-09:30", "Asia/Tokyo", "2026-11-23T21:30:00Z")]
    [InlineData("2026-11-23T12:00:00+14:00", "Asia/Tokyo", "2026-11-22T22:00:00Z")]
    [InlineData("2026-11-23T24:00:00Z", "Asia/Tokyo", "2026-11-24T00:00:00Z")]
    // Without one it is the zone's local time.
    [InlineData("2026-11-23T12:00:00", "Asia/Vladivostok", "2026-11-23T02:00:00Z")]
    [InlineData("2026-11-23T12:00", "Asia/Kathmandu", "2026-11-23T06:15:00Z")]
    [InlineData("2026-07-01T12:00:00", "Europe/Berlin", "2026-07-01T10:00:00Z")]
    [InlineData("2026-12-01T12:00:00", "Europe/Berlin", "2026-12-01T11:00:00Z")]
    // Fractions of a second, to the nanosecond.
    [InlineData("2026-11-23T12:00:00.5Z", "UTC", "2026-11-23T12:00:00.5Z")]
    [InlineData("2026-11-23T12:00:00,5Z", "UTC", "2026-11-23T12:00:00.5Z")]
    [InlineData("2026-11-23T12:00:00.000Z", "UTC", "2026-11-23T12:00:00Z")]
    [InlineData("2026-11-23T12:00:00.123456789+03:00", "UTC", "2026-11-23T09:00:00.123456789Z")]
    [InlineData("2026-11-23T12:00:00.000000001", "UTC", "2026-11-23T12:00:00.000000001Z")]
    // The first and the last instant, by Moscow's date.
    [InlineData("2000-01-01T00:00:00+03:00", "UTC", "1999-12-31T21:00:00Z")]
    [InlineData("1999-12-31T16:00:00", "America/New_York", "1999-12-31T21:00:00Z")]
    [InlineData("2100-12-31T20:59:59.999999999Z", "UTC", "2100-12-31T20:59:59.999999999Z")]
    [InlineData("2101-01-01T05:59:59", "Asia/Tokyo", "2100-12-31T20:59:59Z")]
    public void A_moment_is_read(string text, string zone, string expected) =>
        Assert.Equal(InstantPattern.ExtendedIso.Parse(expected).Value, Moments.Parse(text, DateTimeZoneProviders.Tzdb[zone]).Value);

    [Theory]
    [InlineData("1999-12-31T20:59:59Z", "UTC")]
    [InlineData("1999-12-31T23:59:59.999999999+03:00", "UTC")]
    [InlineData("1999-12-31T15:59:59", "America/New_York")]
    [InlineData("2000-01-01T05:00:00", "Asia/Tokyo")]
    [InlineData("2100-12-31T21:00:00Z", "UTC")]
    [InlineData("2101-01-01T06:00:00", "Asia/Tokyo")]
    [InlineData("0001-01-01T00:00:00+18:00", "UTC")]
    [InlineData("-9998-01-01T00:00:00", "Asia/Tokyo")]
    [InlineData("9999-12-31T23:59:59-18:00", "UTC")]
    public void A_moment_out_of_range_is_refused(string text, string zone) =>
        Assert.Equal(Moments.OutOfRange, Moments.Parse(text, DateTimeZoneProviders.Tzdb[zone]).Error);

    [Theory]
    [InlineData("2026-11-23T12:00:00 03:00")]
    [InlineData("2026-11-23T12:00 03:00")]
    [InlineData("2026-11-23T12:00:00.5 05:30")]
    public void A_plus_that_became_a_space_is_explained(string text)
    {
        var error = Moments.Parse(text, DateTimeZone.Utc).Error!;

        Assert.All([error.Ru, error.En], inLanguage => Assert.Contains("%2B03:00", inLanguage));
    }

    [Theory]
    [InlineData("")]
    [InlineData("now")]
    [InlineData("1795420800")]
    [InlineData("2026-11-23")]
    [InlineData("2026-11-23T12")]
    [InlineData("2026-11-23 12:00:00")]
    [InlineData("2026-11-23 12:00:00+03:00")]
    [InlineData("2026-11-23t12:00:00z")]
    [InlineData("2026-11-23T12:00:00.Z")]
    [InlineData("2026-11-23T12:00:00.1234567890Z")]
    [InlineData("2026-11-23T12:00:60Z")]
    [InlineData("2026-11-23T12:60:00Z")]
    [InlineData("2026-11-23T24:00:01Z")]
    [InlineData("2026-11-31T12:00:00Z")]
    [InlineData("2026-02-29T12:00:00Z")]
    [InlineData("2026-13-01T12:00:00Z")]
    [InlineData("2026-11-23T12:00:00+3:00")]
    [InlineData("2026-11-23T12:00:00+18:01")]
    [InlineData("2026-11-23T12:00:00+03:60")]
    [InlineData("2026-11-23T12:00:00+03:00[Europe/Moscow]")]
    [InlineData(" 2026-11-23T12:00:00Z")]
    [InlineData("2026-11-23T12:00:00Z ")]
    [InlineData("26-11-23T12:00:00Z")]
    [InlineData("12026-11-23T12:00:00Z")]
    [InlineData("٢٠٢٦-11-23T12:00:00Z")]
    public void What_is_no_moment_is_refused_with_an_example(string text)
    {
        var error = Moments.Parse(text, DateTimeZone.Utc).Error!;

        Assert.All([error.Ru, error.En], inLanguage => Assert.Contains("2026-11-23T12:00:00+03:00", inLanguage));
    }

    [Theory]
    [InlineData("2000-01-01")]
    [InlineData("2024-02-29")]
    [InlineData("2100-12-31")]
    public void A_date_is_read(string text) => Assert.Equal(LocalDatePattern.Iso.Parse(text).Value, Moments.ParseDate(text).Value);

    [Theory]
    [InlineData("1999-12-31")]
    [InlineData("2101-01-01")]
    public void A_date_out_of_range_is_refused(string text) => Assert.Equal(Moments.OutOfRange, Moments.ParseDate(text).Error);

    [Theory]
    [InlineData("today")]
    [InlineData("2026-02-29")]
    [InlineData("2026-2-9")]
    [InlineData("20260209")]
    [InlineData("2026-02-09T00:00:00")]
    [InlineData(" 2026-02-09")]
    public void What_is_no_date_is_refused_with_an_example(string text) => Assert.Contains("2026-11-23", Moments.ParseDate(text).Error!.En);
}
