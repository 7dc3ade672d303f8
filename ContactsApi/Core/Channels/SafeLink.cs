using System.Globalization;
using System.Text.RegularExpressions;

namespace ContactsApi.Core.Channels;

/// <summary>
/// Which addresses may become something to click, scan or open: those that lead to a page, a letter, a call or an app, and run nothing.
/// A catalog with any other is refused; where a store holds one already, it is no link.
/// </summary>
public static partial class SafeLink
{
    /// <summary>In UTF-16 code units.</summary>
    public const int MaxLength = 1000;

    /// <summary>In lower case. After the first five those of the apps through which the support centre may be reached.</summary>
    public static IReadOnlyList<string> Schemes { get; } =
        ["https", "http", "mailto", "tel", "sms", "fb-messenger", "max", "ok", "tg", "viber", "vk", "whatsapp"];

    private static readonly string Listed = string.Join(", ", Schemes.Select(scheme => $"{scheme}:"));

    private static readonly LocalizedText AnotherScheme = new(
        $"нужен полный адрес, который начинается с одного из: {Listed}", $"a full address is needed that begins with one of: {Listed}");

    private static readonly LocalizedText TooLong = new($"нужно не больше {MaxLength} знаков", $"at most {MaxLength} characters are needed");

    private static readonly LocalizedText Unescaped = new(
        "пробелы, управляющие символы и знаки < > \" { } | \\ ^ ` в адресе не пишутся",
        "spaces, control characters and the characters < > \" { } | \\ ^ ` are not written in an address");

    private static readonly LocalizedText NoSite = new(
        "нужен адрес сайта без имени и пароля, вида https://www.gosuslugi.ru",
        "the address of a site without name and password is needed, such as https://www.gosuslugi.ru");

    private static readonly LocalizedText NoMailbox = new("нужен один почтовый ящик, вида mailto:help@example.org", "one mailbox is needed, such as mailto:help@example.org");

    private static readonly LocalizedText NoNumber = new("нужен номер, вида tel:+78005553535", "a number is needed, such as tel:+78005553535");

    /// <summary>The address, if it may become a link.</summary>
    public static Uri? Of(Uri? uri) => uri is null || FaultOf(uri) is not null ? null : uri;

    /// <summary>Why an address may not become a link, as a clause; nothing if it may.</summary>
    public static LocalizedText? FaultOf(Uri uri)
    {
        var text = uri.OriginalString;
        if (text.Length > MaxLength)
            return TooLong;
        if (Legible.FaultOf(text) is not null || text.Any(IsUnescaped))
            return Unescaped;
        return !uri.IsAbsoluteUri || !Schemes.Contains(uri.Scheme) ? AnotherScheme : FaultOf(uri.Scheme, uri, text);
    }

    /// <summary>The mailbox that a <c>mailto:</c> names, without what the letter is to begin with.</summary>
    public static string MailboxOf(Uri mailto) => Uri.UnescapeDataString(mailto.OriginalString["mailto:".Length..].Split('?')[0]);

    private static LocalizedText? FaultOf(string scheme, Uri uri, string text) => scheme switch
    {
        "https" or "http" => uri.Host.Length > 0 && uri.UserInfo.Length == 0 ? null : NoSite,
        // Unescaped it may hold anything.
        "mailto" => Mailbox().IsMatch(MailboxOf(uri)) ? null : NoMailbox,
        "tel" or "sms" => Number().IsMatch(text[(scheme.Length + 1)..]) ? null : NoNumber,
        _ => null,
    };

    /// <summary>What RFC 3986 and 3987 let stand only in percent-encoding, and what nobody sees.</summary>
    private static bool IsUnescaped(char c) =>
        c is '<' or '>' or '"' or '{' or '}' or '|' or '\\' or '^' or '`' || char.IsWhiteSpace(c) || char.GetUnicodeCategory(c) is UnicodeCategory.Format;

    /// <summary>Of RFC 6068, as long as one of RFC 5321 can be.</summary>
    [GeneratedRegex(@"^[^\s\p{C}@<>()\[\],:;""\\]{1,64}@[^\s\p{C}@<>()\[\],:;""\\]{1,189}\z")]
    private static partial Regex Mailbox();

    /// <summary>Of RFC 3966 and 5724: digits, with or without a plus and marks between them, then parameters.</summary>
    [GeneratedRegex(@"^\+?[0-9][0-9.()-]{0,30}([;?].*)?\z", RegexOptions.ExplicitCapture)]
    private static partial Regex Number();
}
