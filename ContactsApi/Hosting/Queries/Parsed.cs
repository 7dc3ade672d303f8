using System.Diagnostics.CodeAnalysis;
using ContactsApi.Core;

namespace ContactsApi.Hosting.Queries;

/// <summary>A value read from text, or why the text is not one.</summary>
public readonly record struct Parsed<T>(T? Value, LocalizedText? Error)
{
    [MemberNotNullWhen(false, nameof(Error))]
    public bool Success => Error is null;

    public static implicit operator Parsed<T>(T value) => new(value, null);

    public static implicit operator Parsed<T>(LocalizedText error) => new(default, error);
}
