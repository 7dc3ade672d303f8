using ContactsApi.Core;
using ContactsApi.Core.Catalogs;

namespace ContactsApi.Commands;

/// <summary>What a command would write on the newest revision, or why it does not.</summary>
/// <param name="Catalog">Nothing if it cannot be told.</param>
public sealed record Proposal(Catalog? Catalog)
{
    /// <summary>What whoever runs the command should know besides what changes.</summary>
    public IReadOnlyList<LocalizedText> Notes { get; init; } = [];

    /// <summary>Why it is not written; empty if nothing is in the way.</summary>
    public IReadOnlyList<LocalizedText> Obstacles { get; init; } = [];

    public static Proposal Refused(LocalizedText why) => new((Catalog?)null) { Obstacles = [why] };
}
