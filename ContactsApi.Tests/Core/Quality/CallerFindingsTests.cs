using ContactsApi.Core;
using ContactsApi.Core.Catalogs;
using ContactsApi.Core.Channels;
using ContactsApi.Core.Quality;
using ContactsApi.Core.Statements;
using ContactsApi.Tests.Support;
using static ContactsApi.Tests.Support.SmallCatalog;

namespace ContactsApi.Tests.Core.Quality;

/// <summary>The doubts that a caller is told of, the most harmful first.</summary>
public sealed class CallerFindingsTests
{
    /// <summary>Every doubt there is, at one channel or another.</summary>
    private static readonly Catalog Doubtful = Of(
        Line("disputed", "+78005553535") with { Address = new() { Phone = "+78005553535", Verification = Marked(VerificationOutcome.Disputed) } },
        Line("impossible", "+71001234567"),
        Line("kazakh", "+77077777777"),
        Line("german", "+4915123456789"),
        Line("account", "+79161234567") with { Kind = ChannelKind.Messenger },
        Line("regional", "+74951234567") with
        {
            Restrictions = new() { Regions = new Dictionary<string, string> { ["RU-SPE"] = "2.3" } },
            Cost = new(new("Бесплатно.", "Free."), "2.3") { SaysFree = true },
        },
        Line("urgent", "+74951234567") with { Restrictions = new() { UrgentOnly = "1.4" } });

    [Theory]
    [InlineData("disputed", "address-disputed")]
    [InlineData("impossible", "number-invalid")]
    [InlineData("kazakh", "number-of-another-country")]
    [InlineData("german", "number-of-another-country")]
    [InlineData("account", "official-status-not-confirmed")]
    [InlineData("regional", "same-address-in-two-roles number-of-another-area toll-free-claim")]
    [InlineData("urgent", "same-address-in-two-roles")]
    public void A_desk_has_the_doubts_about_its_channel(string channel, string codes)
    {
        var directory = Doubtful.Directory();

        Assert.Equal(
            codes, string.Join(' ', directory.ServedAs(directory.Channels[channel], Segment.Individual)!.Findings.Select(finding => finding.Kind.Code)));
    }

    [Fact]
    public void Every_doubt_for_callers_is_among_these() => Assert.Equal(
        CallerFindings.Rules.Select(rule => rule.Kind.Code).Order(),
        Told().Select(finding => finding.Kind.Code).Distinct().Order());

    /// <summary>They are read aloud and sent by SMS, several at once at worst.</summary>
    [Fact]
    public void It_is_told_shortly_and_gives_no_order_to_a_steward() => Assert.All(
        Told().Where(finding => finding.Kind.Code != "address-disputed").SelectMany(finding => new[] { finding.ToCaller!.Ru, finding.ToCaller.En }),
        words => Assert.True(words.Length is > 30 and <= 120 && words.EndsWith('.') && !words.Contains("verified") && !words.Contains("отмет"), words));

    [Theory]
    [InlineData("kazakh", "This is a number of Kazakhstan, not of Russia: a stranger may answer.")]
    [InlineData("german", "This is not a Russian number: a stranger may answer.")]
    [InlineData("urgent", "The same number is listed as “regional” too: make sure that you have come to the right place.")]
    public void It_says_what_it_means_for_the_caller(string channel, string words) =>
        Assert.Equal(words, Told().Single(finding => finding.ChannelId == channel).ToCaller!.En);

    [Fact]
    public void Stewards_are_told_of_the_same_and_no_other_rule_speaks_to_callers() => Assert.Equal(
        Told().Select(finding => (finding.Kind.Code, finding.ChannelId, finding.ToCaller)).OrderBy(one => (one.Code, one.ChannelId)),
        Findings.Of(Doubtful).Where(finding => finding.ToCaller is not null).Select(finding => (finding.Kind.Code, finding.ChannelId, finding.ToCaller)).OrderBy(one => (one.Code, one.ChannelId)));

    private static IEnumerable<Finding> Told()
    {
        var directory = Doubtful.Directory();
        return Doubtful.Channels.SelectMany(channel => CallerFindings.About(new Contact(channel, null), directory));
    }

    private static Channel Line(string id, string phone) => Channel(id) with { Address = new() { Phone = phone } };
}
