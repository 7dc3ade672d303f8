using System.Globalization;
using ContactsApi.Core;
using ContactsApi.Core.Corrections;
using ContactsApi.Hosting.Queries;

namespace ContactsApi.Features.Corrections;

/// <summary>A text that somebody wrote to be read by another: one paragraph that says something.</summary>
public static class Paragraph
{
    /// <summary>In UTF-16 code units.</summary>
    public const int MaxLength = 500;

    private static readonly Text Empty = new("Напишите текст: здесь нет ни букв, ни цифр.", "Write a text: here is neither letter nor digit.");

    private static readonly Text TooLong = new($"Не длиннее {MaxLength} знаков.", $"At most {MaxLength} characters.");

    private static readonly Text Broken = new(
        "Нужен один абзац, без переносов строки и управляющих символов.", "One paragraph is needed, without line breaks and control characters.");

    /// <summary>Notes what is wrong with a text, if anything is.</summary>
    /// <returns>Whether nothing is.</returns>
    public static bool Check(QueryReader query, string path, string text)
    {
        if (FaultOf(text) is not { } fault)
            return true;
        query.Refuse(path, fault);
        return false;
    }

    public static bool Check(QueryReader query, string path, Text text) => Check(query, $"{path}.ru", text.Ru) & Check(query, $"{path}.en", text.En);

    private static Text? FaultOf(string text) =>
        text.Length > MaxLength ? TooLong
        : text.Any(c => char.GetUnicodeCategory(c) is UnicodeCategory.Control or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator) ? Broken
        : Report.SaysSomething(text) ? null
        : Empty;
}
