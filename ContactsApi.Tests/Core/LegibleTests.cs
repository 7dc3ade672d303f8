using ContactsApi.Core;

namespace ContactsApi.Tests.Core;

public sealed class LegibleTests
{
    [Theory]
    [InlineData("")]
    [InlineData("Горячая линия — «круглосуточно», №\u00A01 · 24/7")]
    [InlineData("<b>&amp;\"'`\\ ]]> --> {{x}} ${x} %0d%0a")]
    [InlineData("👩‍👩‍👧 a\u0301 e\u0300\u0301\u0302 ﷺ")]
    [InlineData("שלום \u200Fעולם\u200E")] // marks of a direction, which end with the character after them
    [InlineData("\uE000\uFFFD\uFEFF")] // private use, a replacement, no space at all
    public void A_text_in_any_script_is_legible(string text) => Assert.Null(Legible.FaultOf(text));

    /// <summary>The first character to blame, by its place and its number.</summary>
    [Theory]
    [InlineData("a\0b", 2, "0000", "it is a control character")]
    [InlineData("\u001B[31mred", 1, "001B", "it is a control character")]
    [InlineData("a\tb", 2, "0009", "it is a control character")]
    [InlineData("a\nb", 2, "000A", "it is a control character")]
    [InlineData("a\r\nb", 2, "000D", "it is a control character")]
    [InlineData("a\u007F", 2, "007F", "it is a control character")]
    [InlineData("a\u0085b\0", 2, "0085", "it is a control character")]
    [InlineData("a\u2028b", 2, "2028", "a text is one paragraph")]
    [InlineData("a\u2029b", 2, "2029", "a text is one paragraph")]
    [InlineData("a\u202Ab", 2, "202A", "it changes the direction of writing")]
    [InlineData("a\u202Eb", 2, "202E", "it changes the direction of writing")]
    [InlineData("a\u2066b", 2, "2066", "it changes the direction of writing")]
    [InlineData("a\u2069b", 2, "2069", "it changes the direction of writing")]
    [InlineData("\uFDD0", 1, "FDD0", "there is no such character")]
    [InlineData("\uFFFE", 1, "FFFE", "there is no such character")]
    [InlineData("😀\uFFFF", 3, "FFFF", "there is no such character")]
    [InlineData("\U0001FFFE", 1, "1FFFE", "there is no such character")]
    public void A_character_that_nobody_sees_as_it_is_is_blamed(string text, int place, string number, string why)
    {
        var fault = Legible.FaultOf(text)!;

        Assert.Equal($"character {place}, U+{number}, does not fit: {why}", fault.En);
        Assert.StartsWith($"знак {place}, U+{number}, не подходит: ", fault.Ru);
    }

    /// <summary>No attribute can carry half of a pair.</summary>
    [Fact]
    public void Half_of_a_surrogate_pair_is_blamed()
    {
        const char high = '\uD83D', low = '\uDE00';

        Assert.Null(Legible.FaultOf($"{high}{low}"));
        Assert.Equal("character 2, U+D83D, does not fit: it is half of a surrogate pair", Legible.FaultOf($"a{high}")!.En);
        Assert.Equal("character 1, U+DE00, does not fit: it is half of a surrogate pair", Legible.FaultOf($"{low}{high}")!.En);
        Assert.Equal("character 1, U+D83D, does not fit: it is half of a surrogate pair", Legible.FaultOf($"{high}{high}{low}")!.En);
    }
}
