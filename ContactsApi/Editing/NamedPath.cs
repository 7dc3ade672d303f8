using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using ContactsApi.Storage;

namespace ContactsApi.Editing;

/// <summary>A place in a catalog as people find it: <c>channels[hotline].hours[0].schedule</c>.</summary>
public static partial class NamedPath
{
    /// <param name="path">As <c>$.channels[3].hours[0].schedule</c>.</param>
    public static string Of(string path, JsonObject catalog) =>
        TopItem().Match(path) is { Success: true } match
        && CatalogElement.Keys.Select(key => catalog[match.Groups["list"].Value]?[int.Parse(match.Groups["index"].Value, CultureInfo.InvariantCulture)]?[key])
            .FirstOrDefault(id => id is not null) is { } name
            ? $"{match.Groups["list"].Value}[{name}]{match.Groups["rest"].Value}"
            : path["$.".Length..];

    [GeneratedRegex(@"^\$\.(?<list>\w+)\[(?<index>[0-9]+)\](?<rest>.*)$", RegexOptions.ExplicitCapture)]
    private static partial Regex TopItem();
}
