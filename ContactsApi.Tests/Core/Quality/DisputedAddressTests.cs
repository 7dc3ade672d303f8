using ContactsApi.Core.Channels;
using ContactsApi.Core.Statements;
using static ContactsApi.Tests.Support.Findings;
using static ContactsApi.Tests.Support.SmallCatalog;

namespace ContactsApi.Tests.Core.Quality;

public sealed class DisputedAddressTests
{
    private const string Code = "address-disputed";

    [Theory]
    [InlineData(VerificationOutcome.Disputed, "c [] editorial")]
    [InlineData(VerificationOutcome.Verified, "")]
    public void An_address_that_somebody_disputes_is_found(VerificationOutcome outcome, string found)
    {
        var channel = Channel("c") with { Address = new() { Phone = "+78005553535", Verification = Marked(outcome) } };
        var offices = Channel("c") with { Kind = ChannelKind.Office, Mode = Mode.InPerson, Address = null };

        Assert.Equal(found, Found(Code, Of(channel)));
        Assert.Equal(found, Found(Code, Of(offices) with { Offices = [Office("o") with { Verification = Marked(outcome) }] }));
    }

    [Fact]
    public void What_came_of_asking_is_told() => Assert.Equal(
        ["The address is in doubt: we called, it is a wrong number"],
        Texts(Code, Of(Channel("c") with { Address = new() { Phone = "+78005553535", Verification = Marked(VerificationOutcome.Disputed) } })));

    [Fact]
    public void An_address_of_which_nobody_said_anything_is_not_found() => Assert.Equal("", Found(Code, Of(Channel("c"))));
}
