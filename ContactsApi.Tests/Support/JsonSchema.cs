using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using NodaTime.Text;

namespace ContactsApi.Tests.Support;

/// <summary>
/// Checks JSON by a schema of the published contract, or of catalog files. It knows the keywords that these use and no others: one
/// that it does not know is an exception, so that nothing passes unchecked. What the published contract does not name is a fault too:
/// callers are to pass over it, but nothing is sent that is not published.
/// </summary>
public static class JsonSchema
{
    /// <summary>What keeps the value from conforming, each fault with its JSON path.</summary>
    /// <param name="document">What references point into; the schemas of the published contract when absent.</param>
    public static IEnumerable<string> FaultsOf(JsonNode? value, JsonNode schema, string path = "$", JsonNode? document = null) =>
        schema.AsObject().SelectMany(keyword => keyword.Key switch
        {
            "description" or "example" or "examples" or "default" or "title" or "$schema" or "$defs" => [],
            "$ref" => FaultsOf(value, Resolve(keyword.Value.Text()!, document), path, document),
            "type" => Unless(Names(keyword.Value!).Any(type => IsOfType(type, value)), $"{path} is not of type {keyword.Value}: {value}"),
            "format" => Unless(value is null || HasFormat(keyword.Value.Text()!, value), $"{path} is no {keyword.Value}: {value}"),
            "enum" => Unless(keyword.Value!.AsArray().Any(member => JsonNode.DeepEquals(member, value)), $"{path} is none of {keyword.Value}: {value}"),
            "pattern" => Unless(value is null || Regex.IsMatch(value.Text()!, keyword.Value.Text()!), $"{path} does not match {keyword.Value}: {value}"),
            "maxLength" => Unless(!(value.Text()?.Length > keyword.Value!.GetValue<long>()), $"{path} is longer than {keyword.Value}"),
            "maxItems" => Unless(!((value as JsonArray)?.Count > keyword.Value!.GetValue<long>()), $"{path} has more items than {keyword.Value}"),
            "oneOf" => Unless(keyword.Value!.AsArray().Count(option => !FaultsOf(value, option!, path, document).Any()) == 1, $"{path} fits not one of {keyword.Value}: {value}"),
            "items" => (value as JsonArray ?? []).SelectMany((item, i) => FaultsOf(item, keyword.Value!, $"{path}[{i}]", document)),
            "required" or "properties" or "additionalProperties" or "propertyNames" =>
                value is JsonObject members ? FaultsOfMembers(keyword.Key, keyword.Value!, members, schema, path, document) : [],
            var unknown => throw new NotSupportedException(unknown),
        });

    private static IEnumerable<string> FaultsOfMembers(
        string keyword, JsonNode argument, JsonObject members, JsonNode schema, string path, JsonNode? document) => keyword switch
    {
        "required" => Names(argument).Where(name => !members.ContainsKey(name)).Select(name => $"{path}.{name} is missing"),
        "propertyNames" => members.SelectMany(member => FaultsOf(member.Key, argument, $"{path}.{member.Key}", document)),
        "properties" => (
            from property in argument.AsObject()
            where members.ContainsKey(property.Key)
            from fault in FaultsOf(members[property.Key], property.Value!, $"{path}.{property.Key}", document)
            select fault).Concat(document is null && schema["additionalProperties"] is null ? FaultsOfMembers("additionalProperties", false, members, schema, path, document) : []),
        _ =>
            from member in members
            where schema["properties"]?.AsObject().ContainsKey(member.Key) != true
            from fault in argument is JsonObject ? FaultsOf(member.Value, argument, $"{path}.{member.Key}", document) : [$"{path}.{member.Key} is unknown"]
            select fault,
    };

    private static JsonNode Resolve(string reference, JsonNode? document) => document is null
        ? PublishedContract.Resolve(reference)
        : reference.TrimStart('#', '/').Split('/').Aggregate(document, (node, name) => node[name]!);

    private static bool IsOfType(string type, JsonNode? value) => (type, value?.GetValueKind() ?? JsonValueKind.Null) switch
    {
        ("null", JsonValueKind.Null) => true,
        ("string", JsonValueKind.String) => true,
        ("boolean", JsonValueKind.True or JsonValueKind.False) => true,
        ("number", JsonValueKind.Number) => true,
        ("integer", JsonValueKind.Number) => value!.AsValue().TryGetValue<long>(out _),
        ("array", JsonValueKind.Array) => true,
        ("object", JsonValueKind.Object) => true,
        _ => false,
    };

    private static bool HasFormat(string format, JsonNode value) => format switch
    {
        "int32" => value.AsValue().TryGetValue<int>(out _),
        "double" => value.AsValue().TryGetValue<double>(out _),
        "int64" => value.AsValue().TryGetValue<long>(out _),
        "date" => LocalDatePattern.Iso.Parse(value.Text()!).Success,
        "date-time" => OffsetDateTimePattern.Rfc3339.Parse(value.Text()!).Success,
        "uri" => Uri.TryCreate(value.Text(), UriKind.Absolute, out _),
        "binary" => true,
        "duration" => PeriodPattern.Roundtrip.Parse(value.Text()!).Success,
        _ => throw new NotSupportedException(format),
    };

    private static IEnumerable<string> Names(JsonNode oneOrMore) =>
        (oneOrMore as JsonArray ?? [oneOrMore.DeepClone()]).Select(name => name.Text()!);

    private static string[] Unless(bool conforms, string fault) => conforms ? [] : [fault];
}
