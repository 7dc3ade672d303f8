using ContactsApi.Hosting.Access;
using ContactsApi.Serialization;
using Microsoft.OpenApi;
using Swashbuckle.AspNetCore.SwaggerGen;
using Scope = ContactsApi.Storage.Scope;

namespace ContactsApi.Hosting.OpenApi;

/// <summary>
/// Publishes that all that stewards do needs a key, and of which scope, and that all else may be asked with one. The scope is told in words:
/// to most readers of OpenAPI a scope that is none of OAuth's is a fault.
/// </summary>
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

    /// <summary>What holds for every operation of a document.</summary>
    public static IList<OpenApiSecurityRequirement> RequirementsOf(string name, OpenApiDocument document)
    {
        var withKey = new[] { Bearer, Header }.Select(scheme => new OpenApiSecurityRequirement { [new OpenApiSecuritySchemeReference(scheme, document)] = [] });
        return [.. name == PublishedDocument.Public.Name ? withKey.Prepend([]) : withKey];
    }

    /// <summary>The scope that a key must have; nothing where none is needed.</summary>
    public static Scope? NeededBy(IList<object> metadata) => metadata.OfType<Scope>().Select(scope => (Scope?)scope).LastOrDefault();

    /// <summary>Partners read of what they may ask; who runs the service, of the rest.</summary>
    public static PublishedDocument DocumentOf(IList<object> metadata) =>
        NeededBy(metadata) is null && !metadata.OfType<NotForPartners>().Any() ? PublishedDocument.Public : PublishedDocument.Admin;

    public void Apply(OpenApiOperation operation, OperationFilterContext context)
    {
        var metadata = context.ApiDescription.ActionDescriptor.EndpointMetadata;
        if (NeededBy(metadata) is { } needed)
            operation.Description += $" Needs a key of scope `{EnumNames<Scope>.Of(needed)}`.";
        if (metadata.OfType<NotForPartners>().Any())
            operation.Security = [[]];
    }
}

/// <summary>Marks an endpoint that needs none of our keys and yet is no partner's to ask.</summary>
public sealed record NotForPartners;
