using Microsoft.AspNetCore.Components;

namespace ContactsApi.Features.Desk.Forms;

/// <summary>A part of a form.</summary>
public abstract class FormPart : DeskPart
{
    [CascadingParameter]
    public FormState State { get; set; } = null!;

    protected string? Held(string name) => State.Typed[name];

    protected static string IdOf(string name) => $"f-{name.Replace('.', '-')}";
}
