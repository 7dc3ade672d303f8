using Microsoft.OpenApi;
using Swashbuckle.AspNetCore.SwaggerGen;

namespace ContactsApi.Hosting.OpenApi;

/// <summary>What the document says as a whole: where it is served, what its tags mean, what answers always hold.</summary>
public sealed class DocumentFilter : IDocumentFilter
{
    public void Apply(OpenApiDocument swaggerDoc, DocumentFilterContext context)
    {
        swaggerDoc.Servers = [new OpenApiServer { Url = "/", Description = "The service that serves this document" }];
        swaggerDoc.Tags = new HashSet<OpenApiTag>
        {
            new() { Name = "Best channel", Description = "The one question that the service exists for." },
            new() { Name = "Requests", Description = "Writing to the support centre." },
            new() { Name = "Bots", Description = "Messengers whose users ask the service." },
            new() { Name = "Channels", Description = "The directory of channels, their hours and who says what." },
            new() { Name = "Topics", Description = "What people need help with, who helps, and what to prepare." },
            new() { Name = "Formats", Description = "The same in the formats that other programs take as they are." },
            new() { Name = "Regions", Description = "The federal subjects of Russia, their time zones and their offices." },
            new() { Name = "Calendar", Description = "The Russian production calendar." },
            new() { Name = "Quality", Description = "What is doubtful about the catalog, for data stewards." },
            new() { Name = "Revisions", Description = "How the catalog came to be what it is." },
            new() { Name = "Editing", Description = "Changing the catalog, for data stewards and operators." },
            new() { Name = "Corrections", Description = "What callers say is wrong, and what stewards make of it." },
            new() { Name = "Keys", Description = "Who may do more than read, for admins." },
            new() { Name = "Audit", Description = "Who wrote what, for admins." },
            new() { Name = "Health", Description = "For those who run the service." },
        };
        foreach (var schema in (swaggerDoc.Components?.Schemas ?? new Dictionary<string, IOpenApiSchema>()).Values)
        {
            if (schema is OpenApiSchema { Properties: { } properties })
                ThisOrNull(properties);
        }

        CatalogSchemas.AddTo(swaggerDoc);
    }

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
