using System.Text;
using ContactsApi.Hosting.Bodies;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.WebUtilities;

namespace ContactsApi.Features.Pages;

/// <summary>What a form of a page sends.</summary>
public static class PageForm
{
    public static BodyContract Body { get; } = new("application/x-www-form-urlencoded", BodyContract.FormBytes);

    /// <summary>A field that was left empty says nothing.</summary>
    public static Dictionary<string, string> FieldsOf(HttpContext context)
    {
        var fields = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var pair in new QueryStringEnumerable(Encoding.UTF8.GetString(context.Features.GetRequiredFeature<ReceivedBody>().Bytes.Span)))
        {
            if (pair.DecodeValue().ToString() is { Length: > 0 } value)
                fields[pair.DecodeName().ToString()] = value;
        }

        return fields;
    }
}
