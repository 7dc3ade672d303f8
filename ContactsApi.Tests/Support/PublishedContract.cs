using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using ContactsApi.CatalogFiles;

namespace ContactsApi.Tests.Support;

/// <summary>The committed <c>openapi.yaml</c>, as callers read it.</summary>
public static class PublishedContract
{
    public static byte[] Bytes { get; } = File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "openapi.yaml"));

    public static JsonObject Document { get; } =
        new YamlText("openapi.yaml", new StreamReader(new MemoryStream(Bytes))).Root!.AsObject();

    public static IReadOnlyList<Operation> Operations { get; } =
    [
        .. from path in Document["paths"]!.AsObject()
           from method in path.Value!.AsObject()
           select new Operation(method.Key, path.Key, method.Value!.AsObject()),
    ];

    public static Operation OperationOf(string id) => Operations.Single(operation => operation.Id == id);

    /// <summary>What a <c>$ref</c> refers to.</summary>
    public static JsonNode Resolve(string reference) =>
        reference.TrimStart('#', '/').Split('/').Aggregate((JsonNode)Document, (node, name) => node[name]!);
}

/// <summary>One method of one path of the contract.</summary>
public sealed partial record Operation(string Method, string Path, JsonObject Definition)
{
    public string? Id => Definition["operationId"].Text();

    /// <summary>The path with something in place of its parameters.</summary>
    public string AnyUri => PathParameter().Replace(Path, "1");

    /// <summary>The media type of the body that it takes; nothing if it takes none.</summary>
    public string? RequestType => Definition["requestBody"]?["content"]!.AsObject().Single().Key;

    /// <summary>The bodies that it shows, by their names; one that is alone has none.</summary>
    public IReadOnlyDictionary<string, JsonNode?> BodyExamples => Definition["requestBody"]?["content"]!.AsObject().Single().Value switch
    {
        null => new Dictionary<string, JsonNode?>(),
        var body when body["examples"] is JsonObject several => several.ToDictionary(one => one.Key, one => one.Value!["value"]),
        var body => new Dictionary<string, JsonNode?> { [""] = body["example"] },
    };

    public IEnumerable<JsonNode> Parameters => Definition["parameters"]!.AsArray().OfType<JsonNode>();

    public IReadOnlyDictionary<int, JsonNode> Responses =>
        Definition["responses"]!.AsObject().ToDictionary(response => int.Parse(response.Key, null), response => response.Value!);

    /// <summary>The only media type of a response, with the schema of its body; JSON where plain text is to be had too.</summary>
    public (string MediaType, JsonNode? Schema) Body(int status)
    {
        var content = Responses[status]["content"]!.AsObject();
        var (mediaType, body) = Assert.Single(content, one => content.Count == 1 || one.Key != "text/plain");
        return (mediaType, body?["schema"]);
    }

    public override string ToString() => $"{Method.ToUpperInvariant()} {Path}";

    [GeneratedRegex(@"\{\w+\}")]
    private static partial Regex PathParameter();
}
