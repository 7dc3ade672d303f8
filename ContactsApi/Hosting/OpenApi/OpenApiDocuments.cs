using System.Reflection;
using System.Text.Json.Nodes;
using Microsoft.OpenApi;
using NodaTime;
using Swashbuckle.AspNetCore.Swagger;

namespace ContactsApi.Hosting.OpenApi;

/// <summary>
/// The published contract. Swashbuckle generates it from the endpoints; the committed <c>openapi.yaml</c> is what is served,
/// and a test keeps the two the same.
/// </summary>
public static class OpenApiDocuments
{
    public const string Path = "/openapi.yaml";

    private const string Name = "v1";

    public static IServiceCollection AddOpenApiDocuments(this IServiceCollection services) => services
        .AddEndpointsApiExplorer()
        .AddSwaggerGen(options =>
        {
            options.SwaggerDoc(Name, Info);
            options.SupportNonNullableReferenceTypes();
            options.NonNullableReferenceTypesAsRequired();
            options.UseAllOfToExtendReferenceSchemas();
            options.IncludeXmlComments(Assembly.GetExecutingAssembly());
            options.MapType<OffsetDateTime>(() => Text("date-time", "2026-11-23T12:00:00+03:00"));
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
        var committed = Embedded.Text("openapi.yaml");
        app.MapGet(Path, () => TypedResults.Text(committed, "application/yaml")).ExcludeFromDescription();
        // The page looks at every address it is shown.
        app.UseWhen(IsPage, page => page.UseSwaggerUI(options =>
        {
            options.DocumentTitle = Info.Title;
            options.SwaggerEndpoint(Path, Info.Title);
        }));
    }

    private static bool IsPage(HttpContext context) => context.Request.Path.StartsWithSegments("/swagger", StringComparison.OrdinalIgnoreCase);

    /// <summary>The command <c>openapi</c>: prints the document, to be committed.</summary>
    public static async Task<int> PrintOpenApiAsync(this WebApplication app)
    {
        // Endpoints are known only to an application that has started; it needs no store, and any port will do.
        app.Urls.Add("http://127.0.0.1:0");
        await app.StartAsync();
        await Console.Out.WriteAsync(await GenerateAsync(app.Services));
        await app.StopAsync();
        return 0;
    }

    /// <summary>The document as the endpoints stand, in YAML.</summary>
    public static async Task<string> GenerateAsync(IServiceProvider services)
    {
        var document = services.GetRequiredService<ISwaggerProvider>().GetSwagger(Name);
        return await document.SerializeAsYamlAsync(OpenApiSpecVersion.OpenApi3_1);
    }

    private static OpenApiInfo Info { get; } = new()
    {
        Title = "Contacts API",
        Version = "1.0.0",
        Description =
            "How do I reach the Gosuslugi support centre right now? Names the best channel for a caller's segment, time zone and "
            + "moment, until when that holds, what to try next and why. The facts come from one document that contradicts itself; "
            + "each is a statement with its reference, and a state is certain only where all statements agree. A refusal is kept by no cache "
            + "(`Cache-Control: no-store`).",
        License = new OpenApiLicense { Name = "MIT", Identifier = "MIT" },
    };

    private static OpenApiSchema Text(string format, string example) =>
        new() { Type = JsonSchemaType.String, Format = format, Examples = [example] };
}
