using ContactsApi.Core.Corrections;

namespace ContactsApi.Tests.Core.Corrections;

/// <summary>When two reports are one: what is joined, and what is not.</summary>
public sealed class ReportTests
{
    private static readonly Report Number = new("hotline", CorrectionElement.Address, null, "The site shows another number", "8 (800) 100-70-10");
    private static readonly Report Reason = Number with { ShouldBe = null };

    public static TheoryData<string, Report, Report> Same => new()
    {
        { "the very same", Number, Number },
        { "other signs between the digits", Number, Number with { ShouldBe = " 8-800-100-70-10." } },
        { "another reason for the same value", Number, Number with { Because = "Nobody answers" } },
        { "no value, the same reason", Reason, Reason with { Because = "the site shows ANOTHER number!" } },
        { "letter case of another script", Reason with { Because = "Ёлка" }, Reason with { Because = "ёЛКА" } },
    };

    public static TheoryData<string, Report, Report> Different => new()
    {
        { "another channel", Number, Number with { ChannelId = "abroad-hotline" } },
        { "another element", Number, Number with { Element = CorrectionElement.Name } },
        { "another statement", Number, Number with { StatementId = "hours-1.1" } },
        { "another value", Number, Number with { ShouldBe = "8 (800) 100-70-11" } },
        { "1.5 is not 15", Number with { ShouldBe = "1.5 h" }, Number with { ShouldBe = "15 h" } },
        { "no value, another reason", Reason, Reason with { Because = "Nobody answers" } },
        { "a reason is no value", Reason with { Because = "10:00" }, Reason with { ShouldBe = "10:00" } },
    };

    [Theory]
    [MemberData(nameof(Same))]
    public void Who_says_the_same_is_joined(string how, Report one, Report other) => Assert.True(one.Likeness == other.Likeness, how);

    [Theory]
    [MemberData(nameof(Different))]
    public void Who_says_something_else_is_not(string how, Report one, Report other) => Assert.False(one.Likeness == other.Likeness, how);

    [Theory]
    [InlineData("1", true)]
    [InlineData("я", true)]
    [InlineData("", false)]
    [InlineData(" \u00A0", false)]
    [InlineData("?!..", false)]
    public void A_text_says_something_by_letters_and_digits(string text, bool says) => Assert.Equal(says, Report.SaysSomething(text));
}
