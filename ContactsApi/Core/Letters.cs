using System.Globalization;

namespace ContactsApi.Core;

/// <summary>
/// Cuts texts between letters, as readers count them: one with its accents, an emoji with its skin tone and a flag are one each (the
/// grapheme clusters of Unicode), whatever number of UTF-16 code units they take.
/// </summary>
public static class Letters
{
    /// <summary>As much of the beginning of a text as fits.</summary>
    /// <param name="longest">In UTF-16 code units, one at least.</param>
    public static string Beginning(string text, int longest)
    {
        if (text.Length <= longest)
            return text;
        var end = StringInfo.ParseCombiningCharacters(text).Last(start => start <= longest);
        // What is called a letter and does not fit by itself is none that anybody wrote; half a surrogate pair is still no text.
        return end > 0 ? text[..end] : text[..(char.IsHighSurrogate(text[longest - 1]) ? longest - 1 : longest)];
    }

    /// <summary>The same, ended with a word where there is a space.</summary>
    /// <inheritdoc cref="Beginning" path="/param"/>
    public static string BeginningInWords(string text, int longest)
    {
        if (text.Length <= longest)
            return text;
        var space = StringInfo.ParseCombiningCharacters(text)
            .TakeWhile(start => start <= longest)
            .LastOrDefault(start => start > 0 && StringInfo.GetNextTextElement(text, start) == " ");
        return space > 0 ? text[..space] : Beginning(text, longest);
    }
}
