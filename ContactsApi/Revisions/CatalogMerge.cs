using System.Text.Json.Nodes;
using ContactsApi.Core.Catalogs;
using ContactsApi.Storage;

namespace ContactsApi.Revisions;

/// <summary>What both sides changed since they parted, each otherwise.</summary>
/// <param name="Id">As in <see cref="CatalogElement"/>; nothing if it is about the order of the kind.</param>
/// <param name="Ours">JSON; nothing if we removed it, and for an order.</param>
/// <param name="Theirs">JSON; nothing if they removed it, and for an order.</param>
public sealed record MergeConflict(string Kind, string? Id, string? Ours, string? Theirs);

/// <summary>
/// What two catalogs that come from the same one make together, element by element: what one side alone changed is taken from it. They
/// remove an incident or an override by name alone, and not by being silent about it.
/// </summary>
/// <param name="Catalog">May break <see cref="CatalogRules"/> though neither side does: one refers to what the other removed.</param>
/// <param name="Conflicts">All that both changed, whichever side is taken.</param>
/// <param name="Unnamed">What stays though they no longer have it, since they do not remove it by name.</param>
public sealed record CatalogMerge(Catalog Catalog, IReadOnlyList<MergeConflict> Conflicts, IReadOnlyList<(string Kind, string Id)> Unnamed)
{
    /// <summary>The kinds of which an element is removed by name alone.</summary>
    public static IReadOnlyList<string> RemovedByName { get; } = ["incidents", "overrides"];

    /// <param name="base">What both come from.</param>
    /// <param name="removed">What they remove by name, whether or not they still have it.</param>
    /// <param name="theirsPrevail">Whether theirs is taken where both changed something, and not ours.</param>
    public static CatalogMerge Of(
        Catalog @base, Catalog ours, Catalog theirs, IReadOnlyCollection<(string Kind, string Id)> removed, bool theirsPrevail)
    {
        var (old, our, their) = (Bodies(@base), Bodies(ours), Bodies(theirs));
        var decisions = our.Keys.Union(their.Keys).ToDictionary(name => name, name => Decide(
            name.Kind, old.GetValueOrDefault(name), our.GetValueOrDefault(name), their.GetValueOrDefault(name), removed.Contains(name)));
        var orders = decisions.Keys.Select(name => name.Kind).Distinct()
            .ToDictionary(kind => kind, kind => MergedOrder.Of(Ids(old, kind), Ids(our, kind), Ids(their, kind), theirsPrevail));
        return new CatalogMerge(
            CatalogElement.Join(
                from order in orders
                from id in order.Value.Ids
                let decision = decisions[(order.Key, id)]
                let body = decision.Whose == Side.Theirs || (decision.Whose == Side.Disputed && theirsPrevail) ? decision.Theirs : decision.Ours
                where body is not null
                select new CatalogElement(order.Key, id, 0, body)),
            [
                .. from decision in decisions
                   where decision.Value.Whose == Side.Disputed
                   select new MergeConflict(decision.Key.Kind, decision.Key.Id, decision.Value.Ours, decision.Value.Theirs),
                .. orders.Where(order => order.Value.IsDisputed).Select(order => new MergeConflict(order.Key, null, null, null)),
            ],
            [.. decisions.Where(decision => decision.Value.Whose == Side.Unnamed && old.ContainsKey(decision.Key)).Select(decision => decision.Key)]);
    }

    private static Decision Decide(string kind, string? before, string? ours, string? theirs, bool named)
    {
        var left = named ? null : theirs;
        return new(ours, left, Whose());

        Side Whose() =>
            left is null && !named && RemovedByName.Contains(kind) ? Side.Unnamed
            : !named && AreSame(before, left) ? Side.Ours
            : AreSame(before, ours) ? Side.Theirs
            : AreSame(ours, left) ? Side.Ours
            : Side.Disputed;
    }

    private static OrderedDictionary<(string Kind, string Id), string?> Bodies(Catalog catalog) =>
        new(CatalogElement.Split(catalog).Select(element => KeyValuePair.Create((element.Kind, element.Id), element.Body)));

    private static string[] Ids(OrderedDictionary<(string Kind, string Id), string?> elements, string kind) =>
        [.. elements.Keys.Where(name => name.Kind == kind).Select(name => name.Id)];

    private static bool AreSame(string? one, string? other) =>
        one == other || (one is not null && other is not null && JsonNode.DeepEquals(JsonNode.Parse(one), JsonNode.Parse(other)));

    private enum Side
    {
        Ours,
        Unnamed,
        Theirs,
        Disputed,
    }

    private sealed record Decision(string? Ours, string? Theirs, Side Whose);
}
