using System.Text.Json.Nodes;
using ContactsApi.CatalogFiles;
using ContactsApi.Core;
using ContactsApi.Revisions;

namespace ContactsApi.Commands;

/// <summary>What differs between two catalogs, as the terminal shows it.</summary>
public static class DifferenceLines
{
    /// <summary>One for an element, or one for each field of it that changed.</summary>
    public static IEnumerable<LocalizedText> Of(ElementDifference difference)
    {
        var element = Name(difference.Kind, difference.Id);
        return difference.Change switch
        {
            ChangeKind.Added => [new($"{element}: добавлено", $"{element}: added")],
            ChangeKind.Removed => [new($"{element}: удалено", $"{element}: removed")],
            null => [new($"{element}: другой порядок", $"{element}: another order")],
            _ => difference.Fields.Select(field => Line(element, field)),
        };
    }

    /// <summary>As <c>channels/hotline</c>. A property of the catalog that is no list is an element of its own name.</summary>
    public static string Name(string kind, string? id) => id is null || id == kind ? kind : $"{kind}/{id}";

    /// <summary>A value on one line; nothing if it is absent.</summary>
    public static string? Value(JsonNode? value) => value is null ? null : YamlWriter.Flow(WithoutAbsent(value));

    private static LocalizedText Line(string element, FieldDifference field)
    {
        var path = $"{element} {field.Path}".TrimEnd();
        var (before, after) = (Value(field.Before), Value(field.After));
        return new($"{path}: {before ?? "нет"} → {after ?? "нет"}", $"{path}: {before ?? "none"} → {after ?? "none"}");
    }

    /// <summary>What the store keeps tells all that an item has not.</summary>
    private static JsonNode? WithoutAbsent(JsonNode? value) => value switch
    {
        JsonObject members => new JsonObject(
            members.Where(member => member.Value is not null).Select(member => KeyValuePair.Create(member.Key, WithoutAbsent(member.Value)))),
        JsonArray items => new JsonArray([.. items.Select(WithoutAbsent)]),
        _ => value?.DeepClone(),
    };
}
