using ContactsApi.Core.Channels;
using ContactsApi.Core.Statements;
using ContactsApi.Tests.Support;
using static ContactsApi.Tests.Support.Findings;
using static ContactsApi.Tests.Support.SmallCatalog;

namespace ContactsApi.Tests.Core.Quality;

/// <summary>A channel whose address, hours and answer time were verified, one after the other.</summary>
public sealed class StaleFactsTests
{
    private const string Code = "stale-facts";

    [Theory]
    [InlineData("2026-06-30", "")]
    [InlineData("2026-07-01", "[]")] // 180 days after 2 January
    [InlineData("2026-07-30", "[]")]
    [InlineData("2026-07-31", "[h]")]
    [InlineData("2026-08-30", "[h a]")]
    public void A_fact_is_stale_from_the_day_on_which_its_verification_is_so_many_days_old(string today, string statements) => Assert.Equal(
        statements,
        string.Join(' ', Findings.Of(Of(Verified()), Domain.Date(today))
            .Where(finding => finding.Kind.Code == Code).Select(finding => $"[{string.Join(' ', finding.Statements)}]")));

    [Fact]
    public void One_finding_names_all_stale_facts_of_a_channel_with_the_oldest_date()
    {
        Assert.Equal("c [h a] 6.2 1.1", Found(Code, Of(Verified())));
        Assert.Equal(
            ["Not verified for 180 days or longer: the address, h, a. The oldest verification is of 2026-01-02."], Texts(Code, Of(Verified())));
    }

    [Theory]
    [InlineData("2026-07-01", "Not verified for 180 days or longer: the address, h. The oldest verification is of 2026-01-02; some were never verified.")]
    [InlineData("2026-06-30", "Not verified for 180 days or longer: h. There never was a verification.")]
    public void What_was_never_verified_is_stale(string today, string text)
    {
        var channel = Verified();

        Assert.Equal([text], Texts(Code, Of(channel with { Hours = [channel.Hours[0] with { Verification = null }] }), Domain.Date(today)));
    }

    [Fact]
    public void What_is_disputed_is_not_verified()
    {
        var channel = Verified("2026-11-20");

        Assert.Equal("", Found(Code, Of(channel)));
        Assert.Equal("c [h] 1.1", Found(Code, Of(channel with { Hours = [channel.Hours[0] with { Verification = Marked(VerificationOutcome.Disputed) }] })));
    }

    [Fact]
    public void A_deprecated_statement_needs_no_verification()
    {
        var channel = Verified("2026-11-20");

        Assert.Equal("", Found(Code, Of(channel with { Hours = [channel.Hours[0] with { Rank = Rank.Deprecated, Verification = null }] })));
    }

    [Fact]
    public void A_channel_of_which_nothing_is_known_has_nothing_to_verify() =>
        Assert.Equal("", Found(Code, Of(Channel("c") with { Address = null, Hours = [] })));

    private static Channel Verified(string? on = null) => Channel("c") with
    {
        Address = new() { Phone = "+78005553535", Verification = Marked(VerificationOutcome.Verified, on ?? "2026-01-02") },
        Hours = [Says("always") with { Verification = Marked(VerificationOutcome.Verified, on ?? "2026-02-01") }],
        Answers =
        [
            Promising() with
            {
                Within = NodaTime.Duration.FromMinutes(5),
                Verification = Marked(VerificationOutcome.Verified, on ?? "2026-03-03"),
            },
        ],
        References = ["6.2"],
    };
}
