using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.OpenApi;
using Swashbuckle.AspNetCore.SwaggerGen;

namespace ContactsApi.Hosting.OpenApi;

/// <summary>Publishes what an endpoint says of its path, its answer and headers, where the generator cannot know it.</summary>
public sealed class DocumentationFilter : IOperationFilter
{
    public void Apply(OpenApiOperation operation, OperationFilterContext context)
    {
        operation.Parameters ??= [];
        var metadata = context.ApiDescription.ActionDescriptor.EndpointMetadata;
        foreach (var path in metadata.OfType<DocumentedPath>())
        {
            var parameter = ParameterOf(operation, path);
            (parameter.Description, parameter.Example) = (path.Description, path.Example);
        }

        if (metadata.OfType<DocumentedElement>().LastOrDefault() is { } element && operation.Responses!["200"] is OpenApiResponse answer)
            answer.Content!["application/json"] = new OpenApiMediaType { Schema = Named(element.Schema, context) };
        if (metadata.OfType<AlsoPlainText>().Any() && operation.Responses!["200"] is OpenApiResponse either)
            either.Content![PlainText.MediaType] = new OpenApiMediaType { Schema = new OpenApiSchema { Type = JsonSchemaType.String } };
        if (metadata.OfType<AlsoInShort>().LastOrDefault() is { } brief && operation.Responses!["200"] is OpenApiResponse both)
            both.Content![ShortView.MediaType] = new OpenApiMediaType { Schema = context.SchemaGenerator.GenerateSchema(brief.Type, context.SchemaRepository) };
        foreach (var header in metadata.OfType<DocumentedHeader>())
            Document(header, operation);
    }

    /// <summary>The generator has found it if the handler takes it; if the handler reads the path itself, it is added.</summary>
    private static OpenApiParameter ParameterOf(OpenApiOperation operation, DocumentedPath path)
    {
        var found = operation.Parameters!.OfType<OpenApiParameter>().FirstOrDefault(one => one.In == ParameterLocation.Path && one.Name == path.Name);
        if (found is null)
        {
            found = new() { Name = path.Name, In = ParameterLocation.Path, Required = true, Schema = new OpenApiSchema { Type = JsonSchemaType.String } };
            operation.Parameters!.Add(found);
        }

        return found;
    }

    /// <summary>A type of the catalog, or a text.</summary>
    public static IOpenApiSchema Named(string name, OperationFilterContext context) => name == nameof(String)
        ? new OpenApiSchema { Type = JsonSchemaType.String }
        : new OpenApiSchemaReference(name, context.Document);

    private static void Document(DocumentedHeader header, OpenApiOperation operation)
    {
        var schema = new OpenApiSchema { Type = JsonSchemaType.String };
        if (header.Statuses.Length == 0)
        {
            operation.Parameters!.Add(new OpenApiParameter
            {
                Name = header.Name,
                In = ParameterLocation.Header,
                Required = header.Required,
                Description = Explained.With(header.Description, header.Example),
                Schema = schema,
            });
        }

        foreach (var status in header.Statuses)
        {
            var response = (OpenApiResponse)operation.Responses![status.ToString(CultureInfo.InvariantCulture)];
            response.Headers ??= new Dictionary<string, IOpenApiHeader>();
            response.Headers[header.Name] = new OpenApiHeader { Description = header.Description, Schema = schema, Example = JsonValue.Create(header.Example) };
        }
    }
}
