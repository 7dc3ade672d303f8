using System.Text.Json.Nodes;
using ContactsApi.Core.Channels;
using ContactsApi.Features.Responses;
using ContactsApi.Tests.Support;
using PhoneNumbers;

namespace ContactsApi.Tests.Features.BestChannel;

/// <summary>Numbers as they are written, and as they are dialled in the caller's country.</summary>
public sealed class DiallingTests(ContactsApp app) : IClassFixture<ContactsApp>
{
    private readonly HttpClient client = app.CreateClient();

    [Theory]
    [InlineData("DE", "00 7 800 555-35-35")]
    [InlineData("US", "011 7 800 555-35-35")]
    [InlineData("JP", "010 7 800 555-35-35")]
    [InlineData("RU", "8 (800) 555-35-35")]
    public async Task The_hotline_is_dialled_as_the_country_dials_it(string country, string dial)
    {
        var address = await AddressAsync("abroad-hotline", country);

        Assert.Equal((dial, null), (address["dial"].Text(), address["dialNote"].Text()));
    }

    [Theory]
    [InlineData("BY", "8~10 7 800 555-35-35", "wait for the dial tone")]
    [InlineData("BR", "+7 800 555-35-35", "your carrier's international prefix in place of the “+”: they differ")]
    [InlineData("HK", "+7 800 555-35-35", "your carrier's international prefix in place of the “+”: they differ")] // 00 7… is dialled by the carrier 007
    [InlineData("AU", "+7 800 555-35-35", "your carrier's international prefix in place of the “+”, usually 0011: they differ")]
    [InlineData("FI", "+7 800 555-35-35", "your carrier's international prefix in place of the “+”, usually 00: they differ")]
    [InlineData("KR", "+7 800 555-35-35", "your carrier's international prefix")]
    [InlineData("AQ", "+7 800 555-35-35", "We do not know")] // no phone metadata
    [InlineData("KZ", "+7 800 555-35-35", "share the code +7")] // its 8 800 numbers are its own
    public async Task Where_digits_alone_are_not_sure_there_is_a_note(string country, string dial, string note)
    {
        var address = await AddressAsync("abroad-hotline", country);

        Assert.Equal(dial, address["dial"].Text());
        Assert.Contains(note, address["dialNote"].Text(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_number_of_Kazakhstan_is_dialled_there_as_at_home_and_in_Russia_with_a_note()
    {
        Assert.Equal("8 (707) 777 7777", (await AddressAsync("abroad-urgent", "KZ"))["dial"].Text());
        Assert.NotNull((await AddressAsync("abroad-urgent", "RU"))["dialNote"]);
    }

    [Fact]
    public async Task In_every_country_there_is_something_to_dial_and_where_it_is_not_digits_alone_a_note()
    {
        foreach (var country in ContactsApi.Features.Asking.Countries.Codes)
        {
            var address = await AddressAsync("abroad-main", country);
            Assert.Matches(@"^(\+7 |(?!7)[0-9~]+ (7 |\())[0-9 ()-]+$", address["dial"].Text()!);
            Assert.Equal(address["dial"].Text()!.IndexOfAny(['+', '~']) >= 0, address["dialNote"] is not null);
        }
    }

    /// <summary>By libphonenumber, so that a country in which that changes is looked at.</summary>
    [Fact]
    public void Digits_are_named_only_where_one_prefix_is_sure_for_all_callers()
    {
        var numbers = PhoneNumberUtil.GetInstance();
        var phone = ListedPhone.Of("+74957777777");
        var carriers = new List<string>();
        foreach (var country in numbers.GetSupportedRegions().Except(["RU", "KZ"]).Order(StringComparer.Ordinal))
        {
            var prefix = numbers.GetMetadataForRegion(country).InternationalPrefix;
            if (prefix.All(char.IsAsciiDigit))
            {
                Assert.Equal($"{prefix} 7 495 777-77-77", phone.From(country).Dial.Replace("~", "", StringComparison.Ordinal));
            }
            else
            {
                Assert.Equal("+7 495 777-77-77", phone.From(country).Dial);
                Assert.NotNull(phone.From(country).Note);
                carriers.Add(country);
            }
        }

        Assert.Equal(
            "AU AX BO BR CC CL CN CO CX FI FJ HK ID IL IS KH KP KR MU MV MX NZ PE PG PW SB SC SG SI TD TH TW TZ UG UY",
            string.Join(' ', carriers));
    }

    [Fact]
    public async Task Where_no_country_is_asked_for_nothing_is_dialled()
    {
        var address = await AddressAsync("abroad-main", null);

        Assert.Null(address["dial"]);
        Assert.Null(address["dialNote"]);
    }

    [Fact]
    public async Task What_is_no_number_is_not_dialled()
    {
        var answer = await client.GetJsonAsync("/v1/best-channel?segment=individual&country=DE&need=text");

        Assert.Null(answer["best"]!["address"]!["dial"]);
        Assert.Null(answer["best"]!["address"]!["dialNote"]);
    }

    [Theory]
    [InlineData("individual", "hotline", "", "8 800 555-35-35")]
    [InlineData("individual", "hotline", "&country=RU", "8 800 555-35-35")]
    [InlineData("individual", "hotline", "&country=DE", "+7 800 555-35-35")] // dialled from where 8 leads nowhere
    [InlineData("individual", "urgent-phone", "&urgent=true", "+7 495 123-45-67")]
    [InlineData("abroad", "abroad-hotline", "", "+7 800 555-35-35")]
    [InlineData("abroad", "abroad-hotline", "&country=RU", "8 800 555-35-35")]
    [InlineData("abroad", "abroad-urgent", "&urgent=true", "+7 707 777-77-77")]
    public async Task A_number_is_written_as_it_is_customary_where_the_caller_is(string segment, string channel, string more, string display)
    {
        var address = await AddressOfAsync(channel, $"segment={segment}{more}");

        Assert.Equal(display, address["display"].Text());
        Assert.Matches(@"^tel:\+7[0-9]{10}$", address["uri"].Text()!);
    }

    [Theory]
    [InlineData("hotline", "8 800 555-35-35")]
    [InlineData("abroad-hotline", "+7 800 555-35-35")]
    [InlineData("abroad-main", "+7 495 777-77-77")]
    public async Task The_directory_writes_it_for_those_whom_the_channel_serves(string channel, string display) =>
        Assert.Equal(display, (await client.GetJsonAsync($"/v1/channels/{channel}"))["address"]!["display"].Text());

    [Theory]
    [InlineData("+4930123456", "+49 30 123456", "00 49 30 123456")]
    [InlineData("+99912345678", "+99912345678", "+99912345678")] // of no country that is known
    public async Task A_number_of_another_country_is_written_as_it_writes_them(string phone, string display, string dial)
    {
        await using var other = new ContactsApp();
        other.ChangeChannel("abroad-main", channel => channel with { Address = new ChannelAddress { Phone = phone } });

        var answer = await other.CreateClient().GetJsonAsync("/v1/best-channel?segment=abroad&need=voice&country=FR");

        Assert.Equal((display, dial), (answer["best"]!["address"]!["display"].Text(), answer["best"]!["address"]!["dial"].Text()));
    }

    [Fact]
    public async Task Where_the_next_channel_is_a_number_it_is_named_as_the_caller_dials_it()
    {
        var answer = await client.GetJsonAsync("/v1/best-channel?segment=abroad&country=DE&need=history");

        Assert.Null(answer["best"]!["next"]![0]!["then"]); // no phone keeps a history
        Assert.Contains("00 7 495 777-77-77", (await RecommendationAsync("portal-chat", "segment=abroad&country=DE"))["next"]![0]!["text"].Text(), StringComparison.Ordinal);
    }

    private async Task<JsonNode> AddressAsync(string channel, string? country) =>
        await AddressOfAsync(channel, $"segment=abroad&urgent=true{(country is null ? "" : $"&country={country}")}");

    private async Task<JsonNode> AddressOfAsync(string channel, string query) => (await RecommendationAsync(channel, query))["address"]!;

    private async Task<JsonNode> RecommendationAsync(string channel, string query)
    {
        var answer = (await client.AskAsync($"/v1/best-channel?{query}&at=2026-11-23T12:00:00Z", "en")).Body;
        return answer["alternatives"]!.AsArray().Prepend(answer["best"]).Single(one => one!["channelId"].Text() == channel)!;
    }
}
