namespace ContactsApi.Features.Wording;

/// <summary>Texts one after the other, each a sentence by itself.</summary>
public static class Sentences
{
    /// <summary>A text of somebody who left the full stop out gets one.</summary>
    public static string Joined(params IEnumerable<string> texts) => string.Join(' ', texts.Where(text => text.Length > 0)
        .Select(text => text[^1] is '.' or '!' or '?' or '…' ? text : $"{text}."));
}
