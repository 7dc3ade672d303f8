namespace ContactsApi.Editing;

/// <summary>What a change did, for a history in which its author gave no reason.</summary>
public static class Summary
{
    public static string Of(Draft draft) => string.Join("; ", draft.Changes
        .Where(change => change.Before != change.After)
        .GroupBy(change => change.Before is null ? "Added" : change.After is null ? "Removed" : "Changed")
        .Select(changes => $"{changes.Key} {Named(draft, [.. changes.Select(change => $"{change.Kind}/{change.Id}")])}"));

    private static string Named(Draft draft, IReadOnlyList<string> elements) => elements switch
    {
        [_] when draft.Place is { } place => place.ToString(),
        { Count: <= 3 } => string.Join(", ", elements),
        _ => $"{elements.Count} elements",
    };
}
