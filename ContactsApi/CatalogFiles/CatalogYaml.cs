using System.Text.Json;
using System.Text.Json.Nodes;
using ContactsApi.Core.Catalogs;
using ContactsApi.Serialization;

namespace ContactsApi.CatalogFiles;

/// <summary>
/// Writes a catalog as <see cref="CatalogReader"/> reads it, in the manner of the shipped files: what reads the same when it is left
/// out is left out. One catalog always gives one text.
/// </summary>
public static class CatalogYaml
{
    private const string Indent = "  ";

    /// <param name="from">What the file tells of where it comes from, before all else; nothing if that is of no use.</param>
    public static string Write(Catalog catalog, ExportedFrom? from = null)
    {
        var origin = from is null ? [] : new JsonObject { [ExportedFrom.Property] = JsonSerializer.SerializeToNode(from, ContactsJson.Strict) };
        return string.Join(
            '\n', origin.Concat(BareCatalog.Of(catalog)).Select(property => string.Concat(Top(property.Key, property.Value).Select(line => $"{line}\n"))));
    }

    /// <summary>Elements look alike: all of a kind stand on one line each, or all are spread out with a blank line between.</summary>
    private static IEnumerable<string> Top(string name, JsonNode? value)
    {
        if (value is not JsonArray { Count: > 0 } elements)
            return YamlWriter.Property(name, value, "");
        var lines = elements.All(element => YamlWriter.FitsAsItem(element, Indent))
            ? elements.SelectMany(element => YamlWriter.Item(element, Indent))
            : elements.SelectMany(element => YamlWriter.Spread(element!.AsObject(), Indent).Prepend("")).Skip(1);
        return lines.Prepend($"{name}:");
    }
}
