using System.Text.Json.Nodes;

namespace ContactsApi.Revisions;

/// <summary>A field that differs between two JSON values. An absent value and null are the same.</summary>
/// <param name="Path">
/// As <c>hours[hours-3.1].rank</c>: items of a list are named by their key, or by their place if they have none. Empty for the
/// values themselves. <c>hours[*].id</c> says that the items changed their order.
/// </param>
/// <param name="Before">Nothing if the field was added.</param>
/// <param name="After">Nothing if the field was removed.</param>
public sealed record FieldDifference(string Path, JsonNode? Before, JsonNode? After)
{
    /// <summary>What the items of lists are told apart by. An item may have several; the first that tells all apart is the key.</summary>
    private static readonly string[] Keys = ["id", "code", "year", "date", "from", "reference"];

    public static IReadOnlyList<FieldDifference> Between(JsonNode? before, JsonNode? after) => [.. Between(before, after, "")];

    private static IEnumerable<FieldDifference> Between(JsonNode? before, JsonNode? after, string path) => (before, after) switch
    {
        (JsonObject old, JsonObject @new) => BetweenObjects(old, @new, path.Length == 0 ? "" : $"{path}."),
        (JsonArray old, JsonArray @new) when AreObjects(old) && AreObjects(@new) => BetweenLists(old, @new, path),
        _ => JsonNode.DeepEquals(before, after) ? [] : [new FieldDifference(path, before, after)],
    };

    private static IEnumerable<FieldDifference> BetweenObjects(JsonObject before, JsonObject after, string prefix) =>
        before.Select(property => property.Key).Union(after.Select(property => property.Key))
            .SelectMany(name => Between(before[name], after[name], prefix + name));

    private static IEnumerable<FieldDifference> BetweenLists(JsonArray before, JsonArray after, string path)
    {
        var key = Keys.FirstOrDefault(key => TellsApart(key, before) && TellsApart(key, after));
        Dictionary<string, JsonNode?> old = Named(before, key), @new = Named(after, key);
        foreach (var difference in old.Keys.Union(@new.Keys)
            .SelectMany(name => Between(old.GetValueOrDefault(name), @new.GetValueOrDefault(name), $"{path}[{name}]")))
        {
            yield return difference;
        }

        if (key is not null && !old.Keys.Where(@new.ContainsKey).SequenceEqual(@new.Keys.Where(old.ContainsKey)))
            yield return new FieldDifference($"{path}[*].{key}", Names(before, key), Names(after, key));
    }

    private static bool AreObjects(JsonArray items) => items.All(item => item is JsonObject);

    private static bool TellsApart(string key, JsonArray items) =>
        items.All(item => item![key] is JsonValue) && items.DistinctBy(item => item![key]!.ToString()).Count() == items.Count;

    private static Dictionary<string, JsonNode?> Named(JsonArray items, string? key) =>
        items.Index().ToDictionary(entry => key is null ? $"{entry.Index}" : entry.Item![key]!.ToString(), entry => entry.Item);

    private static JsonArray Names(JsonArray items, string key) => [.. items.Select(item => item![key]!.DeepClone())];
}
