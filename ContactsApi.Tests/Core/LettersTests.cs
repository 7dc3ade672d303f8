using ContactsApi.Core;

namespace ContactsApi.Tests.Core;

/// <summary>Texts that are cut, each sign of which takes several UTF-16 code units.</summary>
public sealed class LettersTests
{
    private const string Flag = "🇷🇺", Family = "👩‍👩‍👧", Accented = "е̂́", Waving = "👋🏽";

    public static TheoryData<string, int, string> Beginnings => new()
    {
        { "слово", 5, "слово" },
        { "слово", 3, "сло" },
        { "", 1, "" },
        { Flag + Flag, 4, Flag },
        { Flag + Flag, 7, Flag },
        { Flag + Flag, 8, Flag + Flag },
        { "а" + Family, 4, "а" },
        { Family + "а", 8, Family },
        { Accented + Accented, 3, Accented },
        { Accented + Accented, 5, Accented },
        { Waving + Waving, 6, Waving },
        { "й" + "и\u0306", 2, "й" }, // the same letter, written in two ways
        { "😀😀", 3, "😀" },
        // No letter of any script is that long: nothing but a surrogate pair is kept whole.
        { "а" + new string('\u0301', 10), 4, "а\u0301\u0301\u0301" },
        { Family, 4, "👩‍" },
        { "😀" + new string('\u0301', 10), 1, "" },
    };

    [Theory]
    [MemberData(nameof(Beginnings))]
    public void A_text_is_cut_between_letters(string text, int longest, string beginning) =>
        Assert.Equal(beginning, Letters.Beginning(text, longest));

    public static TheoryData<string, int, string> BeginningsInWords => new()
    {
        { "два слова", 9, "два слова" },
        { "два слова", 8, "два" },
        { "два слова", 3, "два" },
        { "два слова", 2, "дв" },
        { " слово", 3, " сл" },
        { $"{Flag} {Flag}{Flag}", 9, Flag },
        { "а б \u0301в", 4, "а" }, // an accent stands on the second space
    };

    [Theory]
    [MemberData(nameof(BeginningsInWords))]
    public void And_between_words_where_there_are_some(string text, int longest, string beginning) =>
        Assert.Equal(beginning, Letters.BeginningInWords(text, longest));
}
