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
        if (context.ApiDescription.ActionDescriptor.EndpointMetadata.OfType<BodyContract>().LastOrDefault() is not { } contract)
            return;
        var schema = context.SchemaGenerator.GenerateSchema(contract.Type, context.SchemaRepository);
        if (context.SchemaRepository.Schemas[contract.Type.Name] is OpenApiSchema named)
            named.Required = RequiredBy(contract.Type);
        operation.RequestBody = new OpenApiRequestBody
        {
            Required = true,
            Content = new Dictionary<string, IOpenApiMediaType> { [BodyContract.MediaType] = new OpenApiMediaType { Schema = schema } },
        };
    }

    /// <summary>As the reader of bodies sees it.</summary>
    private static HashSet<string> RequiredBy(Type type) =>
    [
        .. ContactsJson.Strict.GetTypeInfo(type).Properties.Where(property => property.IsRequired).Select(property => property.Name),
    ];
}
