using ContactsApi.Core.Channels;
using static ContactsApi.Tests.Support.Findings;
using static ContactsApi.Tests.Support.SmallCatalog;

namespace ContactsApi.Tests.Core.Quality;

public sealed class SharedAddressTests
{
    private const string Code = "same-address-in-two-roles";

    [Fact]
    public void One_number_with_different_hours_is_found_at_both_channels() =>
        Assert.Equal("a []; b []", Found(Code, Of(Channel("a"), Channel("b") with { Hours = [Says("never")] })));

    [Fact]
    public void One_number_for_different_requests_is_found_at_both_channels()
    {
        var topics = new Dictionary<string, string> { ["sms-code"] = "4.1" };
        var regions = new Dictionary<string, string> { ["RU-SPE"] = "2.3" };

        Assert.Equal("a []; b []", Found(Code, Of(Channel("a"), Channel("b") with { Restrictions = new() { UrgentOnly = "1.4" } })));
        Assert.Equal("a []; b []", Found(Code, Of(Channel("a"), Channel("b") with { Restrictions = new() { Topics = topics } })));
        Assert.Equal("a []; b []", Found(Code, Of(Channel("a"), Channel("b") with { Restrictions = new() { Regions = regions } })));
    }

    [Fact]
    public void One_number_listed_twice_alike_is_not_found() =>
        Assert.Equal("", Found(Code, Of(Channel("a"), Channel("b") with { Mode = Mode.Automated })));

    [Fact]
    public void Two_numbers_are_not_found() => Assert.Equal(
        "", Found(Code, Of(Channel("a"), Channel("b") with { Address = new() { Phone = "+78005553536" }, Hours = [Says("never")] })));

    [Fact]
    public void Two_channels_without_an_address_do_not_share_one() =>
        Assert.Equal("", Found(Code, Of(Channel("a") with { Address = null }, Channel("b") with { Address = null, Hours = [] })));

    [Fact]
    public void One_site_with_two_places_on_it_is_not_found() => Assert.Equal(
        "", Found(Code, Of(Channel("a") with { Address = Site("chat") }, Channel("b") with { Address = Site("form"), Hours = [] })));

    [Fact]
    public void One_place_of_a_site_in_two_roles_is_found() => Assert.Equal(
        "a []; b []", Found(Code, Of(Channel("a") with { Address = Site("chat") }, Channel("b") with { Address = Site("chat"), Hours = [] })));

    private static ChannelAddress Site(string place) => new() { Uri = new("https://www.gosuslugi.ru"), Display = new(place, place) };
}
