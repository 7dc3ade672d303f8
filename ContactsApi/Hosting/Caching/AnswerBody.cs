namespace ContactsApi.Hosting.Caching;

/// <summary>An answer in the form in which it is sent.</summary>
/// <param name="ContentType">With its charset, where it is text.</param>
public sealed record AnswerBody(byte[] Bytes, string ContentType)
{
    /// <summary>What tells it from the JSON that answers the same question at the same address; of ASCII letters, or empty.</summary>
    public string Variant { get; init; } = "";

    /// <summary>The name under which it is kept by callers who make a file of it; of ASCII letters, digits, dots and hyphens.</summary>
    public string? FileName { get; init; }
}
