using System.Collections.Frozen;
using System.Net.Mime;
using System.Security.Cryptography;

namespace ContactsApi.Features.Pages;

/// <summary>A file that pages are made with. Its address holds a hash of its content, so that browsers may keep it for ever.</summary>
public sealed record Asset(string Address, string ContentType, byte[] Content)
{
    private const string Folder = "Pages/";

    public static Asset Style { get; } = Load("page.css", "text/css; charset=utf-8");

    /// <summary>Of all pages but the first.</summary>
    public static Asset FurtherStyle { get; } = Load("further.css", "text/css; charset=utf-8");

    public static Asset Script { get; } = Load("page.js", "text/javascript; charset=utf-8");

    public static Asset Icon { get; } = Load("icon.svg", "image/svg+xml");

    /// <summary>On the home screen of a phone.</summary>
    public static Asset TouchIcon { get; } = Load("touch-icon.png", MediaTypeNames.Image.Png);

    /// <summary>What sites show beside a shared link; 1200 by 630 pixels.</summary>
    public static Asset SharePicture { get; } = Load("share.png", MediaTypeNames.Image.Png);

    public static FrozenDictionary<string, Asset> ByAddress { get; } =
        new[] { Style, FurtherStyle, Script, Icon, TouchIcon, SharePicture }.ToFrozenDictionary(asset => asset.Address, StringComparer.Ordinal);

    /// <summary>The text of one of these files, for what is made of it.</summary>
    public static string Text(string file) => Embedded.Text(Folder + file);

    private static Asset Load(string file, string contentType)
    {
        using var stream = Embedded.Stream(Folder + file);
        var content = new byte[stream.Length];
        stream.ReadExactly(content);
        var hash = Convert.ToHexStringLower(SHA256.HashData(content))[..10];
        return new Asset($"/assets/{hash}/{file}", contentType, content);
    }
}
