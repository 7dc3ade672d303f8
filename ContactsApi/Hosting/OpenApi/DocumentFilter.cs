using Microsoft.OpenApi;
using Swashbuckle.AspNetCore.SwaggerGen;

namespace ContactsApi.Hosting.OpenApi;

/// <summary>What the document says as a whole: where it is served, what its tags mean, that reading needs no key, what answers always hold.</summary>
public sealed class DocumentFilter : IDocumentFilter
{
    public void Apply(OpenApiDocument swaggerDoc, DocumentFilterContext context)
    {
        swaggerDoc.Servers = [new OpenApiServer { Url = "/", Description = "The service that serves this document" }];
        swaggerDoc.Tags = new HashSet<OpenApiTag>
        {
            new() { Name = "Best channel", Description = "The one question that the service exists for." },
            new() { Name = "Channels", Description = "The directory of channels, their hours and who says what." },
            new() { Name = "Regions", Description = "The federal subjects of Russia, their time zones and their offices." },
            new() { Name = "Calendar", Description = "The Russian production calendar." },
            new() { Name = "Quality", Description = "What is doubtful about the catalog, for data stewards." },
            new() { Name = "Revisions", Description = "How the catalog came to be what it is." },
            new() { Name = "Health", Description = "For those who run the service." },
        };
        foreach (var operation in swaggerDoc.Paths.Values.SelectMany(path => path.Operations ?? []))
            operation.Value.Security = [];
        foreach (var schema in (swaggerDoc.Components?.Schemas ?? new Dictionary<string, IOpenApiSchema>()).Values.OfType<OpenApiSchema>())
            AnswersAreWhole(schema);
    }

    /// <summary>
    /// Every property is there in every answer; what is absent is null. OpenAPI 3.1 says "this or null" by <c>oneOf</c>, where
    /// Swashbuckle would ask for both at once.
    /// </summary>
    private static void AnswersAreWhole(OpenApiSchema schema)
    {
        if (schema.Properties is not { } properties)
            return;
        schema.Required = properties.Keys.ToHashSet();
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
