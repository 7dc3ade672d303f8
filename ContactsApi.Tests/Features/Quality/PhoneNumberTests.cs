using ContactsApi.Core.Catalogs;
using ContactsApi.Core.Channels;
using static ContactsApi.Tests.Support.Findings;
using static ContactsApi.Tests.Support.SmallCatalog;

namespace ContactsApi.Tests.Features.Quality;

/// <summary>What is doubtful about a number by itself.</summary>
public sealed class PhoneNumberTests
{
    [Theory]
    [InlineData("+78005553535", "")]
    [InlineData("+74951234567", "")]
    [InlineData("+4915123456789", "")] // another country's, but a number
    [InlineData("+7800555353", "c [] 2.2")] // a digit missing
    [InlineData("+780055535350", "c [] 2.2")] // a digit too many
    [InlineData("+71001234567", "c [] 2.2")] // no such area
    [InlineData("+9991234567", "c [] 2.2")] // no such country
    public void A_number_that_cannot_exist_is_found(string phone, string found)
    {
        Assert.Equal(found, Found("number-invalid", Line(phone)));
        Assert.Equal(found, Found("number-invalid", Line(phone, ChannelKind.Fax)));
    }

    [Theory]
    [InlineData("+78005553535", null)]
    [InlineData("+79161234567", null)]
    [InlineData("+77077777777", "Kazakhstan")]
    [InlineData("+4915123456789", "Germany")]
    [InlineData("+7800555353", null)] // of no country, and found as invalid
    public void A_number_of_another_country_is_found(string phone, string? country) => Assert.Equal(
        country is null ? [] : [$"The number {phone} is not a Russian one. Country: {country}."], Texts("number-of-another-country", Line(phone)));

    [Theory]
    [InlineData("+74951234567", "2.3", "c [] 2.3")]
    [InlineData("+79161234567", "2.3", "c [] 2.3")]
    [InlineData("+78005553535", "2.3", "")]
    [InlineData("+74951234567", Provenance.Editorial, "")] // nobody but our editors says so
    [InlineData("+74951234567", null, "")]
    [InlineData("+7495123456", "2.3", "")] // found as invalid
    public void A_passage_that_calls_another_number_toll_free_is_found(string phone, string? reference, string found)
    {
        var capabilities = new Dictionary<Capability, string>();
        if (reference is not null)
            capabilities[Capability.FreeOfCharge] = reference;

        Assert.Equal(found, Found("toll-free-claim", Of(Channel("c") with { Address = new() { Phone = phone }, Capabilities = capabilities })));
    }

    [Fact]
    public void A_free_site_is_no_number() => Assert.Equal("", Found("toll-free-claim", Of(Channel("c") with
    {
        Address = new() { Uri = new("https://www.gosuslugi.ru"), Display = new("сайт", "site") },
        Capabilities = new Dictionary<Capability, string> { [Capability.FreeOfCharge] = "1.2" },
    })));

    private static Catalog Line(string phone, ChannelKind kind = ChannelKind.Phone) =>
        Of(Channel("c") with { Kind = kind, Address = new() { Phone = phone }, References = ["2.2"] });
}
