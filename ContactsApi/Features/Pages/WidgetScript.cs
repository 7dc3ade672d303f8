using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using ContactsApi.Core;
using ContactsApi.Core.Channels;
using ContactsApi.Core.Choosing;
using ContactsApi.Core.Hours;
using ContactsApi.Features.Wording;
using ContactsApi.Serialization;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Net.Http.Headers;

namespace ContactsApi.Features.Pages;

/// <summary>The script of the widget, with the plain numbers in it that the catalog has now, and what may be a link.</summary>
public static class WidgetScript
{
    public const string Address = "/widget.js";

    private const string PlaceOfNumbers = "{/*plain*/}";

    private const string PlaceOfSchemes = "[/*schemes*/]";

    private const string PlaceOfStates = "{/*states*/}";

    private static readonly string Script = Asset.Text("widget.js")
        .Replace(PlaceOfSchemes, JsonSerializer.Serialize(SafeLink.Schemes, ContactsJson.Options), StringComparison.Ordinal)
        .Replace(PlaceOfStates, JsonSerializer.Serialize(States(), ContactsJson.Options), StringComparison.Ordinal);

    private static Dictionary<string, Dictionary<string, string>> States() => Enum.GetValues<Language>().ToDictionary(
        EnumNames<Language>.Of,
        language => Enum.GetValues<HoursState>().ToDictionary(EnumNames<HoursState>.Of, state => HoursWords.Of(state).In(language)));

    public static FileContentHttpResult Of(ContactDirectory directory)
    {
        var numbers = Enum.GetValues<Segment>()
            .Select(segment => (segment, Number: PlainNumber.Of(directory, segment)))
            .Where(one => one.Number is not null)
            .ToDictionary(one => EnumNames<Segment>.Of(one.segment), one => new { one.Number!.Uri, one.Number.Display });
        var content = Encoding.UTF8.GetBytes(Script.Replace(
            PlaceOfNumbers, JsonSerializer.Serialize(numbers, ContactsJson.Options), StringComparison.Ordinal));
        var tag = Convert.ToHexStringLower(SHA256.HashData(content))[..16];
        return TypedResults.Bytes(
            content, "text/javascript; charset=utf-8", entityTag: new EntityTagHeaderValue($"\"{tag}\"", isWeak: true));
    }
}
