using System.Reflection;
using System.Text.Json.Nodes;
using ContactsApi.CatalogFiles;
using Microsoft.OpenApi;
using NodaTime;
using Swashbuckle.AspNetCore.Swagger;
using Swashbuckle.AspNetCore.SwaggerUI;
using ContactsApi.Hosting.Coding;

namespace ContactsApi.Hosting.OpenApi;

/// <summary>
/// The published contract. Swashbuckle generates it from the endpoints; the committed files are what is served, and a test keeps
/// the two the same.
/// </summary>
public static class OpenApiDocuments
{
    public static IServiceCollection AddOpenApiDocuments(this IServiceCollection services) => services
        .AddEndpointsApiExplorer()
        .AddSwaggerGen(options =>
        {
            foreach (var document in PublishedDocument.All)
                options.SwaggerDoc(document.Name, document.Info);
            options.DocInclusionPredicate((name, operation) =>
                name == (SecurityFilter.NeededBy(operation.ActionDescriptor.EndpointMetadata) is null ? PublishedDocument.Public : PublishedDocument.Admin).Name);
            options.SupportNonNullableReferenceTypes();
            options.NonNullableReferenceTypesAsRequired();
            options.UseAllOfToExtendReferenceSchemas();
            options.IncludeXmlComments(Assembly.GetExecutingAssembly());
            options.MapType<OffsetDateTime>(() => Text("date-time"));
            options.MapType<LocalDate>(() => Text("date", "2026-11-23"));
            options.MapType<Duration>(() => Text("duration", "PT5M"));
            options.MapType<JsonNode>(() => new OpenApiSchema { Description = "Any JSON value." });
            SecurityFilter.Declare(options);
            options.SchemaFilter<WholeAnswersFilter>();
            options.OperationFilter<QueryParametersFilter>();
            options.OperationFilter<RequestBodiesFilter>();
            options.OperationFilter<SecurityFilter>();
            options.OperationFilter<DocumentationFilter>();
            options.OperationFilter<PriceFilter>();
            options.OperationFilter<CommonResponsesFilter>();
            options.OperationFilter<ConditionalRequestsFilter>();
            options.DocumentFilter<DocumentFilter>();
        });

    public static void MapOpenApiDocuments(this WebApplication app)
    {
        foreach (var document in PublishedDocument.All)
        {
            app.MapGet(document.YamlPath, () => TypedResults.Text(document.Yaml, "application/yaml")).Compressed().ExcludeFromDescription();
            app.MapGet(document.JsonPath, () => TypedResults.Text(document.Json, "application/json")).Compressed().ExcludeFromDescription();
        }

        // The page looks at every address it is shown.
        app.UseWhen(IsPage, page => page.UseSwaggerUI(options =>
        {
            options.DocumentTitle = PublishedDocument.Public.Title;
            foreach (var document in PublishedDocument.All)
                options.SwaggerEndpoint(document.YamlPath, document.Title);
            options.DocExpansion(DocExpansion.List);
            // Each operation shows the types of its own answers.
            options.DefaultModelsExpandDepth(-1);
        }));
    }

    private static bool IsPage(HttpContext context) => context.Request.Path.StartsWithSegments("/swagger", StringComparison.OrdinalIgnoreCase);

    /// <summary>The command <c>openapi</c>: prints a document, to be committed.</summary>
    public static async Task<int> PrintOpenApiAsync(this WebApplication app, PublishedDocument document)
    {
        // Endpoints are known only to an application that has started; it needs no store, and any port will do.
        app.Urls.Add("http://127.0.0.1:0");
        await app.StartAsync();
        await Console.Out.WriteAsync(await GenerateAsync(app.Services, document));
        await app.StopAsync();
        return 0;
    }

    /// <summary>The document as the endpoints stand, in YAML.</summary>
    public static async Task<string> GenerateAsync(IServiceProvider services, PublishedDocument document)
    {
        var generated = services.GetRequiredService<ISwaggerProvider>().GetSwagger(document.Name);
        var json = JsonNode.Parse(await generated.SerializeAsJsonAsync(OpenApiSpecVersion.OpenApi3_1))!.AsObject();
        SharedComponents.ShareIn(json);
        return YamlWriter.Write(json);
    }

    /// <param name="example">Left out where everybody knows the format, and dozens of fields have it.</param>
    private static OpenApiSchema Text(string format, string? example = null) =>
        new() { Type = JsonSchemaType.String, Format = format, Examples = example is null ? null : [example] };
}
