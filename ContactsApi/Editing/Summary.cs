namespace ContactsApi.Editing;

/// <summary>What a change did, for a history in which its author gave no reason.</summary>
public static class Summary
{
    public static string Of(EditedCatalog edited) => string.Join("; ", edited.Changes
        .Where(change => change.Before != change.After)
        .GroupBy(change => change.Before is null ? "Added" : change.After is null ? "Removed" : "Changed")
        .Select(changes => $"{changes.Key} {Named(edited, [.. changes.Select(change => $"{change.Kind}/{change.Id}")])}"));

    private static string Named(EditedCatalog edited, IReadOnlyList<string> elements) => elements switch
    {
        [_] when edited.Path is { } path => path.ToString(),
        { Count: <= 3 } => string.Join(", ", elements),
        _ => $"{elements.Count} elements",
    };
}
