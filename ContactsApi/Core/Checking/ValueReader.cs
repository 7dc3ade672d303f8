using System.Globalization;
using System.Text.RegularExpressions;

namespace ContactsApi.Core.Checking;

/// <summary>How phone numbers are read: by a library, and so not here.</summary>
/// <param name="Of">The number that a text is; nothing if it is none.</param>
/// <param name="In">The numbers that a text of many words holds.</param>
public sealed record NumberReading(Func<string, PhoneValue?> Of, Func<string, IEnumerable<PhoneValue>> In);

/// <summary>
/// Reads what somebody was called, written or led by, however it is written: a number, an address, the name of an account, the content of a
/// QR code, or a message that holds some of these.
/// </summary>
public sealed partial class ValueReader(NumberReading numbers)
{
    /// <summary>The longest text, in UTF-16 code units.</summary>
    public const int MaxLength = 2000;

    /// <summary>Of more values than that no message tells.</summary>
    private const int Most = 10;

    private const string Telegram = "t.me";

    private static readonly string[] TelegramHosts = [Telegram, "telegram.me", "telegram.dog"];

    private static readonly string[] NumberHosts = ["wa.me", "api.whatsapp.com"];

    /// <summary>Each value once, in the order of the text; none if nothing in it can be compared.</summary>
    public IReadOnlyList<CheckedValue> Read(string text)
    {
        var plain = Narrow(text).Trim();
        return [.. (CardIn(plain) ?? Whole(plain) ?? InWords(plain)).DistinctBy(value => value.Text).Take(Most)];
    }

    /// <summary>What an address of the catalog lists; nothing for one by which nothing can be compared.</summary>
    public CheckedValue? OfUri(Uri uri) => Read(uri.OriginalString) is [var value] ? value : null;

    /// <summary>Full-width forms made narrow, and without what nobody sees: line breaks aside, they end lines of a card.</summary>
    private static string Narrow(string text) => string.Concat(text
        .Select(c => c is >= '！' and <= '～' ? (char)(c - '！' + '!') : c is '\u3000' or '\u00A0' or '\u202F' or '\u2007' or '\u2009' ? ' ' : c)
        .Where(c => c is '\n' or '\r' || CharUnicodeInfo.GetUnicodeCategory(c) is not (UnicodeCategory.Format or UnicodeCategory.Control)));

    /// <summary>The numbers and addresses of a vCard (RFC 6350) or MECARD; nothing for another text.</summary>
    private IEnumerable<CheckedValue>? CardIn(string text)
    {
        var lines = text.StartsWith("BEGIN:VCARD", StringComparison.OrdinalIgnoreCase) ? Folded().Replace(text, "").Split('\n')
            : MobileCard().Match(text) is { Success: true } card ? card.Groups["fields"].Value.Split(';')
            : null;
        return lines?.SelectMany(line => CardLine().Match(line) is { Success: true } field ? Whole(field.Groups["value"].Value.Trim().Replace("\\", "", StringComparison.Ordinal)) ?? [] : []);
    }

    /// <summary>What the text is as a whole; nothing if it is a message.</summary>
    private CheckedValue[]? Whole(string text)
    {
        if (Single(text) is { } value)
            return [value];
        return null;
    }

    private CheckedValue? Single(string text) =>
        Scheme().Match(text) is { Success: true } link ? OfLink(link.Groups["scheme"].Value.ToLowerInvariant(), link.Groups["rest"].Value)
        : MailboxIn(Spaced().Replace(text, "${local}@${domain}")) is { } mailbox ? mailbox
        : numbers.Of(text) is { } number ? number
        : Account().Match(text) is { Success: true } account ? new HandleValue(Lowered(account.Groups["name"].Value), null)
        : WebAddress().IsMatch(text) ? OfWeb(text)
        : Word().IsMatch(text) ? new HandleValue(Lowered(text), null)
        : null;

    private CheckedValue? OfLink(string scheme, string rest) => scheme switch
    {
        "http" or "https" => OfWeb(rest.TrimStart('/', '\\')),
        "mailto" or "matmsg" => MailboxIn(Uri.UnescapeDataString(Recipient().Match(rest).Groups["to"].Value)),
        "tel" or "sms" or "smsto" or "callto" or "facetime" => NumberIn(rest.TrimStart('/')),
        "tg" => Parameter(rest, "domain") is { } name ? new HandleValue(Lowered(name), HostName.Of(Telegram)) : NumberIn(Parameter(rest, "phone")),
        "viber" or "whatsapp" => NumberIn(Parameter(rest, "number") ?? Parameter(rest, "phone")),
        _ => null,
    };

    /// <summary>The number of a link (RFC 3966); what stands behind it is no part of it.</summary>
    private PhoneValue? NumberIn(string? rest)
    {
        if (rest is null)
            return null;
        var number = Uri.UnescapeDataString(rest.Split('?', '&', ',')[0]);
        var digits = number.Split(';', ':')[0];
        return numbers.Of(number.Contains(";ext=", StringComparison.OrdinalIgnoreCase) ? digits + number[number.IndexOf(";ext=", StringComparison.OrdinalIgnoreCase)..] : digits)
            ?? (digits.All(char.IsAsciiDigit) ? numbers.Of($"+{digits}") : null);
    }

    private static MailboxValue? MailboxIn(string text) =>
        Mailbox().Match(text) is { Success: true } mailbox && HostName.Of(mailbox.Groups["domain"].Value) is { } domain
            ? new MailboxValue(Lowered(mailbox.Groups["local"].Value.Trim('"')), domain) { Note = NoteOf(mailbox.Groups["domain"].Value) }
            : null;

