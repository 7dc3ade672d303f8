using System.Text.Json.Nodes;

namespace ContactsApi.Editing;

/// <summary>A place in a catalog's JSON, taken or still free.</summary>
/// <param name="OwnerPath">The JSON path of the owner, as <c>$.channels[3]</c>.</param>
/// <param name="Property">The property of the owner: the value itself, or the list that the item is in.</param>
/// <param name="Key">What items of the list are named by; nothing if the property is no list.</param>
/// <param name="Id">The item's value of that key.</param>
public sealed record JsonLocation(JsonObject Owner, string OwnerPath, string Property, string? Key, string Id)
{
    private JsonArray List => Owner[Property]!.AsArray();

    /// <summary>Where the item is, or will be: a new item goes to the end.</summary>
    private int Index => List.TakeWhile(item => item![Key!]!.ToString() != Id).Count();

    public string Path => Key is null ? $"{OwnerPath}.{Property}" : $"{OwnerPath}.{Property}[{Index}]";

    public JsonNode? Value => Key is null ? Owner[Property] : List.ElementAtOrDefault(Index);

    /// <summary>The ids that the list has.</summary>
    public IEnumerable<string> Ids => Key is null ? [Property] : List.Select(item => item![Key]!.ToString());

    public void Put(JsonNode? value)
    {
        if (Key is null)
            Owner[Property] = value;
        else if (Value is null)
            List.Add(value);
        else
            List[Index] = value;
    }

    public void Remove() => List.RemoveAt(Index);
}
