using ContactsApi.Core.Channels;

namespace ContactsApi.Features.Drafting;

/// <summary>A link that opens a prefilled letter in the sender's mail program (RFC 6068).</summary>
/// <param name="HoldsText">Whether the text is in it; if not, the subject alone is.</param>
public sealed record MailLink(string Uri, bool HoldsText)
{
    /// <summary>
    /// In characters. Windows hands no more than 2,083 to a mail program and cuts the rest off silently
    /// (https://learn.microsoft.com/troubleshoot/developer/browsers/security-privacy/maximum-url-length-2083-characters). A Cyrillic letter takes six.
    /// </summary>
    public const int MaxLength = 2000;

    /// <summary>Part of a letter might be sent unnoticed, so a text that does not fit is left out whole.</summary>
    /// <returns>Nothing for a channel without an e-mail address.</returns>
    public static MailLink? Of(ChannelAddress? address, Letter letter)
    {
        if (SafeLink.Of(address?.Uri) is not { Scheme: "mailto" } uri)
            return null;
        var withSubject = $"{uri.GetComponents(UriComponents.Scheme | UriComponents.UserInfo | UriComponents.Host, UriFormat.UriEscaped)}?subject={Escaped(letter.Subject)}";
        var whole = $"{withSubject}&body={Escaped(letter.Text.Replace("\n", "\r\n"))}";
        return whole.Length <= MaxLength ? new(whole, HoldsText: true) : new(withSubject, HoldsText: false);
    }

    private static string Escaped(string text) => System.Uri.EscapeDataString(text);
}
