using System.Text.RegularExpressions;
using ContactsApi.Core;
using ContactsApi.Serialization;
using Microsoft.AspNetCore.Components;

namespace ContactsApi.Features.Pages;

/// <summary>A part of a page, which speaks the language of the page.</summary>
public abstract partial class Localised : ComponentBase
{
    [CascadingParameter]
    public required PageRequest Page { get; set; }

    protected string T(string ru, string en) => Page.Language == Language.En ? en : ru;

    protected string T(LocalizedText text) => text.In(Page.Language);

    /// <summary>A text with the quotations in it set apart where they are written from right to left: else the numbers after them change places.</summary>
    protected static RenderFragment Isolated(string text) => builder =>
    {
        foreach (var part in RightToLeft().IsMatch(text) ? Quotation().Split(text) : [text])
        {
            if (RightToLeft().IsMatch(part))
            {
                builder.OpenElement(0, "bdi");
                builder.AddContent(1, part);
                builder.CloseElement();
            }
            else
            {
                builder.AddContent(2, part);
            }
        }
    };

    /// <summary>As addresses and style sheets name a value.</summary>
    protected static string Code<T>(T value)
        where T : struct, Enum => EnumNames<T>.Of(value);

    [GeneratedRegex("(«[^»]*»|“[^”]*”)")]
    private static partial Regex Quotation();

    /// <summary>Letters of Hebrew, Arabic and their neighbours.</summary>
    [GeneratedRegex(@"[\u0590-\u08FF\uFB1D-\uFDFF\uFE70-\uFEFF]")]
    private static partial Regex RightToLeft();
}
