using Microsoft.OpenApi;
using Swashbuckle.AspNetCore.SwaggerGen;

namespace ContactsApi.Hosting.OpenApi;

/// <summary>What a document says as a whole: where it is served, what its tags mean, what answers always hold.</summary>
public sealed class DocumentFilter : IDocumentFilter
{
    /// <summary>In the order in which people read them.</summary>
    private static readonly (string Name, string Description)[] Tags =
    [
        ("Best channel", "The one question that the service exists for."),
        ("Channels", "The directory of channels, their hours and who says what."),
        ("Checks", "Whether a number, an address or a link is one of the directory."),
        ("Topics", "What people need help with, who helps, and what to prepare."),
        ("Regions", "The federal subjects of Russia, their time zones and their offices."),
        ("Calendar", "The Russian production calendar."),
        ("Requests", "Writing to the support centre."),
        ("Formats", "The same in the formats that other programs take as they are."),
        ("Corrections", "What callers say is wrong, and what stewards make of it."),
        ("Quality", "What is doubtful about the catalog, for data stewards."),
        ("Revisions", "How the catalog came to be what it is."),
        ("Bots", "Messengers whose users ask the service."),
        ("Health", "For those who run the service."),
        ("Editing", "Changing the catalog, for data stewards and operators."),
        ("Keys", "Who may do more than read, for admins."),
        ("Webhooks", "Being told of what happens, for everybody with a key."),
        ("Audit", "Who wrote what, for admins."),
    ];

    public void Apply(OpenApiDocument swaggerDoc, DocumentFilterContext context)
    {
        swaggerDoc.Servers = [new OpenApiServer { Url = "/", Description = "The service that serves this document" }];
        var rank = Tags.Index().ToDictionary(tag => tag.Item.Name, tag => tag.Index);
        var paths = swaggerDoc.Paths.OrderBy(path => rank[TagsOf(path.Value).First()]).ThenBy(path => path.Key, StringComparer.Ordinal).ToList();
        swaggerDoc.Paths = [];
        foreach (var (path, item) in paths)
            swaggerDoc.Paths.Add(path, item);
        var used = paths.SelectMany(path => TagsOf(path.Value)).ToHashSet();
        swaggerDoc.Tags = Tags.Where(tag => used.Contains(tag.Name)).Select(tag => new OpenApiTag { Name = tag.Name, Description = tag.Description }).ToHashSet();
        swaggerDoc.Security = SecurityFilter.RequirementsOf(context.DocumentName, swaggerDoc);
        foreach (var schema in (swaggerDoc.Components?.Schemas ?? new Dictionary<string, IOpenApiSchema>()).Values)
        {
            if (schema is OpenApiSchema { Properties: { } properties })
                ThisOrNull(properties);
        }

        CatalogSchemas.AddTo(swaggerDoc);
    }

    private static IEnumerable<string> TagsOf(IOpenApiPathItem path) => path.Operations!.Values.SelectMany(operation => operation.Tags!).Select(tag => tag.Name!);

    /// <summary>OpenAPI 3.1 says "this or null" by <c>oneOf</c>, where Swashbuckle would ask for both at once.</summary>
    private static void ThisOrNull(IDictionary<string, IOpenApiSchema> properties)
    {
        foreach (var (name, value) in properties.ToList())
        {
            if (value is OpenApiSchema { AllOf: [OpenApiSchemaReference reference] } property)
                properties[name] = OfReference(reference, property);
        }
    }

    private static IOpenApiSchema OfReference(OpenApiSchemaReference reference, OpenApiSchema property)
    {
        if (property.Type == JsonSchemaType.Null)
            return new OpenApiSchema { Description = property.Description, OneOf = [reference, new OpenApiSchema { Type = JsonSchemaType.Null }] };
        reference.Description = property.Description ?? reference.Description;
        return reference;
    }
}
