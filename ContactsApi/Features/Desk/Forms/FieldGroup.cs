using ContactsApi.Core;

namespace ContactsApi.Features.Desk.Forms;

/// <summary>How a field is filled in.</summary>
public enum FieldLook
{
    Line,
    Lines,
    Phone,
    Number,
    Date,

    /// <summary>Ticked or not.</summary>
    Tick,

    /// <summary>One of <see cref="FormField.Choices"/>.</summary>
    One,

    /// <summary>Any of <see cref="FormField.Choices"/>.</summary>
    Some,
}

/// <summary>A field of a form.</summary>
/// <param name="Name">Its path inside what is edited.</param>
public sealed record FormField(string Name, LocalizedText Label, FieldLook Look = FieldLook.Line)
{
    public IReadOnlyList<(string Value, LocalizedText Name)> Choices { get; init; } = [];

    /// <summary>In Russian and in English.</summary>
    public static IEnumerable<FormField> InBoth(string name, string ru, string en, FieldLook look = FieldLook.Line) =>
    [
        new($"{name}.ru", new($"{ru} по-русски", $"{en} in Russian"), look),
        new($"{name}.en", new($"{ru} по-английски", $"{en} in English"), look),
    ];
}

/// <summary>Fields that belong together.</summary>
/// <param name="IsOpen">Whether they are seen without asking for them.</param>
public sealed record FieldGroup(LocalizedText Title, IReadOnlyList<FormField> Fields, bool IsOpen = false)
{
    /// <summary>The path of what all of them are about: faults of that are said here.</summary>
    public string? Name { get; init; }

    /// <summary>What people call every field, and every group that has a name.</summary>
    public static IReadOnlyDictionary<string, LocalizedText> LabelsOf(IReadOnlyList<FieldGroup> groups) => new Dictionary<string, LocalizedText>(
    [
        .. from one in groups where one.Name is not null select KeyValuePair.Create(one.Name, one.Title),
        .. from one in groups
           from part in one.Fields
           select KeyValuePair.Create(part.Name, one.Name?.EndsWith(']') == true ? new LocalizedText($"{one.Title.Ru}: {part.Label.Ru}", $"{one.Title.En}: {part.Label.En}") : part.Label),
    ]);
}
