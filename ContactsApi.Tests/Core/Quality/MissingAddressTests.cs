using ContactsApi.Core.Channels;
using ContactsApi.Tests.Support;
using static ContactsApi.Tests.Support.Findings;
using static ContactsApi.Tests.Support.SmallCatalog;

namespace ContactsApi.Tests.Core.Quality;

public sealed class MissingAddressTests
{
    private static readonly string[] Codes = ["address-missing", "identifier-missing", "offices-missing"];

    [Theory]
    [InlineData(ChannelKind.Phone, "address-missing")]
    [InlineData(ChannelKind.Chat, "address-missing")]
    [InlineData(ChannelKind.Form, "address-missing")]
    [InlineData(ChannelKind.Email, "address-missing")]
    [InlineData(ChannelKind.Fax, "address-missing")]
    [InlineData(ChannelKind.Messenger, "identifier-missing")]
    [InlineData(ChannelKind.Social, "identifier-missing")]
    [InlineData(ChannelKind.App, "address-missing")]
    [InlineData(ChannelKind.SelfService, "address-missing")]
    [InlineData(ChannelKind.Office, "offices-missing")]
    public void A_channel_without_an_address_is_found_and_one_with_an_address_is_not(ChannelKind kind, string code)
    {
        var catalog = Of(
            Channel("here") with { Kind = kind },
            Channel("nowhere") with { Kind = kind, Address = null, References = ["1.4"] });

        Assert.Equal("nowhere [] 1.4", Found(code, catalog));
        Assert.All(Codes.Where(other => other != code), other => Assert.Equal("", Found(other, catalog)));
    }

    [Fact]
    public void Offices_are_missing_until_there_is_one()
    {
        var catalog = Of(Channel("office") with { Kind = ChannelKind.Office, Address = null, Hours = [] });

        Assert.Equal("office []", Found("offices-missing", catalog));
        Assert.Equal("office []", Found("unstated-hours", catalog));
        Assert.Equal("", Found("offices-missing", catalog with { Offices = [SmallCatalog.Office("o")] }));
        Assert.Equal("", Found("unstated-hours", catalog with { Offices = [SmallCatalog.Office("o")] }));
        Assert.Equal("office []", Found("unstated-hours", catalog with { Offices = [SmallCatalog.Office("o") with { Hours = [] }] }));
    }
}
