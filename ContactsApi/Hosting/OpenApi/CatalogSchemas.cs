using System.Text.Json.Nodes;
using ContactsApi.CatalogFiles;
using ContactsApi.Core.Hours;
using Microsoft.OpenApi;
using Microsoft.OpenApi.Reader;

namespace ContactsApi.Hosting.OpenApi;

/// <summary>The types of the catalog as stewards write them. Their schemas are those of catalog files, so that both say the same.</summary>
public static class CatalogSchemas
{
    /// <summary>An incident as it is announced: its id is made, and it starts now if nothing else is said.</summary>
    public const string Announcement = "IncidentAnnouncement";

    public static void AddTo(OpenApiDocument document)
    {
        var definitions = CatalogSchema.Definitions;
        var announcement = definitions[nameof(Incident)]!.DeepClone().AsObject();
        announcement["properties"]!.AsObject().Remove("id");
        announcement["required"] = new JsonArray("channelId", "reason");
        definitions[Announcement] = announcement;
        foreach (var (name, schema) in definitions)
        {
            var json = schema!.ToJsonString().Replace("#/$defs/", "#/components/schemas/", StringComparison.Ordinal);
            var parsed = OpenApiModelFactory.Parse<OpenApiSchema>(json, OpenApiSpecVersion.OpenApi3_1, document, out _, OpenApiConstants.Json);
            document.Components!.Schemas![name] = parsed!;
        }
    }
}
