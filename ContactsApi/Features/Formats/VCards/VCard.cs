using System.Text;
using ContactsApi.Core;
using ContactsApi.Core.Channels;
using ContactsApi.Serialization;

namespace ContactsApi.Features.Formats.VCards;

/// <summary>
/// A channel as an entry of an address book: vCard 4.0 (RFC 6350). Written by hand, since it is ten lines of one form: what is to get
/// right is <see cref="Line"/>.
/// </summary>
public static class VCard
{
    public const string MediaType = "text/vcard";

    /// <param name="channel">With an address.</param>
    /// <param name="note">Under which conditions it may be used, at least.</param>
    /// <param name="more">What an address book has room for, and a code that is to be read by a camera has not.</param>
    public static string Of(Channel channel, Language language, string note, IEnumerable<string>? more = null) => string.Concat(
    [
        "BEGIN:VCARD\r\n",
        "VERSION:4.0\r\n",
        Line("KIND", "org"),
        Line("FN", $"{Publisher.Name.In(language)}: {channel.Name.In(language)}"),
        Line("ORG", Publisher.FullName.In(language)),
        .. Reach(channel),
        .. note.Length > 0 ? [Line("NOTE", note)] : Array.Empty<string>(),
        .. more ?? [],
        "END:VCARD\r\n",
    ]);

    public static IEnumerable<string> More(Channel channel, NodaTime.Instant written) =>
    [
        .. channel.Languages.Keys.Select(served => Line("LANG", EnumNames<Language>.Of(served))),
        Line("UID;VALUE=text", $"{channel.Id}@contacts-api"),
        Line("REV", written.ToString("uuuuMMdd'T'HHmmss'Z'", null)),
    ];

    private static IEnumerable<string> Reach(Channel channel)
    {
        var address = channel.Address!;
        if (address.Dial() is { } dial)
            yield return Line($"TEL;VALUE=uri;TYPE=\"{(channel.Kind == ChannelKind.Fax ? "fax,work" : "voice,work")}\"", dial);
        else if (address.Mailbox() is { } mailbox)
            yield return Line("EMAIL", mailbox);
        else if (address.Link() is { } link)
            yield return ContentLines.Folded($"URL:{link}");
    }

    /// <summary>
    /// A property with a text as its value, with all that means something to the format escaped. A semicolon does so only where values
    /// have parts, which none here has, and some readers leave the mark in front of it.
    /// </summary>
    private static string Line(string name, string value)
    {
        var text = new StringBuilder($"{name}:");
        foreach (var c in Legible.Cleaned(value))
            text.Append(c is '\\' or ',' ? $"\\{c}" : c);

        return ContentLines.Folded(text.ToString());
    }
}
