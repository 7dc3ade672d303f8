using System.Diagnostics.CodeAnalysis;
using System.Linq.Expressions;
using ContactsApi.Core;
using ContactsApi.Core.Corrections;
using ContactsApi.Hosting.Bodies;

namespace ContactsApi.Features.Corrections;

/// <summary>A text that somebody wrote to be read by another: one paragraph that says something.</summary>
public static class Paragraph
{
    /// <summary>In UTF-16 code units.</summary>
    public const int MaxLength = 500;

    private static readonly LocalizedText Empty = new("Напишите текст: здесь нет ни букв, ни цифр.", "Write a text: here is neither letter nor digit.");

    private static readonly LocalizedText TooLong = new($"Не длиннее {MaxLength} знаков.", $"At most {MaxLength} characters.");

    private static readonly LocalizedText Broken = new(
        "Нужен один абзац, без переносов строки и управляющих символов.", "One paragraph is needed, without line breaks and control characters.");

    /// <summary>Whether a text was given and is one paragraph; if it is not, what is wrong is told to the reader.</summary>
    public static bool TryGet<T>(BodyReader<T> body, Expression<Func<T, string?>> property, [NotNullWhen(true)] out string? text)
        where T : class
    {
        if (!body.TryGet(property, out text))
            return false;
        if (FaultOf(text) is not { } fault)
            return true;
        body.Refuse(property, fault);
        return false;
    }

    private static LocalizedText? FaultOf(string text) =>
        text.Length > MaxLength ? TooLong
        : Legible.FaultOf(text) is not null ? Broken
        : Report.SaysSomething(text) ? null
        : Empty;
}
