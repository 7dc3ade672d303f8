using System.Text.Json.Nodes;
using ContactsApi.Hosting.Bodies;
using ContactsApi.Serialization;
using Microsoft.OpenApi;
using Swashbuckle.AspNetCore.SwaggerGen;

namespace ContactsApi.Hosting.OpenApi;

/// <summary>Publishes the body that an endpoint declares by its <see cref="BodyContract"/>.</summary>
public sealed class RequestBodiesFilter : IOperationFilter
{
    /// <summary>What the names of request types end with.</summary>
    public const string Suffix = "Request";

    public void Apply(OpenApiOperation operation, OperationFilterContext context)
    {
        var metadata = context.ApiDescription.ActionDescriptor.EndpointMetadata;
        if (metadata.OfType<BodyContract>().LastOrDefault() is not { } contract)
            return;
        var documented = metadata.OfType<DocumentedBody>().LastOrDefault();
        operation.RequestBody = new OpenApiRequestBody
        {
            Description = documented?.Description,
            Required = true,
            Content = new Dictionary<string, IOpenApiMediaType>
            {
                [contract.MediaType] = new OpenApiMediaType
                {
                    Schema = contract.Form is { } form ? OfForm(form, context)
                        : documented?.Schema is { } name ? DocumentationFilter.Named(name, context)
                        : new OpenApiSchema { Type = JsonSchemaType.Object },
                    Example = documented?.Examples is [var only] ? JsonNode.Parse(only.Json()) : null,
                    Examples = documented?.Examples is [_, _, ..] several ? several.ToDictionary(NameOf, Described) : null,
                },
            },
        };
    }

    /// <summary>As <c>another-number</c>.</summary>
    private static string NameOf(DocumentedExample example) => example.Summary.ToLowerInvariant().Replace(' ', '-');

    private static IOpenApiExample Described(DocumentedExample example) =>
        new OpenApiExample { Summary = example.Summary, Value = JsonNode.Parse(example.Json()) };

    private static IOpenApiSchema OfForm(Type form, OperationFilterContext context)
    {
        var schema = context.SchemaGenerator.GenerateSchema(form, context.SchemaRepository);
        if (context.SchemaRepository.Schemas[form.Name] is OpenApiSchema named)
            named.Required = RequiredBy(form);
        return schema;
    }

    /// <summary>As the reader of bodies sees it.</summary>
    private static HashSet<string> RequiredBy(Type type) =>
    [
        .. ContactsJson.Strict.GetTypeInfo(type).Properties.Where(property => property.IsRequired).Select(property => property.Name),
    ];
}
