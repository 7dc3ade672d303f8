using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Components;

namespace ContactsApi.Features.Desk.Forms;

/// <summary>A part of a form.</summary>
public abstract partial class FormPart : DeskPart
{
    [CascadingParameter]
    public FormState State { get; set; } = null!;

    protected string? Held(string name) => State.Typed[name];

    protected static string IdOf(string name) => $"f-{NotOfAnId().Replace(name, "-")}";

    [GeneratedRegex("[^A-Za-z0-9-]+")]
    private static partial Regex NotOfAnId();
}
