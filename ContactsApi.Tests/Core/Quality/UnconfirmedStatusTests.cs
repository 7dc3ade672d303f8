using ContactsApi.Core.Channels;
using ContactsApi.Core.Statements;
using static ContactsApi.Tests.Support.Findings;
using static ContactsApi.Tests.Support.SmallCatalog;

namespace ContactsApi.Tests.Core.Quality;

public sealed class UnconfirmedStatusTests
{
    [Theory]
    [InlineData(ChannelKind.Messenger, "c [] 6.2")]
    [InlineData(ChannelKind.Social, "c [] 6.2")]
    [InlineData(ChannelKind.Phone, "")]
    [InlineData(ChannelKind.Chat, "")]
    public void Only_accounts_on_the_sites_of_others_need_their_status_confirmed(ChannelKind kind, string found) =>
        Assert.Equal(found, Found("official-status-not-confirmed", Of(Channel("c") with { Kind = kind, References = ["6.2"] })));

    [Theory]
    [InlineData(VerificationOutcome.Verified, "")]
    [InlineData(VerificationOutcome.Disputed, "c [] 1.1")]
    public void An_account_whose_address_is_verified_is_confirmed(VerificationOutcome outcome, string found) =>
        Assert.Equal(found, Found("official-status-not-confirmed", Of(Channel("c") with
        {
            Kind = ChannelKind.Messenger,
            Address = new() { Phone = "+78005553535", Verification = Marked(outcome) },
            References = ["1.1"],
        })));
}
