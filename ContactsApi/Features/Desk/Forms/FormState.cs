using ContactsApi.Core;
using ContactsApi.Features.Admin;
using ContactsApi.Storage;

namespace ContactsApi.Features.Desk.Forms;

/// <summary>A form as it is on the screen.</summary>
/// <param name="Revision">The revision that it shows and will be compared with.</param>
/// <param name="Typed">What the fields hold.</param>
public sealed record FormState(EditForm Form, long Revision, Fields Typed)
{
    /// <summary>What is wrong, by field, <c>$</c> for the whole.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<LocalizedText>> Errors { get; init; } = new Dictionary<string, IReadOnlyList<LocalizedText>>();

    /// <summary>What it would do; nothing as long as nobody asked.</summary>
    public WriteResponse? Preview { get; init; }

    /// <summary>What somebody else changed in between; nothing if nobody did.</summary>
    public Conflict? Conflict { get; init; }

    /// <summary>Why nothing was written though nothing is wrong with what was typed.</summary>
    public LocalizedText? Trouble { get; init; }

    public int Status { get; init; } = StatusCodes.Status200OK;
}

/// <summary>A change of the same between opening a form and sending it.</summary>
/// <param name="By">The revisions in between, the newest first; none if the store does not tell.</param>
/// <param name="Fields">The fields that differ.</param>
/// <param name="IsGone">Whether what the form is about is no longer there.</param>
public sealed record Conflict(IReadOnlyList<RevisionEntry> By, IReadOnlyList<ConflictingField> Fields, bool IsGone);

/// <summary>A field that somebody else changed.</summary>
/// <param name="Opened">When the form was opened.</param>
/// <param name="Now">As the other left it.</param>
/// <param name="Mine">As it was typed here.</param>
/// <param name="Merged">What the field holds from now on: mine, unless nothing was typed here.</param>
public sealed record ConflictingField(string Name, string? Opened, string? Now, string? Mine, string? Merged);
