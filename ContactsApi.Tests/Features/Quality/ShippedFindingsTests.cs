using ContactsApi.Core.Quality;
using ContactsApi.Tests.Support;

namespace ContactsApi.Tests.Features.Quality;

/// <summary>What is known to be wrong with the source is found in the catalog that repeats it.</summary>
public sealed class ShippedFindingsTests
{
    private static readonly IReadOnlyList<Finding> Shipped = Findings.Of(Domain.Shipped);

    /// <summary>Each known error, with the code and the channels under which it is found.</summary>
    [Theory]
    [InlineData("The hours of the hotline contradict each other", "contradicting-hours", "hotline")]
    [InlineData("All e-mail addresses are redacted", "address-missing", "email email-legal-entity")]
    [InlineData("One number is both the urgent one and a regional line", "same-address-in-two-roles", "urgent-phone legal-northwest")]
    [InlineData("The regional line of Saint Petersburg has Moscow's area code", "number-of-another-area", "legal-northwest")]
    [InlineData("A Kazakhstan mobile number is listed as a Russian line", "number-of-another-country", "abroad-urgent")]
    [InlineData("A Moscow number is listed among numbers that are all free", "toll-free-claim", "legal-northwest")]
    [InlineData("The chat has narrower hours for legal entities", "narrower-hours-for-segment", "portal-chat")]
    [InlineData("E-mail is answered in 24 hours, a working day or a working hour", "contradicting-answer-times", "email")]
    [InlineData("The chat answers in 1 minute, 2 to 5 minutes or at once", "contradicting-answer-times", "portal-chat")]
    [InlineData("The hotline answers in a few minutes or in 30 seconds", "contradicting-answer-times", "hotline")]
    [InlineData("The legal lines have hours without days", "unstated-days", "legal-tech-support legal-northwest portal-chat")]
    [InlineData("The hotline from abroad has hours without days", "unstated-days", "abroad-hotline")]
    [InlineData("Social networks have hours without days", "unstated-days", "telegram vk facebook odnoklassniki")]
    [InlineData("Five channels have no identifier", "identifier-missing", "vk facebook odnoklassniki whatsapp viber")]
    [InlineData("Nobody confirmed the messengers and social networks", "official-status-not-confirmed", "telegram vk facebook odnoklassniki whatsapp viber")]
    [InlineData("The list of regional offices is promised and not given", "offices-missing", "regional-office")]
    public void A_known_error_is_found(string error, string code, string channels) => Assert.All(channels.Split(' '), channel =>
        Assert.True(Shipped.Any(finding => finding.Kind.Code == code && finding.ChannelId == channel), $"{error}: no {code} of {channel}"));

    [Fact]
    public void Nothing_else_is_found() => Assert.Equal(
        """
        address-missing: email email-legal-entity
        contradicting-hours: abroad-hotline hotline
        identifier-missing: facebook odnoklassniki viber vk whatsapp
        number-of-another-country: abroad-urgent
        offices-missing: regional-office
        toll-free-claim: legal-northwest
        ambiguous-hours: facebook odnoklassniki telegram vk
        contradicting-answer-times: abroad-hotline email hotline portal-chat
        number-of-another-area: legal-northwest
        official-status-not-confirmed: facebook odnoklassniki telegram viber vk whatsapp
        same-address-in-two-roles: legal-northwest urgent-phone
        same-address-with-other-hours: abroad-hotline hotline voice-assistant
        unstated-days: abroad-hotline facebook legal-northwest legal-tech-support odnoklassniki portal-chat telegram vk
        unstated-hours: email-legal-entity legal-fax regional-office urgent-phone viber whatsapp
        narrower-hours-for-segment: portal-chat
        stale-facts: abroad-hotline abroad-main abroad-urgent chat-bot email email-legal-entity facebook faq feedback-form hotline legal-fax legal-northwest legal-tech-support mobile-app odnoklassniki portal-chat telegram urgent-phone vk voice-assistant
        """,
        string.Join('\n', Shipped.GroupBy(finding => finding.Kind.Code).Select(same =>
            $"{same.Key}: {string.Join(' ', same.Select(finding => finding.ChannelId ?? "-"))}")));
}
