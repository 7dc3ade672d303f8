using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using ContactsApi.Core;
using ContactsApi.Core.Catalogs;
using ContactsApi.Core.Channels;
using ContactsApi.Features.Answers;
using ContactsApi.Serialization;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Net.Http.Headers;

namespace ContactsApi.Features.Pages;

/// <summary>The script of the widget, with the plain numbers in it that the catalog has now.</summary>
public static class WidgetScript
{
    public const string Address = "/widget.js";

    private const string PlaceOfNumbers = "{/*plain*/}";

    private static readonly string Script = Asset.Text("widget.js");

    /// <summary>The number that a segment is told where nothing is known of the present.</summary>
    private sealed record PlainNumber(string Uri, string Display);

    public static FileContentHttpResult Of(ContactDirectory directory)
    {
        var numbers = Enum.GetValues<Segment>()
            .Select(segment => (segment, Number: PlainNumberOf(directory, segment)))
            .Where(one => one.Number is not null)
            .ToDictionary(one => EnumNames<Segment>.Of(one.segment), one => one.Number);
        var content = Encoding.UTF8.GetBytes(Script.Replace(
            PlaceOfNumbers, JsonSerializer.Serialize(numbers, ContactsJson.Options), StringComparison.Ordinal));
        var tag = Convert.ToHexStringLower(SHA256.HashData(content))[..16];
        return TypedResults.Bytes(
            content, "text/javascript; charset=utf-8", entityTag: new EntityTagHeaderValue($"\"{tag}\"", isWeak: true));
    }

    /// <summary>Of the numbers at which a person answers anybody of the segment, the one that our editors put first.</summary>
    private static PlainNumber? PlainNumberOf(ContactDirectory directory, Segment segment) => directory.DesksOf(segment)
        .Where(desk => desk.Channel is { Mode: Mode.Live, Address.Phone: not null } && desk.AgainstBeforehand == default)
        .OrderBy(desk => desk.Priority)
        .Select(desk => AddressResponse.Of(desk.Channel, Language.Ru)!)
        .Select(address => new PlainNumber(address.Uri!, address.Display))
        .FirstOrDefault();
}
