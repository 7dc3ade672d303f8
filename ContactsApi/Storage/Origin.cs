namespace ContactsApi.Storage;

/// <summary>Where a write comes from.</summary>
/// <param name="Author">Who answers for it, as people call them.</param>
public sealed record Origin(string Author)
{
    /// <summary>The API key it was made with; absent for a command.</summary>
    public string? KeyId { get; init; }

    /// <summary>A keyed hash of the caller's network address; absent for a command.</summary>
    public string? AddressHash { get; init; }

    /// <summary>The request that made it; absent for a command.</summary>
    public string? RequestId { get; init; }
}
