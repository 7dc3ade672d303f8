using ContactsApi.Features.Asking;
using ContactsApi.Tests.Support;
using NodaTime;

namespace ContactsApi.Tests.Features.Asking;

public sealed class TimeZoneIdsTests(ContactsApp app) : IClassFixture<ContactsApp>
{
    private const string NoHint = "Zones are named after cities, as Europe/Moscow.";

    [Fact]
    public void Every_id_of_the_database_is_understood() => Assert.All(
        DateTimeZoneProviders.Tzdb.Ids,
        id => Assert.Equal(new CallerZone(id, DateTimeZoneProviders.Tzdb[id]), TimeZoneIds.Parse(id).Value));

    [Theory]
    [InlineData("Asia/Calcutta")]
    [InlineData("Europe/Kiev")]
    [InlineData("US/Pacific")]
    [InlineData("Etc/GMT-3")]
    [InlineData("W-SU")]
    [InlineData("UTC")]
    public async Task An_alias_is_echoed_as_it_was_asked_for(string id)
    {
        var answer = await app.CreateClient().GetJsonAsync($"/v1/best-channel?segment=abroad&timeZone={id}");

        Assert.Equal(id, answer["timeZone"].Text());
    }

    [Theory]
    [InlineData("Vladivostok", "Asia/Vladivostok")]
    [InlineData("vladivostok", "Asia/Vladivostok")]
    [InlineData("Europe/Vladivostok", "Asia/Vladivostok")]
    [InlineData("Vladivostock", "Asia/Vladivostok")]
    [InlineData("Moscow", "Europe/Moscow")]
    [InlineData("Europe/Mosow", "Europe/Moscow")]
    [InlineData("europe/moscow", "Europe/Moscow")]
    [InlineData("EUROPE/BERLIN", "Europe/Berlin")]
    [InlineData("Europe/Berlin ", "Europe/Berlin")]
    [InlineData("New York", "America/New_York")]
    [InlineData("rome", "Europe/Rome")]
    [InlineData("utc", "UTC")]
    [InlineData("etc/gmt-3", "Etc/GMT-3")]
    public void A_name_that_is_nearly_right_is_set_right(string asked, string meant)
    {
        var error = TimeZoneIds.Parse(asked).Error!;

        Assert.Equal($"The IANA database has no such time zone. The nearest are: {meant}.", error.En);
        Assert.Equal($"Такого часового пояса в базе IANA нет. Похожие: {meant}.", error.Ru);
    }

