using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;
using ContactsApi.Core;
using ContactsApi.Editing;
using ContactsApi.Features.Admin;
using ContactsApi.Serialization;
using ContactsApi.Storage;

namespace ContactsApi.Features.Desk.Forms;

/// <summary>An element of the catalog as fields of a form, each named by its path inside the element, as <c>address.phone</c> or <c>notices[0].text.ru</c>.</summary>
public static class ElementFields
{
    /// <summary>Of an item of a list: that it is to go.</summary>
    public const string RemovedField = "-";

    /// <summary>What the element says in these fields; nothing if there is no such element.</summary>
    public static Fields? Of(ElementPath path, CatalogSnapshot snapshot, IEnumerable<string> names)
    {
        if (Of(path, snapshot) is not { } all)
            return null;
        var fields = new Fields();
        foreach (var name in names)
            fields[name] = all[name];
        return fields;
    }

    /// <summary>All that the element says; nothing if there is no such element.</summary>
    public static Fields? Of(ElementPath path, CatalogSnapshot snapshot)
    {
        if (Elements.At(path, snapshot.Directory.Catalog) is not JsonObject element)
            return null;
        var fields = new Fields();
        foreach (var (name, value) in Leaves(element, ""))
            fields[name] = value;
        return fields;
    }

    /// <summary>The element that says what the fields hold, and nothing else. What is no number stays a text, so that it is refused by its name.</summary>
    public static JsonObject Whole(Fields typed, Type type) => Built(typed, ContactsJson.Strict.GetTypeInfo(type), "") as JsonObject ?? [];

    /// <summary>The merge patch that makes the element say what the fields hold. What is in none of the fields stays.</summary>
    public static JsonObject Patch(Fields typed, IEnumerable<string> names)
    {
        var patch = new JsonObject();
        foreach (var name in names)
        {
            var owner = patch;
            var keys = name.Split('.');
            foreach (var key in keys[..^1])
                owner = (JsonObject)(owner[key] ??= new JsonObject());
            owner[keys[^1]] = typed[name];
        }

        return Emptied(patch);
    }

    /// <summary>The places of the items that the fields hold of a list, in their order.</summary>
    public static IReadOnlyList<int> PlacesIn(Fields typed, string list) =>
    [
        .. from field in typed
           where field.Key.StartsWith($"{list}[", StringComparison.Ordinal)
           let number = field.Key[(list.Length + 1)..].Split(']')[0]
           where int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out _)
           group field by int.Parse(number, CultureInfo.InvariantCulture) into item
           orderby item.Key
           select item.Key,
    ];

    /// <summary>A change that is refused for one field.</summary>
    public static EditedCatalog Refused(CatalogSnapshot snapshot, string field, LocalizedText why) => new(snapshot, null)
    {
        Refusal = new(RefusalReason.Invalid, new Dictionary<string, IReadOnlyList<LocalizedText>> { [field] = [why] }),
    };

    private static IEnumerable<(string Name, string Value)> Leaves(JsonNode? value, string name) => value switch
    {
        JsonObject members => members.SelectMany(member => Leaves(member.Value, name.Length == 0 ? member.Key : $"{name}.{member.Key}")),
        JsonArray items when items.All(item => item is JsonValue) => [(name, string.Join(' ', items))],
        JsonArray items => items.SelectMany((item, i) => Leaves(item, $"{name}[{i}]")),
        JsonValue one when one.TryGetValue<bool>(out var flag) => flag ? [(name, "true")] : [],
        not null => [(name, value.ToString())],
        null => [],
    };

    /// <returns>Nothing if nothing was typed.</returns>
    private static JsonNode? Built(Fields typed, JsonTypeInfo type, string name)
    {
        var prefix = name.Length == 0 ? "" : $"{name}.";
        switch (type.Kind)
        {
            case JsonTypeInfoKind.Object:
                return Members(type.Properties.Select(property => (property.Name, Built(typed, TypeOf(property.PropertyType), prefix + property.Name))));
            case JsonTypeInfoKind.Dictionary:
                return Members(typed.Where(field => field.Key.StartsWith(prefix, StringComparison.Ordinal))
                    .Select(field => (field.Key[prefix.Length..], Value(field.Value, TypeOf(type.ElementType!)))));
            case JsonTypeInfoKind.Enumerable when TypeOf(type.ElementType!).Kind == JsonTypeInfoKind.Object:
                return Items(
                    from i in PlacesIn(typed, name)
                    where typed[$"{name}[{i}].{RemovedField}"] is null
                    select Built(typed, TypeOf(type.ElementType!), $"{name}[{i}]"));
            case JsonTypeInfoKind.Enumerable:
                return Items((typed[name] ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(word => Value(word, TypeOf(type.ElementType!))));
            default:
                return typed[name] is { } text ? Value(text, type) : null;
        }
    }

    private static JsonNode? Value(string text, JsonTypeInfo type) => (Nullable.GetUnderlyingType(type.Type) ?? type.Type) switch
    {
        var one when one == typeof(bool) => text == "true",
        var one when one == typeof(int) && int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) => number,
        _ => text,
    };

    private static JsonObject? Members(IEnumerable<(string Name, JsonNode? Value)> members) =>
        members.Where(member => member.Value is not null).Select(member => KeyValuePair.Create(member.Name, member.Value)).ToList() is [_, ..] some ? new(some) : null;

    private static JsonArray? Items(IEnumerable<JsonNode?> items) => items.OfType<JsonNode>().ToArray() is [_, ..] some ? new(some) : null;

    private static JsonTypeInfo TypeOf(Type type) => ContactsJson.Strict.GetTypeInfo(type);

    /// <summary>An object of which nothing is left is left out itself.</summary>
    private static JsonObject Emptied(JsonObject patch)
    {
        foreach (var (name, value) in patch.ToList())
        {
            if (value is JsonObject inner && Emptied(inner).All(member => member.Value is null))
                patch[name] = null;
        }

        return patch;
    }
}