    private CheckedValue? OfWeb(string address)
    {
        var end = address.AsSpan().IndexOfAny("/\\?#");
        var (authority, rest) = end < 0 ? (Uri.UnescapeDataString(address), "") : (Uri.UnescapeDataString(address[..end]), address[end..].Replace('\\', '/'));
        var at = authority.LastIndexOf('@');
        var before = at < 0 ? null : Lowered(authority[..at]);
        var written = Port().Replace(authority[(at + 1)..], "");
        if (HostName.Of(written) is not { } host)
            return null;
        var path = Uri.UnescapeDataString(rest.Split('?', '#')[0]).TrimEnd('/').ToLowerInvariant();
        if (NumberHosts.Contains(host.Text) && before is null && NumberIn(Parameter(rest, "phone") ?? path.Trim('/')) is { } number)
            return number;
        return TelegramHosts.Contains(host.Text) && before is null && TelegramAccount().Match(path) is { Success: true } account
            ? new HandleValue(account.Groups["name"].Value, HostName.Of(Telegram))
            : new PageValue(SocialNetworks.Known(host), path) { BeforeAt = before, Note = before is null ? NoteOf(written) : ReadingNote.NameBeforeAt };
    }

    /// <summary>What a message holds, in words between which there are spaces.</summary>
    private IEnumerable<CheckedValue> InWords(string text)
    {
        var found = new List<CheckedValue>();
        var rest = text;
        foreach (var word in text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Select(word => word.Trim(',', '.', ';', ':', '!', '?', '(', ')', '«', '»', '"', '“', '”', '\'')))
        {
            if (Telling().IsMatch(word) && Single(word) is { } value and not PhoneValue)
            {
                found.Add(value);
                rest = rest.Replace(word, " | ", StringComparison.Ordinal);
            }
        }

        return [.. numbers.In(rest), .. found];
    }

    private static string Lowered(string text) => text.ToLowerInvariant();

    private static ReadingNote? NoteOf(string host) => HostName.IsPunycode(host) ? ReadingNote.Punycode : null;

    private static string? Parameter(string rest, string name) =>
        Regex.Match(rest, $"[?&]{name}=(?<value>[^&#]+)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant) is { Success: true } match
            ? Uri.UnescapeDataString(match.Groups["value"].Value)
            : null;

    /// <summary>A line of a vCard goes on in the next one that begins with a space (RFC 6350, section 3.2).</summary>
    [GeneratedRegex(@"\r?\n[ \t]|\r")]
    private static partial Regex Folded();

    [GeneratedRegex("^MECARD:(?<fields>.*)", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.Singleline)]
    private static partial Regex MobileCard();

    [GeneratedRegex(@"^(\w+\.)?(TEL|EMAIL|URL|IMPP)(;[^:]*)?:(?<value>.+)", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex CardLine();

    [GeneratedRegex(@"^(?<scheme>https?|mailto|matmsg|tel|sms|smsto|callto|facetime|tg|viber|whatsapp):(?<rest>\S.*)$", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.Singleline)]
    private static partial Regex Scheme();

    /// <summary>Of a mailto link, or of the form in which QR codes hold a letter.</summary>
    [GeneratedRegex("^(TO:)?(?<to>[^?;]*)", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex Recipient();

    /// <summary>As a text may have it: between spaces, or in words so that machines do not find it.</summary>
    [GeneratedRegex(@"^(?<local>\S{1,66}?)\s*(\(at\)|\[at\]|\(собака\)|\[собака\]|\s@|@\s)\s*(?<domain>\S+\.\S+)$", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex Spaced();

    [GeneratedRegex(@"^<?(?<local>[^\s@<>()\[\],:;""\\/?#]{1,64}|""[^""]{1,62}"")@(?<domain>[^\s@<>()\[\],:;""\\/?#]{3,189})>?$", RegexOptions.ExplicitCapture)]
    private static partial Regex Mailbox();

    [GeneratedRegex(@"^@(?<name>[\p{L}\p{M}\p{N}_.-]{2,64})$", RegexOptions.ExplicitCapture)]
    private static partial Regex Account();

    [GeneratedRegex(@"^([^\s/?#@]*@)?[\p{L}\p{M}\p{N}_-]+([.。][\p{L}\p{M}\p{N}_-]+)*[.。][\p{L}\p{M}][\p{L}\p{M}\p{N}-]+\.?(:\d+)?([/?#\\]\S*)?$", RegexOptions.ExplicitCapture)]
    private static partial Regex WebAddress();

    [GeneratedRegex(@"^(?=.*\p{L})[\p{L}\p{M}\p{N}_][\p{L}\p{M}\p{N}_.-]{1,62}[\p{L}\p{M}\p{N}_]$")]
    private static partial Regex Word();

    /// <summary>A word of a message that is an address and no word.</summary>
    [GeneratedRegex(@"@|^[a-z]+:|^[^\s.]+(\.[^\s.]+)*\.([a-zA-Z]{2,}|xn--[a-z0-9-]+|рф|рус)([/?#:]|$)", RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase)]
    private static partial Regex Telling();

    /// <summary>With the message that is linked to, or the preview for browsers; an invitation to a group names no account.</summary>
    [GeneratedRegex(@"^/(s/)?(?<name>[\p{L}\p{N}_.-]{3,64})(/\d+)?$", RegexOptions.ExplicitCapture)]
    private static partial Regex TelegramAccount();

    [GeneratedRegex(@":\d*$")]
    private static partial Regex Port();
}
