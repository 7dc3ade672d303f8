using ContactsApi.Core.Channels;
using ContactsApi.Core.Statements;
using static ContactsApi.Tests.Support.Findings;
using static ContactsApi.Tests.Support.SmallCatalog;

namespace ContactsApi.Tests.Core.Quality;

public sealed class SharedAddressTests
{
    private const string Roles = "same-address-in-two-roles";
    private const string Hours = "same-address-with-other-hours";

    private static readonly Dictionary<string, Restrictions> Narrow = new()
    {
        ["urgent"] = new() { UrgentOnly = "1.4" },
        ["topic"] = new() { Topics = new Dictionary<string, string> { ["sms-code"] = "4.1" } },
        ["region"] = new() { Regions = new Dictionary<string, string> { ["RU-SPE"] = "2.3" } },
    };

    public static TheoryData<string> Restricted => [.. Narrow.Keys];

    [Theory]
    [MemberData(nameof(Restricted))]
    public void One_number_for_different_requests_is_found_at_both_channels_whatever_their_hours(string to)
    {
        var narrow = Channel("b") with { Restrictions = Narrow[to] };

        Assert.Equal(("a []; b []", ""), Both(Channel("a"), narrow));
        Assert.Equal(("a []; b []", ""), Both(Channel("a"), narrow with { Hours = [Says("never")] }));
    }

    [Fact]
    public void One_number_with_different_hours_is_found_at_both_channels() =>
        Assert.Equal(("", "a []; b []"), Both(Channel("a"), Channel("b") with { Hours = [Says("never")] }));

    [Fact]
    public void One_number_listed_twice_alike_is_not_found() =>
        Assert.Equal(("", ""), Both(Channel("a"), Channel("b") with { Mode = Mode.Automated }));

    [Fact]
    public void Two_numbers_are_not_found() => Assert.Equal(
        ("", ""), Both(Channel("a"), Channel("b") with { Address = new() { Phone = "+78005553536" }, Hours = [Says("never")], Restrictions = Narrow["urgent"] }));

    [Fact]
    public void Two_channels_without_an_address_do_not_share_one() =>
        Assert.Equal(("", ""), Both(Channel("a") with { Address = null }, Channel("b") with { Address = null, Hours = [], Restrictions = Narrow["urgent"] }));

    [Fact]
    public void One_site_with_two_places_on_it_is_not_found() => Assert.Equal(
        ("", ""), Both(Channel("a") with { Address = Site("chat") }, Channel("b") with { Address = Site("form"), Hours = [] }));

    [Fact]
    public void One_place_of_a_site_is_found_as_one_number_is()
    {
        var (one, other) = (Channel("a") with { Address = Site("chat") }, Channel("b") with { Address = Site("chat") });

        Assert.Equal(("", "a []; b []"), Both(one, other with { Hours = [] }));
        Assert.Equal(("a []; b []", ""), Both(one, other with { Restrictions = Narrow["topic"] }));
    }

    [Theory]
    [InlineData(VerificationOutcome.Verified, "b []")] // it is a's; then b's is in doubt all the more
    [InlineData(VerificationOutcome.Disputed, "a []; b []")]
    public void The_channel_whose_address_was_verified_owns_it(VerificationOutcome outcome, string found) => Assert.Equal(found, Found(Roles, Of(
        Channel("a") with { Address = new() { Phone = "+78005553535", Verification = Marked(outcome) } },
        Channel("b") with { Restrictions = Narrow["region"] })));

    private static (string Roles, string Hours) Both(params Channel[] channels) => (Found(Roles, Of(channels)), Found(Hours, Of(channels)));

    private static ChannelAddress Site(string place) => new() { Uri = new("https://www.gosuslugi.ru"), Display = new(place, place) };
}
