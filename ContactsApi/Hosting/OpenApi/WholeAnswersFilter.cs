using System.Text.Json.Serialization;
using ContactsApi.Serialization;
using Microsoft.OpenApi;
using Swashbuckle.AspNetCore.SwaggerGen;

namespace ContactsApi.Hosting.OpenApi;

/// <summary>
/// Publishes that every property is there in every answer, and that others may come: what is absent is null, save where its type leaves it
/// out. Of a request the type says what it needs, and nothing else is taken.
/// </summary>
public sealed class WholeAnswersFilter : ISchemaFilter
{
    public void Apply(IOpenApiSchema schema, SchemaFilterContext context)
    {
        if (schema is not OpenApiSchema { Properties: { Count: > 0 } properties } answer
            || context.Type.Name.EndsWith(RequestBodiesFilter.Suffix, StringComparison.Ordinal))
        {
            return;
        }

        var leftOut = ContactsJson.Strict.GetTypeInfo(context.Type).Properties
            .Where(property => property.AttributeProvider?.IsDefined(typeof(JsonIgnoreAttribute), inherit: true) == true)
            .Select(property => property.Name);
        answer.Required = properties.Keys.Except(leftOut).ToHashSet();
        answer.AdditionalPropertiesAllowed = true; // What may come without notice is no fault of an answer.
    }
}
