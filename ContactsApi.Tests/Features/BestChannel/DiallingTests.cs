using ContactsApi.Tests.Support;

namespace ContactsApi.Tests.Features.BestChannel;

/// <summary>Numbers as they are dialled in the caller's country.</summary>
public sealed class DiallingTests(ContactsApp app) : IClassFixture<ContactsApp>
{
    [Theory]
    [InlineData("DE", "00 7 800 555-35-35")]
    [InlineData("US", "011 7 800 555-35-35")]
    [InlineData("JP", "010 7 800 555-35-35")]
    [InlineData("AU", "0011 7 800 555-35-35")]
    // The tilde stands for waiting for a tone.
    [InlineData("BY", "8~10 7 800 555-35-35")]
    [InlineData("RU", "8 (800) 555-35-35")]
    public async Task The_hotline_is_dialled_as_the_country_dials_it(string country, string dial) =>
        Assert.Equal(dial, await DialAsync($"&country={country}"));

    [Theory]
    [InlineData("")] // none asked for
    [InlineData("&country=AQ")] // no phone metadata
    [InlineData("&country=BR")] // the caller picks a carrier by the prefix
    [InlineData("&country=KR")]
    [InlineData("&country=KZ")] // shares +7, but its 8 800 numbers are its own
    public async Task Where_it_is_not_known_what_to_dial_nothing_is_made_up(string parameter) => Assert.Null(await DialAsync(parameter));

    [Fact]
    public async Task Every_country_has_digits_to_dial_or_nothing()
    {
        foreach (var country in ContactsApi.Features.Asking.Countries.Codes)
        {
            if (await DialAsync($"&country={country}") is { } dial)
                Assert.Matches(@"^[0-9][0-9 ()~-]+$", dial);
        }
    }

    [Fact]
    public async Task What_is_no_number_is_not_dialled()
    {
        var answer = await app.CreateClient().GetJsonAsync("/v1/best-channel?segment=individual&country=DE&need=text");

        Assert.Null(answer["best"]!["address"]!["dial"]);
    }

    private async Task<string?> DialAsync(string parameter)
    {
        var answer = await app.CreateClient().GetJsonAsync($"/v1/best-channel?segment=abroad&at=2026-11-23T12:00:00Z&exclude=abroad-main{parameter}");
        var hotline = answer["alternatives"]!.AsArray().Prepend(answer["best"]).Single(one => one!["channelId"].Text() == "abroad-hotline");
        return hotline!["address"]!["dial"].Text();
    }
}
