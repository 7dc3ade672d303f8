using ContactsApi.Core;
using ContactsApi.Core.Statements;

namespace ContactsApi.Tests.Core.Statements;

public sealed class CountingTests
{
    /// <summary>Statements as <c>id segments rank</c>, then those that count for an individual.</summary>
    [Theory]
    [InlineData("a all normal; b all normal", "a b")]
    [InlineData("a all normal; b individual normal", "b")] // naming the segment goes before naming none
    [InlineData("a all normal; b abroad normal", "a")] // naming another segment is of no account
    [InlineData("a all preferred; b individual normal", "b")] // the segment is asked first, the rank second
    [InlineData("a all normal; b all preferred; c all preferred", "b c")]
    [InlineData("a all normal; b all deprecated", "a")]
    [InlineData("a all deprecated", "")]
    [InlineData("a individual deprecated; b all normal", "")] // a deprecated one still names the segment
    [InlineData("a individual,abroad normal; b individual normal", "a b")]
    [InlineData("", "")]
    public void Segment_first_then_rank(string statements, string counting) => Assert.Equal(
        counting, string.Join(' ', Counting.For(Segment.Individual, [.. statements.Split(';', StringSplitOptions.RemoveEmptyEntries).Select(Statement)]).Select(one => one.Id)));

    private static HoursStatement Statement(string text) => text.Split(' ', StringSplitOptions.RemoveEmptyEntries) switch
    {
        [var id, var segments, var rank] => new HoursStatement(id, "H", "1.1")
        {
            Segments = segments == "all" ? [] : [.. segments.Split(',').Select(segment => Enum.Parse<Segment>(segment, ignoreCase: true))],
            Rank = Enum.Parse<Rank>(rank, ignoreCase: true),
        },
        _ => throw new FormatException(text),
    };
}
