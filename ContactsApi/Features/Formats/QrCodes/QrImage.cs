using System.Text;
using System.Xml.Linq;
using ContactsApi.Core;
using QRCoder;

namespace ContactsApi.Features.Formats.QrCodes;

/// <summary>
/// Draws a code that still reads with a sixth of it dirty or torn off (level M), dark on light, with the quiet zone of four modules
/// that ISO/IEC 18004 asks for.
/// </summary>
public static class QrImage
{
    public const string Svg = "image/svg+xml";

    public const string Png = "image/png";

    /// <summary>What the largest code of level M holds for certain, the mark of UTF-8 included.</summary>
    public const int MostOctets = 2300;

    /// <param name="text">At most <see cref="MostOctets"/> long.</param>
    /// <param name="moduleSize">How wide a module is, in pixels.</param>
    public static byte[] AsPng(string text, int moduleSize) => new PngByteQRCode(DataOf(text)).GetGraphic(moduleSize);

    /// <inheritdoc cref="AsPng"/>
    /// <param name="alternative">What it is, for those who do not see it.</param>
    public static byte[] AsSvg(string text, int moduleSize, string alternative)
    {
        var image = XElement.Parse(new SvgQRCode(DataOf(text)).GetGraphic(moduleSize));
        image.SetAttributeValue("role", "img");
        image.AddFirst(new XElement(image.Name.Namespace + "title", Legible.Cleaned(alternative)));
        return Encoding.UTF8.GetBytes(image.ToString(SaveOptions.DisableFormatting));
    }

    /// <summary>Text beyond ASCII says that it is UTF-8: not every reader guesses that.</summary>
    private static QRCodeData DataOf(string text) => Ascii.IsValid(text)
        ? QRCodeGenerator.GenerateQrCode(text, QRCodeGenerator.ECCLevel.M)
        : QRCodeGenerator.GenerateQrCode(text, QRCodeGenerator.ECCLevel.M, forceUtf8: true, eciMode: QRCodeGenerator.EciMode.Utf8);
}
