using System.Text.RegularExpressions;

namespace ContactsApi.Core.Corrections;

/// <summary>That something about a channel is wrong.</summary>
/// <param name="StatementId">The statement that says it; absent, it is no statement or none in particular.</param>
/// <param name="Because">How the sender knows.</param>
/// <param name="ShouldBe">What would be right; absent where the sender does not know.</param>
public sealed partial record Report(string ChannelId, CorrectionElement Element, string? StatementId, string Because, string? ShouldBe)
{
    /// <summary>
    /// The same for two reports exactly if they say the same: of the same channel, element and statement, that it should be the
    /// same; or, where neither knows what it should be, for the same reason. Of texts letters and digits alone count, letter case
    /// aside; whatever stands between them counts as a space.
    /// </summary>
    public string Likeness => string.Join(
        '|', ChannelId, Element, StatementId, ShouldBe is null ? $"because {Bare(Because)}" : $"should be {Bare(ShouldBe)}");

    /// <summary>Whether a text says anything: it has a letter or a digit.</summary>
    public static bool SaysSomething(string text) => Bare(text).Length > 0;

    private static string Bare(string text) => NoLetterOrDigit().Replace(text, " ").Trim().ToUpperInvariant();

    [GeneratedRegex(@"[^\p{L}\p{M}\p{Nd}]+")]
    private static partial Regex NoLetterOrDigit();
}
