using System.Net;
using System.Text;
using ContactsApi.Core;

namespace ContactsApi.Hosting.Outgoing;

/// <summary>Addresses that others give us to send to.</summary>
public static class OutgoingAddress
{
    public const int LongestUrl = 500;

    private static readonly LocalizedText NoUrl = new(
        $"Нужен адрес до {LongestUrl} знаков, который начинается с https://, например https://example.org/hooks.",
        $"An address of at most {LongestUrl} characters that begins with https:// is needed, as https://example.org/hooks.");

    private static readonly LocalizedText HasUser = new("Имени и пароля в адресе быть не должно.", "There may be no name and password in the address.");

    private static readonly LocalizedText HasFragment = new("Части после # в адресе быть не должно.", "There may be no part behind a # in the address.");

    private static readonly LocalizedText NoAscii = new(
        "Имя узла нужно латиницей, например xn--e1afmkfd.xn--p1ai вместо пример.рф.", "The host is needed in ASCII, as xn--e1afmkfd.xn--p1ai and not пример.рф.");

    private static readonly LocalizedText NotPublic = new(
        "Нужен адрес в открытом интернете.", "An address on the public Internet is needed.");

    /// <summary>What is wrong with an address, as far as its text tells; nothing if it will do.</summary>
    public static LocalizedText? FaultOf(string url, OutgoingOptions options) =>
        url.Length > LongestUrl || Legible.FaultOf(url) is not null || !Uri.TryCreate(url, UriKind.Absolute, out var address) ? NoUrl
        : address.Scheme != Uri.UriSchemeHttps && !(options.AllowThisMachine && address.Scheme == Uri.UriSchemeHttp) ? NoUrl
        // Other digits than ASCII's would be an address too. Names in other letters have a form in ASCII.
        : !Ascii.IsValid(address.Host) ? NoAscii
        : address.UserInfo.Length > 0 ? HasUser
        : address.Fragment.Length > 0 ? HasFragment
        // An address in any notation; a name is looked up when something is sent.
        : IPAddress.TryParse(address.DnsSafeHost, out var literal) && !Allows(literal, options) ? NotPublic
        : null;

    /// <summary>Whether something may be sent to a network address.</summary>
    public static bool Allows(IPAddress address, OutgoingOptions options) =>
        PublicAddress.Is(address) || (options.AllowThisMachine && IPAddress.IsLoopback(address));
}
