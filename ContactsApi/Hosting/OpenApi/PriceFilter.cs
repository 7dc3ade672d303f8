using ContactsApi.Hosting.Limits;
using Microsoft.OpenApi;
using Swashbuckle.AspNetCore.SwaggerGen;

namespace ContactsApi.Hosting.OpenApi;

/// <summary>Says what dear answers cost of the quota.</summary>
public sealed class PriceFilter : IOperationFilter
{
    public void Apply(OpenApiOperation operation, OperationFilterContext context)
    {
        if (context.ApiDescription.ActionDescriptor.EndpointMetadata.OfType<Price>().LastOrDefault() is { } price)
            operation.Description += $" Counts as {price.Requests}; at hand, as one.";
    }
}
