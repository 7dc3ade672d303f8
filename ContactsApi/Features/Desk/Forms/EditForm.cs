using ContactsApi.Core;
using ContactsApi.Editing;
using ContactsApi.Storage;

namespace ContactsApi.Features.Desk.Forms;

/// <summary>A form by which a steward changes the catalog. Its fields are named as the paths inside what is edited, so that a fault finds its field.</summary>
/// <param name="Body">The component that has the fields.</param>
/// <param name="Labels">What people call the fields.</param>
/// <param name="Shown">What it shows of a revision; nothing if that does not have what it is about. By it a change in between is noticed.</param>
/// <param name="Change">What it makes of a revision.</param>
/// <param name="Done">The view to go to afterwards.</param>
public sealed record EditForm(
    LocalizedText Title,
    Type Body,
    IReadOnlyDictionary<string, LocalizedText> Labels,
    Func<CatalogSnapshot, Fields?> Shown,
    Func<Fields, CatalogSnapshot, EditedCatalog> Change,
    string Done)
{
    /// <summary>What the component is given besides.</summary>
    public IReadOnlyDictionary<string, object?> Parameters { get; init; } = new Dictionary<string, object?>();

    /// <summary>
    /// Whether what callers will be told is shown first, and written only when that was seen. Not where the form shows it from the beginning,
    /// and every second counts.
    /// </summary>
    public bool ShowsFirst { get; init; } = true;

    /// <summary>What the fields hold at first besides what is shown of the revision.</summary>
    public Fields Suggested { get; init; } = [];

    /// <summary>Why, if nobody says it; a summary of the change when absent.</summary>
    public string? Reason { get; init; }

    /// <summary>What else is to be done once the revision is written, as judging the correction that it mends.</summary>
    public Action<HttpContext, CatalogSnapshot>? Afterwards { get; init; }

    /// <summary>Whether one of its fields is a file.</summary>
    public bool TakesFiles { get; init; }

    /// <summary>What the button says that writes.</summary>
    public LocalizedText Button { get; init; } = new("Сохранить", "Save");
}
