using ContactsApi.Core;
using ContactsApi.Serialization;
using Microsoft.AspNetCore.Components;

namespace ContactsApi.Features.Pages;

/// <summary>A part of a page, which speaks the language of the page.</summary>
public abstract class Localised : ComponentBase
{
    [CascadingParameter]
    public required PageRequest Page { get; set; }

    protected string T(string ru, string en) => Page.Language == Language.En ? en : ru;

    protected string T(LocalizedText text) => text.In(Page.Language);

    /// <summary>As addresses and style sheets name a value.</summary>
    protected static string Code<T>(T value)
        where T : struct, Enum => EnumNames<T>.Of(value);
}
