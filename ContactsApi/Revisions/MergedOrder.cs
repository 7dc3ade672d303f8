namespace ContactsApi.Revisions;

/// <summary>The order in which the elements of one kind stand after a merge.</summary>
/// <param name="Ids">Of all elements that either side has.</param>
/// <param name="IsDisputed">Whether both sides changed the order, each otherwise.</param>
public sealed record MergedOrder(IReadOnlyCollection<string> Ids, bool IsDisputed)
{
    /// <summary>
    /// The order of the side that changed it, ours if neither did. What only the other side has goes before whatever follows it there:
    /// what was added at the end of a list goes to the end, and moves nothing.
    /// </summary>
    /// <inheritdoc cref="CatalogMerge.Of"/>
    public static MergedOrder Of(string[] @base, string[] ours, string[] theirs, bool theirsPrevail)
    {
        var theyMoved = !Agree(@base, theirs);
        var isDisputed = theyMoved && !Agree(@base, ours) && !Agree(ours, theirs);
        return new(theyMoved && (theirsPrevail || !isDisputed) ? Union(theirs, ours) : Union(ours, theirs), isDisputed);
    }

    private static bool Agree(string[] one, string[] other) => one.Intersect(other).SequenceEqual(other.Intersect(one));

    private static LinkedList<string> Union(string[] first, string[] second)
    {
        var order = new LinkedList<string>(first);
        var places = new Dictionary<string, LinkedListNode<string>>();
        for (var place = order.First; place is not null; place = place.Next)
            places.Add(place.Value, place);
        LinkedListNode<string>? next = null;
        foreach (var id in second.Reverse())
        {
            if (!places.TryGetValue(id, out var place))
                place = next is null ? order.AddLast(id) : order.AddBefore(next, id);
            next = place;
        }

        return order;
    }
}
