using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.WebUtilities;

namespace ContactsApi.Hosting.OpenApi;

/// <summary>
/// What operations say alike stands once, among the components. Of each name the form that most operations use is the component of that
/// name, any other is named after the first operation that uses it too; what one operation alone says stays where it is.
/// </summary>
public static partial class SharedComponents
{
    private const string Schemas = "#/components/schemas/";

    public static void ShareIn(JsonObject document)
    {
        var operations = (
            from path in document["paths"]!.AsObject()
            from operation in path.Value!.AsObject()
            select (Path: path.Key, Id: operation.Value!["operationId"]!.GetValue<string>(), Definition: operation.Value!)).ToList();
        var responses = (
            from one in operations
            from response in Members(one.Definition, "responses")
            select (one.Id, Status: response.Key, Said: response.Value!)).ToList();
        Share(document, "parameters",
            from one in operations
            from parameter in one.Definition["parameters"]!.AsArray().ToList()
            select (NameOf(parameter!, one.Path), one.Id, parameter!));
        Share(document, "headers", from response in responses from header in Members(response.Said, "headers") select (header.Key, response.Id, header.Value!));
        Share(document, "responses", from response in responses where response.Status[0] != '2' select (NameOf(response.Status), response.Id, response.Said));
        var schemas = document["components"]!["schemas"]!.AsObject();
        PutDescriptionsFirst(schemas);
        SayOnce(document, schemas);
        KeepUsed(document);
    }

    private static void Share(JsonObject document, string kind, IEnumerable<(string Name, string Operation, JsonNode Said)> uses)
    {
        var shared = new JsonObject();
        foreach (var alike in uses.GroupBy(use => use.Name).OrderBy(alike => alike.Key, StringComparer.Ordinal).ToList())
        {
            var forms = alike.GroupBy(use => use.Said.ToJsonString()).OrderByDescending(form => form.Count()).ToList();
            foreach (var (index, form) in forms.Index().Where(form => form.Item.Count() > 1))
            {
                var name = index == 0 ? alike.Key : $"{alike.Key}-of-{form.First().Operation}";
                shared[name] = form.First().Said.DeepClone();
                foreach (var use in form)
                    use.Said.ReplaceWith(new JsonObject { ["$ref"] = $"#/components/{kind}/{name}" });
            }
        }

        document["components"]![kind] = shared;
    }

    /// <summary>What an id names depends on what stands before it.</summary>
    private static string NameOf(JsonNode parameter, string path)
    {
        var name = parameter["name"]!.GetValue<string>();
        return name == "id" && parameter["in"]!.GetValue<string>() == "path" ? $"{PlaceBefore(name, path)}-{name}" : name;
    }

    /// <summary>As <c>channels</c> before the id of a channel.</summary>
    private static string PlaceBefore(string name, string path)
    {
        var steps = path.Split('/');
        return steps[Array.IndexOf(steps, $"{{{name}}}") - 1];
    }

    /// <summary>As <c>NotFound</c>; of those that are not named <c>Refusal</c>.</summary>
    private static string NameOf(string status) => int.TryParse(status, CultureInfo.InvariantCulture, out var code)
        ? ReasonPhrases.GetReasonPhrase(code).Replace(" ", "", StringComparison.Ordinal)
        : "Refusal";

    /// <summary>As the names are read, and without the line breaks of our doc comments.</summary>
    private static void PutDescriptionsFirst(JsonNode? node)
    {
        if (node is JsonObject said && said["description"] is JsonValue description)
        {
            said.Remove("description");
            said.Insert(0, "description", LineBreak().Replace(description.GetValue<string>(), " "));
        }

        foreach (var part in PartsOf(node).ToList())
            PutDescriptionsFirst(part);
    }

    /// <summary>The description of a schema need not stand beside each reference to it.</summary>
    private static void SayOnce(JsonNode? node, JsonObject schemas)
    {
        if (node is JsonObject said && said["$ref"]?.GetValue<string>() is { } reference && reference.StartsWith(Schemas, StringComparison.Ordinal)
            && JsonNode.DeepEquals(said["description"], schemas[reference[Schemas.Length..]]!["description"]))
        {
            said.Remove("description");
        }

        foreach (var part in PartsOf(node))
            SayOnce(part, schemas);
    }

    /// <summary>A schema that nothing refers to tells nobody anything.</summary>
    private static void KeepUsed(JsonObject document)
    {
        var all = document["components"]!["schemas"]!.AsObject();
        var used = new HashSet<string>();
        document["components"]!.AsObject().Remove("schemas");
        Use(document);
        var kept = from schema in all where used.Contains(schema.Key) select KeyValuePair.Create(schema.Key, schema.Value?.DeepClone());
        document["components"]!.AsObject().Insert(0, "schemas", new JsonObject(kept));

        void Use(JsonNode? node)
        {
            if (node is JsonObject said && said["$ref"]?.GetValue<string>() is { } reference && reference.StartsWith(Schemas, StringComparison.Ordinal)
                && used.Add(reference[Schemas.Length..]))
            {
                Use(all[reference[Schemas.Length..]]);
            }

            foreach (var part in PartsOf(node))
                Use(part);
        }
    }

    private static List<KeyValuePair<string, JsonNode?>> Members(JsonNode node, string name) => node[name] is JsonObject members ? [.. members] : [];

    private static IEnumerable<JsonNode?> PartsOf(JsonNode? node) => node switch
    {
        JsonObject members => members.Select(member => member.Value),
        JsonArray items => items,
        _ => [],
    };

    [GeneratedRegex(@"\s*\n\s*")]
    private static partial Regex LineBreak();
}
