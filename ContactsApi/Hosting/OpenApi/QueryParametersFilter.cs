using System.Globalization;
using System.Text.Json.Nodes;
using ContactsApi.Hosting.Queries;
using Microsoft.OpenApi;
using Swashbuckle.AspNetCore.SwaggerGen;

namespace ContactsApi.Hosting.OpenApi;

/// <summary>Publishes the query parameters that an endpoint declares by its <see cref="QueryContract"/>.</summary>
public sealed class QueryParametersFilter : IOperationFilter
{
    public void Apply(OpenApiOperation operation, OperationFilterContext context)
    {
        var contract = context.ApiDescription.ActionDescriptor.EndpointMetadata.OfType<QueryContract>().LastOrDefault();
        operation.Parameters ??= [];
        foreach (var parameter in contract?.Parameters ?? [])
            operation.Parameters.Add(Describe(parameter, context));
    }

    private static OpenApiParameter Describe(QueryParameter parameter, OperationFilterContext context)
    {
        var type = TypeOf(parameter);
        var isPrefilled = parameter.Required || parameter.Prefilled;
        IOpenApiSchema value = parameter.Type.IsEnum && parameter.Values!.Count == Enum.GetNames(parameter.Type).Length
            ? OfEnum(parameter, context)
            : new OpenApiSchema
            {
                Type = type,
                Format = parameter.Format,
                Enum = type == JsonSchemaType.String && parameter.Values is { } values ? [.. values.Select(value => (JsonNode)value)] : null,
                MaxLength = type == JsonSchemaType.String && parameter.Values is null ? parameter.MaxLength : null,
                Default = Value(parameter, parameter.Default),
            };
        return new OpenApiParameter
        {
            Name = parameter.Name,
            In = ParameterLocation.Query,
            Required = parameter.Required,
            Description = isPrefilled || type != JsonSchemaType.String || parameter.Values is not null
                ? parameter.Description
                : Explained.With(parameter.Description, parameter.Example),
            Schema = parameter.Repeatable ? new OpenApiSchema { Type = JsonSchemaType.Array, Items = value } : value,
            Example = !isPrefilled ? null : parameter.Repeatable ? new JsonArray(parameter.Example) : Value(parameter, parameter.Example),
        };
    }

    /// <summary>The type by which answers show the same values.</summary>
    private static OpenApiSchemaReference OfEnum(QueryParameter parameter, OperationFilterContext context)
    {
        context.SchemaGenerator.GenerateSchema(parameter.Type, context.SchemaRepository);
        return new OpenApiSchemaReference(parameter.Type.Name, context.Document) { Default = Value(parameter, parameter.Default) };
    }

    private static JsonSchemaType TypeOf(QueryParameter parameter) =>
        parameter.Type == typeof(bool) ? JsonSchemaType.Boolean
        : parameter.Type == typeof(long) ? JsonSchemaType.Integer
        : JsonSchemaType.String;

    private static JsonValue? Value(QueryParameter parameter, string? text) => text is null ? null : TypeOf(parameter) switch
    {
        JsonSchemaType.Boolean => JsonValue.Create(bool.Parse(text)),
        JsonSchemaType.Integer => JsonValue.Create(long.Parse(text, CultureInfo.InvariantCulture)),
        _ => JsonValue.Create(text),
    };
}
