using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using ContactsApi.Core.Catalogs;

namespace ContactsApi.CatalogFiles;

/// <summary>
/// A number written as answers show it: with the words to read (<c>display</c>), the link (<c>uri</c>) and the digits to dial. All of these
/// follow from <c>phone</c>, and that alone is written.
/// </summary>
public static partial class ShownNumber
{
    /// <summary>The lists of which the items have addresses.</summary>
    public static IReadOnlyList<string> Lists { get; } = ["channels", "offices"];

    private static readonly string[] Dialled = ["dial", "dialNote"];

    /// <param name="element">A channel or an office as somebody wrote it.</param>
    public static IEnumerable<CatalogProblem> ProblemsOf(JsonNode? element, string path)
    {
        if ((element as JsonObject)?["address"] is not JsonObject address)
            return [];
        var uri = TextOf(address["uri"]);
        var number = uri is null ? null : NumberIn().Match(uri) is { Success: true } match ? match.Groups["number"].Value : null;
        if (uri is not null && number is null)
            return [];
        return
        [
            .. from shown in address
               where shown.Key == "uri" ? number is not null
                   : shown.Key == "display" ? TextOf(shown.Value) is not null
                   : Dialled.Contains(shown.Key)
               select new CatalogProblem($"{path}.address.{shown.Key}", Written(number ?? "+78005553535")),
        ];
    }

    /// <summary>All that is wrong: of what was shown, how it is written counts, and not what form the shown property would need.</summary>
    public static IReadOnlyList<CatalogProblem> Explain(IEnumerable<CatalogProblem> unfit, IEnumerable<CatalogProblem> shown)
    {
        List<CatalogProblem> explained = [.. shown];
        return [.. unfit.ExceptBy(explained.Select(problem => problem.Path), problem => problem.Path), .. explained];
    }

    private static string? TextOf(JsonNode? value) => value?.GetValueKind() == JsonValueKind.String ? value.GetValue<string>() : null;

    private static Core.LocalizedText Written(string number) => new(
        $"так номер показывают в ответах, а записывают его одним phone: \"phone\": \"{number}\"",
        $"so answers show a number; it is written as phone alone: \"phone\": \"{number}\"");

    /// <summary>A short number has no country code, and so can only be written as a link.</summary>
    [GeneratedRegex(@"^tel:(?<number>\+[1-9][0-9]{6,14})\z")]
    private static partial Regex NumberIn();
}
