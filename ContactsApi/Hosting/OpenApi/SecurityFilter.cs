using ContactsApi.Hosting.Access;
using ContactsApi.Serialization;
using Microsoft.OpenApi;
using Swashbuckle.AspNetCore.SwaggerGen;
using Scope = ContactsApi.Storage.Scope;

namespace ContactsApi.Hosting.OpenApi;

/// <summary>Publishes which operations need a key, and that all others may be called with one.</summary>
public sealed class SecurityFilter : IOperationFilter
{
    private const string Bearer = "bearer";
    private const string Header = "header";

    public static void Declare(SwaggerGenOptions options)
    {
        options.AddSecurityDefinition(Bearer, new OpenApiSecurityScheme
        {
            Type = SecuritySchemeType.Http,
            Scheme = "bearer",
            Description = "An API key, as `cak_…`.",
        });
        options.AddSecurityDefinition(Header, new OpenApiSecurityScheme
        {
            Type = SecuritySchemeType.ApiKey,
            In = ParameterLocation.Header,
            Name = ApiKeyHandler.KeyHeader,
            Description = "The same API key, for those who cannot send the other header.",
        });
    }

    public void Apply(OpenApiOperation operation, OperationFilterContext context)
    {
        var scope = context.ApiDescription.ActionDescriptor.EndpointMetadata.OfType<Scope>().Select(scope => (Scope?)scope).LastOrDefault();
        var withKey = new[] { Bearer, Header }.Select(scheme => Requirement(scheme, scope, context.Document));
        operation.Security = [.. scope is null ? withKey.Prepend([]) : withKey];
    }

    private static OpenApiSecurityRequirement Requirement(string scheme, Scope? scope, OpenApiDocument document) =>
        new() { [new OpenApiSecuritySchemeReference(scheme, document)] = scope is { } needed ? [EnumNames<Scope>.Of(needed)] : [] };
}
