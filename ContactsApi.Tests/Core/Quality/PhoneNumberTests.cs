using ContactsApi.Core.Catalogs;
using ContactsApi.Core.Channels;
using ContactsApi.Core.Statements;
using static ContactsApi.Tests.Support.Findings;
using static ContactsApi.Tests.Support.SmallCatalog;

namespace ContactsApi.Tests.Core.Quality;

/// <summary>What is doubtful about a number by itself.</summary>
public sealed class PhoneNumberTests
{
    [Theory]
    [InlineData("+78005553535", "")]
    [InlineData("+74951234567", "")]
    [InlineData("+79161234567", "")]
    [InlineData("+78091234567", "")] // a premium line is dear, but a number
    [InlineData("+4915123456789", "")] // another country's
    [InlineData("+77077777777", "")]
    [InlineData("+7800555353", "c [] 2.2")] // a digit missing
    [InlineData("+780055535350", "c [] 2.2")] // a digit too many
    [InlineData("+71001234567", "c [] 2.2")] // no such area
    [InlineData("+73331234567", "c [] 2.2")]
    public void A_number_that_cannot_exist_is_found(string phone, string found)
    {
        Assert.Equal(found, Found("number-invalid", Line(phone)));
        Assert.Equal(found, Found("number-invalid", Line(phone, ChannelKind.Fax)));
    }

    [Theory]
    [InlineData("+78005553535", null)]
    [InlineData("+79161234567", null)]
    [InlineData("+77077777777", "The number +77077777777 is not a Russian one. Country: Kazakhstan.")]
    [InlineData("+76001234567", "The number +76001234567 is not a Russian one. Country: Kazakhstan.")]
    [InlineData("+4915123456789", "The number +4915123456789 is not a Russian one: it does not begin with +7.")]
    [InlineData("+7800555353", null)] // of no country, and found as invalid
    public void A_number_of_another_country_is_found(string phone, string? text) =>
        Assert.Equal(text is null ? [] : [text], Texts("number-of-another-country", Line(phone)));

    [Theory]
    [InlineData("+74951234567", "2.3", "c [] 2.3")]
    [InlineData("+79161234567", "2.3", "c [] 2.3")]
    [InlineData("+78091234567", "2.3", "c [] 2.3")]
    [InlineData("+498001234567", "2.3", "c [] 2.3")] // free in Germany, if at all
    [InlineData("+78005553535", "2.3", "")]
    [InlineData("+78041234567", "2.3", "")]
    [InlineData("+74951234567", Provenance.Editorial, "")] // nobody but our editors says so
    [InlineData("+74951234567", null, "")]
    [InlineData("+7495123456", "2.3", "")] // found as invalid
    public void A_passage_that_calls_another_number_toll_free_is_found_wherever_the_catalog_says_so(string phone, string? reference, string found)
    {
        var line = Channel("c") with { Address = new() { Phone = phone } };
        var capable = line with { Capabilities = reference is null ? line.Capabilities : new Dictionary<Capability, string> { [Capability.FreeOfCharge] = reference } };
        var cheap = line with { Cost = reference is null ? null : new(new("Бесплатно.", "Free."), reference) { SaysFree = true } };

        Assert.Equal(found, Found("toll-free-claim", Of(capable)));
        Assert.Equal(found, Found("toll-free-claim", Of(cheap)));
        Assert.Equal(found, Found("toll-free-claim", Of(cheap with { Capabilities = capable.Capabilities, Kind = ChannelKind.Fax })));
    }

    [Fact]
    public void What_is_free_on_a_condition_or_not_at_all_is_no_claim() => Assert.Equal(
        "", Found("toll-free-claim", Of(Channel("c") with { Address = new() { Phone = "+74951234567" }, Cost = new(new("Цену назовёт оператор.", "Ask for the price."), "2.2") })));

    [Fact]
    public void A_free_site_is_no_number() => Assert.Equal("", Found("toll-free-claim", Of(Channel("c") with
    {
        Address = new() { Uri = new("https://www.gosuslugi.ru"), Display = new("сайт", "site") },
        Capabilities = new Dictionary<Capability, string> { [Capability.FreeOfCharge] = "1.2" },
    })));

    /// <summary>Whose the number is was settled by asking; what a call costs was not.</summary>
    [Theory]
    [InlineData("number-invalid", "+71001234567", true)]
    [InlineData("number-of-another-country", "+77077777777", true)]
    [InlineData("toll-free-claim", "+74951234567", false)]
    public void A_verified_number_is_taken_for_what_it_is(string code, string phone, bool isSettled)
    {
        Assert.Equal(isSettled, Found(code, Marked(VerificationOutcome.Verified)) == "");
        Assert.NotEqual("", Found(code, Marked(VerificationOutcome.Disputed)));

        Catalog Marked(VerificationOutcome outcome) => Of(Channel("c") with
        {
            Address = new() { Phone = phone, Verification = ContactsApi.Tests.Support.SmallCatalog.Marked(outcome) },
            Cost = new(new("Бесплатно.", "Free."), "2.3") { SaysFree = true },
        });
    }

    [Theory]
    [InlineData("+71001234567", "number-invalid")]
    [InlineData("+77077777777", "number-of-another-country")]
    [InlineData("+74951234567", "number-of-another-area")] // the office is in Vladivostok
    [InlineData("+74232345678", "")] // Vladivostok's
    [InlineData("+78005553535", "")]
    public void The_number_of_an_office_is_doubted_as_any_other(string phone, string code)
    {
        var office = Office("o") with { Address = new(new("690091, Владивосток, ул. Светланская, 1", "Svetlanskaya st. 1, Vladivostok, 690091")) { Phone = phone } };
        var catalog = Of(Channel("c") with { Kind = ChannelKind.Office, Mode = Mode.InPerson, Address = null }) with { Offices = [office] };

        var found = Of(catalog).Where(finding => finding.OfficeId is not null).ToList();

        Assert.Equal(code, string.Join(' ', found.Select(finding => finding.Kind.Code)));
        Assert.All(found, finding => Assert.Equal(("c", "o", "Office “o”. "), (finding.ChannelId, finding.OfficeId, finding.Text.En[..12])));
        Assert.DoesNotContain(Of(catalog with { Offices = [office with { Verification = Marked(VerificationOutcome.Verified) }] }), finding => finding.Kind.Code == code);
    }

    private static Catalog Line(string phone, ChannelKind kind = ChannelKind.Phone) =>
        Of(Channel("c") with { Kind = kind, Address = new() { Phone = phone }, References = ["2.2"] });
}
