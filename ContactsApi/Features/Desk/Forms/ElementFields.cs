using System.Text.Json.Nodes;
using ContactsApi.Core;
using ContactsApi.Editing;
using ContactsApi.Features.Admin;
using ContactsApi.Storage;

namespace ContactsApi.Features.Desk.Forms;

/// <summary>An element of the catalog as fields of a form, each named by its path inside the element, as <c>address.phone</c>.</summary>
public static class ElementFields
{
    /// <summary>What the element says in these fields; nothing if there is no such element.</summary>
    public static Fields? Of(ElementPath path, CatalogSnapshot snapshot, IEnumerable<string> names)
    {
        if (Elements.At(path, snapshot.Directory.Catalog) is not JsonObject element)
            return null;
        var fields = new Fields();
        foreach (var name in names)
            fields[name] = name.Split('.').Aggregate<string, JsonNode?>(element, (owner, key) => (owner as JsonObject)?[key])?.ToString();
        return fields;
    }

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

    /// <summary>A change that is refused for one field.</summary>
    public static EditedCatalog Refused(CatalogSnapshot snapshot, string field, LocalizedText why) => new(snapshot, null)
    {
        Refusal = new(RefusalReason.Invalid, new Dictionary<string, IReadOnlyList<LocalizedText>> { [field] = [why] }),
    };

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
