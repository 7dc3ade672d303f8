using System.Globalization;
using System.Text.Json.Nodes;
using ContactsApi.Tests.Support;

namespace ContactsApi.Tests.Vectors;

/// <summary>A worked example: a request and the answer that the rules give.</summary>
public sealed record Vector(string Name, JsonNode Request, JsonNode Expected)
{
    public static IEnumerable<TheoryDataRow<Vector>> Of(string file) =>
        Json.Parse(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Vectors", file)))["vectors"]!.AsArray()
            .Select(vector => new TheoryDataRow<Vector>(new(vector!["name"].Text()!, vector["request"]!, vector["expected"]!))
            {
                TestDisplayName = vector["name"].Text(),
            });

    /// <summary>The request as a query string, a list as a repeated parameter.</summary>
    public string Query(params string[] except) => string.Join('&',
        from parameter in Request.AsObject()
        where !except.Contains(parameter.Key)
        from value in parameter.Value is JsonArray list ? list.Select(item => item.Text()!) : [parameter.Value.Text()!]
        select string.Create(CultureInfo.InvariantCulture, $"{parameter.Key}={Uri.EscapeDataString(value)}"));

    public override string ToString() => Name;
}
