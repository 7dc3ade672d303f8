using System.Globalization;
using System.Text.RegularExpressions;

namespace ContactsApi.Core.Checking;

/// <summary>The name of a host: in lower case, its labels in Unicode, without a dot at the end and without <c>www.</c> before it.</summary>
public sealed partial record HostName
{
    private const string Www = "www.";
    private const string PunycodePrefix = "xn--";

    private static readonly IdnMapping Idn = new() { AllowUnassigned = true };

    private HostName(string text) => Text = text;

    public string Text { get; }

    public string[] Labels => Text.Split('.');

    /// <summary>The label that people know the site by: the one before the ending.</summary>
    public string Name => Labels is [.., var name, _] ? name : Text;

    /// <summary>Nothing for what is no name of a host.</summary>
    /// <param name="written">May be in Punycode, in capital letters, or percent-encoded.</param>
    public static HostName? Of(string written)
    {
        var text = Uri.UnescapeDataString(written).ToLowerInvariant().Replace('。', '.').Trim('.');
        if (text.StartsWith(Www, StringComparison.Ordinal) && text.Count(c => c == '.') > 1)
            text = text[Www.Length..];
        if (text.Length is 0 or > 253 || !Pattern().IsMatch(text))
            return null;
        return new HostName(string.Join('.', text.Split('.').Select(Decoded)));
    }

    public static bool IsPunycode(string written) => written.Contains(PunycodePrefix, StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether the host is of the site: a name that none but the owner of the site can give out.</summary>
    public bool IsWithin(HostName site) => Text.EndsWith($".{site.Text}", StringComparison.Ordinal);

    public override string ToString() => Text;

    private static string Decoded(string label)
    {
        if (!label.StartsWith(PunycodePrefix, StringComparison.Ordinal))
            return label;
        try
        {
            return Idn.GetUnicode(label);
        }
        catch (ArgumentException)
        {
            // What only looks like Punycode is compared as it is.
            return label;
        }
    }

    /// <summary>Or an address of IPv6, which stands between brackets (RFC 3986, section 3.2.2).</summary>
    [GeneratedRegex(@"^[\p{L}\p{M}\p{N}_-]+(\.[\p{L}\p{M}\p{N}_-]+)*\z|^\[[0-9a-f:.]+\]\z")]
    private static partial Regex Pattern();
}
