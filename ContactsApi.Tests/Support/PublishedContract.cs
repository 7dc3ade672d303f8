using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using ContactsApi.CatalogFiles;
using ContactsApi.Hosting;
using ContactsApi.Hosting.OpenApi;

namespace ContactsApi.Tests.Support;

/// <summary>The committed documents of the contract, as callers read them.</summary>
public static class PublishedContract
{
    public static IReadOnlyList<ContractFile> Files { get; } = [.. PublishedDocument.All.Select(document => new ContractFile(document))];

    public static IReadOnlyList<Operation> Operations { get; } = [.. Files.SelectMany(file => file.Operations)];

    public static ContractFile FileOf(PublishedDocument document) => Files.Single(file => file.Document == document);

    public static Operation OperationOf(string id) => Operations.Single(operation => operation.Id == id);

    /// <summary>A schema by its name, by which both documents mean the same.</summary>
    public static JsonNode Schema(string name) => Files.Select(file => file.Schemas[name]).First(schema => schema is not null)!;

    /// <summary>A schema, or what it refers to.</summary>
    public static JsonNode Whole(JsonNode schema) => schema["$ref"].Text() is { } reference ? Resolve(reference) : schema;

    /// <summary>What a <c>$ref</c> to a schema refers to.</summary>
    public static JsonNode Resolve(string reference) => Schema(reference["#/components/schemas/".Length..]);
}

/// <summary>One of the committed documents.</summary>
public sealed record ContractFile(PublishedDocument Document)
{
    public byte[] Bytes { get; } = File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, Document.File));

    public JsonObject Root => field ??= new YamlText(Document.File, new StreamReader(new MemoryStream(Bytes))).Root!.AsObject();

    public JsonObject Schemas => Root["components"]!["schemas"]!.AsObject();

    /// <summary>Each as a whole, with what it shares with others in its place.</summary>
    public IReadOnlyList<Operation> Operations => field ??=
    [
        .. from path in Root["paths"]!.AsObject()
           from method in path.Value!.AsObject()
           select new Operation(method.Key, path.Key, Whole(method.Value!.AsObject())),
    ];

    public override string ToString() => Document.File;

    private JsonObject Whole(JsonObject operation)
    {
        var whole = WithoutReferences(operation)!.AsObject();
        whole["security"] ??= Root["security"]!.DeepClone();
        return whole;
    }

    private JsonNode? WithoutReferences(JsonNode? node) => node switch
    {
        JsonObject shared when shared["$ref"].Text() is { } reference && !reference.StartsWith("#/components/schemas/", StringComparison.Ordinal) =>
            WithoutReferences(reference.TrimStart('#', '/').Split('/').Aggregate((JsonNode)Root, (place, name) => place[name]!)),
        JsonObject members => new JsonObject(members.Select(member => KeyValuePair.Create(member.Key, WithoutReferences(member.Value)))),
        JsonArray items => new JsonArray([.. items.Select(WithoutReferences)]),
        _ => node?.DeepClone(),
    };
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

    public IReadOnlyDictionary<int, JsonNode> Responses
    {
        get
        {
            var published = Definition["responses"]!.AsObject();
            var named = published.Where(response => response.Key != Other).ToDictionary(response => int.Parse(response.Key, null), response => response.Value!);
            foreach (var status in published[Other] is null ? [] : RefusalsOfAny)
                named.TryAdd(status, published[Other]!);
            return named;
        }
    }

    private const string Other = "default";

    /// <summary>What it stands for where they are not named, by its description.</summary>
    private static readonly int[] RefusalsOfAny = [401, 429, 500];

    /// <summary>The schema of a response's body by its media type.</summary>
    public IReadOnlyDictionary<string, JsonNode?> Bodies(int status) =>
        Responses[status]["content"]!.AsObject().ToDictionary(one => one.Key, one => one.Value?["schema"]);

    /// <summary>The only media type of a response, with the schema of its body; the whole in JSON where it is to be had as plain text or in short too.</summary>
    public (string MediaType, JsonNode? Schema) Body(int status)
    {
        var bodies = Bodies(status);
        var (mediaType, schema) = Assert.Single(bodies, one => bodies.Count == 1 || one.Key is not ("text/plain" or ShortView.MediaType));
        return (mediaType, schema);
    }

    public override string ToString() => $"{Method.ToUpperInvariant()} {Path}";

    [GeneratedRegex(@"\{\w+\}")]
    private static partial Regex PathParameter();
}