    /// <summary>The zones of a hint all have the offset that was meant; where Russia has it too, a Russian one goes first.</summary>
    [Theory]
    [InlineData("UTC+3", "+03", "Europe/Moscow, Etc/GMT-3")]
    [InlineData("UTC+03", "+03", "Europe/Moscow, Etc/GMT-3")]
    [InlineData("UTC+03:00", "+03", "Europe/Moscow, Etc/GMT-3")]
    [InlineData("utc + 3", "+03", "Europe/Moscow, Etc/GMT-3")]
    [InlineData("Etc/UTC+3", "+03", "Europe/Moscow, Etc/GMT-3")]
    [InlineData("GMT+3", "+03", "Europe/Moscow, Etc/GMT-3")]
    [InlineData("GMT+0300", "+03", "Europe/Moscow, Etc/GMT-3")]
    [InlineData("+03:00", "+03", "Europe/Moscow, Etc/GMT-3")]
    [InlineData("+0300", "+03", "Europe/Moscow, Etc/GMT-3")]
    [InlineData("+3", "+03", "Europe/Moscow, Etc/GMT-3")]
    // In an address a plus reads as a space.
    [InlineData("UTC 3", "+03", "Europe/Moscow, Etc/GMT-3")]
    [InlineData(" 03:00", "+03", "Europe/Moscow, Etc/GMT-3")]
    [InlineData("Etc/GMT 3", "-03", "Etc/GMT+3")]
    // By its name such a zone counts to the west.
    [InlineData("Etc/GMT-03", "+03", "Europe/Moscow, Etc/GMT-3")]
    [InlineData("Etc/GMT-03:00", "+03", "Europe/Moscow, Etc/GMT-3")]
    [InlineData("UTC+10", "+10", "Asia/Vladivostok, Etc/GMT-10")]
    [InlineData("UTC+14", "+14", "Pacific/Kiritimati, Etc/GMT-14")]
    [InlineData("UTC+5:30", "+05:30", "Asia/Calcutta, Asia/Colombo")]
    [InlineData("GMT+05:45", "+05:45", "Asia/Katmandu")]
    [InlineData("UTC+1", "+01", "Africa/Lagos, Etc/GMT-1")]
    [InlineData("UTC-5", "-05", "America/Bogota, America/Cancun, Etc/GMT+5")]
    [InlineData("-05:00", "-05", "America/Bogota, America/Cancun, Etc/GMT+5")]
    [InlineData("UTC−5", "-05", "America/Bogota, America/Cancun, Etc/GMT+5")]
    [InlineData("UTC-9:30", "-09:30", "Pacific/Marquesas")]
    [InlineData("UTC-12", "-12", "Etc/GMT+12")]
    [InlineData("UTC+00:00", "+00", "UTC")]
    [InlineData("Z", "+00", "UTC")]
    [InlineData("MSK", "+03", "Europe/Moscow, Etc/GMT-3")]
    [InlineData("msk", "+03", "Europe/Moscow, Etc/GMT-3")]
    [InlineData("МСК", "+03", "Europe/Moscow, Etc/GMT-3")]
    [InlineData("мск", "+03", "Europe/Moscow, Etc/GMT-3")]
    [InlineData("МСК+2", "+05", "Asia/Yekaterinburg, Etc/GMT-5")]
    [InlineData("MSK+9", "+12", "Asia/Kamchatka, Etc/GMT-12")]
    [InlineData("МСК−1", "+02", "Europe/Kaliningrad, Etc/GMT-2")]
    [InlineData("MSK 7", "+10", "Asia/Vladivostok, Etc/GMT-10")]
    [InlineData("SAMT", "+04", "Europe/Samara, Etc/GMT-4")]
    [InlineData("YEKT", "+05", "Asia/Yekaterinburg, Etc/GMT-5")]
    [InlineData("OMST", "+06", "Asia/Omsk, Etc/GMT-6")]
    [InlineData("NOVT", "+07", "Asia/Novosibirsk, Etc/GMT-7")]
    [InlineData("KRAT", "+07", "Asia/Krasnoyarsk, Etc/GMT-7")]
    [InlineData("IRKT", "+08", "Asia/Irkutsk, Etc/GMT-8")]
    [InlineData("YAKT", "+09", "Asia/Yakutsk, Etc/GMT-9")]
    [InlineData("VLAT", "+10", "Asia/Vladivostok, Etc/GMT-10")]
    [InlineData("MAGT", "+11", "Asia/Magadan, Etc/GMT-11")]
    [InlineData("PETT", "+12", "Asia/Kamchatka, Etc/GMT-12")]
    [InlineData("Russian Standard Time", "+03", "Europe/Moscow")]
    [InlineData("Ekaterinburg Standard Time", "+05", "Asia/Yekaterinburg")]
    [InlineData("tokyo standard time", "+09", "Asia/Tokyo")]
    public void Who_means_an_offset_is_led_to_no_other(string asked, string offset, string hint)
    {
        var (zones, error) = (hint.Split(", "), TimeZoneIds.Parse(asked).Error!);

        Assert.All(zones, zone => Assert.Equal(offset, DateTimeZoneProviders.Tzdb[zone].GetUtcOffset(Domain.At("2026-07-01 12:00")).ToString("g", null)));
        Assert.All(zones, zone => Assert.Equal(offset, DateTimeZoneProviders.Tzdb[zone].GetUtcOffset(Domain.At("2026-12-01 12:00")).ToString("g", null)));
        Assert.Contains($": {hint}.", error.En);
        Assert.Contains($": {hint}.", error.Ru);
        Assert.Equal(hint.Contains('+'), error.En.EndsWith("In an address write '+' as %2B.", StringComparison.Ordinal));
        Assert.Equal(hint.Contains('+'), error.Ru.EndsWith("В адресе «+» пишется как %2B.", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("W. Europe Standard Time", "Europe/Berlin")]
    [InlineData("Pacific Standard Time", "America/Los_Angeles")]
    public void A_zone_of_Windows_is_named_as_IANA_does(string asked, string meant) =>
        Assert.Contains($"That time is kept in: {meant}.", TimeZoneIds.Parse(asked).Error!.En);

    /// <summary>Abbreviations of other times differ in a letter, and of some offsets no zone has them all year.</summary>
    [Theory]
    [InlineData("PST")]
    [InlineData("IST")]
    [InlineData("CEST")]
    [InlineData("EAST")]
    [InlineData("MSD")]
    [InlineData("MSK-3")]
    [InlineData("MSK+5:30")]
    [InlineData("UTC+10:30")]
    [InlineData("UTC+15")]
    [InlineData("UTC+99")]
    [InlineData("GMT+9h")]
    [InlineData("2026")]
    [InlineData("Europe")]
    [InlineData("nowhere")]
    [InlineData("")]
    public void Where_nothing_is_sure_nothing_is_suggested(string asked)
    {
        var error = TimeZoneIds.Parse(asked).Error!;

        Assert.Equal($"The IANA database has no such time zone. {NoHint}", error.En);
        Assert.Equal("Такого часового пояса в базе IANA нет. Пояс называют по городу, например Europe/Moscow.", error.Ru);
    }

    [Theory]
    [InlineData("/v1/best-channel?segment=individual&timeZone=UTC+3")]
    [InlineData("/v1/channels/hotline/schedule?segment=individual&from=2026-11-23&to=2026-11-23&timeZone=MSK")]
    public async Task The_hint_comes_with_the_refusal(string uri) => Assert.Equal(
        "The IANA database has no such time zone. That time is kept in: Europe/Moscow, Etc/GMT-3.",
        (await app.CreateClient().AskAsync(uri, "en")).Body["errors"]!["timeZone"]![0].Text());
}
