using System.Text.Json.Nodes;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Net.Http.Headers;
using Microsoft.OpenApi;
using Swashbuckle.AspNetCore.SwaggerGen;

namespace ContactsApi.Hosting.OpenApi;

/// <summary>What every operation has in common: texts by Accept-Language, an example for path parameters, refusals that any may meet.</summary>
public sealed class CommonResponsesFilter : IOperationFilter
{
    /// <summary>As OpenAPI calls the statuses that an operation does not name.</summary>
    private const string Other = "default";

    /// <summary>What the service gives out itself has no example: none would work.</summary>
    private static readonly Dictionary<string, (string Description, string? Example)> PathParameters = new()
    {
        ["id"] = ("The id of a channel.", "hotline"),
        ["file"] = ("`calendar.csv`, `calendar.xml` or `calendar.ics`.", "calendar.ics"),
        ["code"] = ("The ISO 3166-2 code of a federal subject.", "RU-SPE"),
        ["year"] = ("A year from 2000 to 2100.", "2026"),
        ["number"] = ("The number of a revision.", "1"),
        ["keyId"] = (Explained.With("The id of a key.", "0a1b2c3d4e"), null),
        ["webhookId"] = (Explained.With("The id of a webhook.", "5f6e7d8c9b"), null),
        ["correctionNumber"] = (Explained.With("The number of a correction; letter case does not matter.", "K7QM-4TZP-W2XD"), null),
        ["date"] = ("A date from 2000-01-01 to 2100-12-31.", "2026-01-09"),
    };

    private static readonly Dictionary<string, string> Descriptions = new()
    {
        ["200"] = "The answer.",
        ["201"] = "What was made.",
        ["204"] = "Nothing is to be said.",
        ["304"] = "What the caller has still holds.",
        ["400"] = "The request is not right; `errors` names each parameter to blame.",
        ["401"] = "The API key that was sent is not valid, or one is needed and none was sent.",
        ["403"] = "The API key does not allow this.",
        ["404"] = "There is no such thing.",
        ["409"] = "Not as things stand.",
        ["412"] = "It was changed meanwhile, or is there already.",
        ["413"] = "The body is too large.",
        ["415"] = "The body is of another media type.",
        ["422"] = "With this change the catalog would not be whole; `errors` names each fault by its path.",
        ["428"] = "A precondition is needed.",
        ["500"] = "An error on our side.",
        ["503"] = "Not now; `Retry-After` may say when.",
        [Other] = "Any other refusal: 401, the API key is not valid, or one is needed; 429, too many requests; 500, an error on our side; 503, not now. `Retry-After` says when to come back.",
    };

    public void Apply(OpenApiOperation operation, OperationFilterContext context)
    {
        foreach (var parameter in (operation.Parameters ?? []).OfType<OpenApiParameter>()
            .Where(parameter => parameter.In == ParameterLocation.Path && parameter.Example is null))
        {
            (parameter.Description, parameter.Example) = PathParameters[parameter.Name!];
        }

        operation.Parameters ??= [];
        operation.Parameters.Add(new OpenApiParameter
        {
            Name = "Accept-Language",
            In = ParameterLocation.Header,
            Description = "The language of texts: Russian by default, or English.",
            Schema = new OpenApiSchema { Type = JsonSchemaType.String, Default = JsonValue.Create("ru") },
        });

        operation.Responses ??= [];
        var isUnlimited = context.ApiDescription.ActionDescriptor.EndpointMetadata.OfType<DisableRateLimitingAttribute>().Any();
        if (!isUnlimited)
            operation.Responses.Remove("503");
        foreach (var status in isUnlimited ? ["401", "500"] : new[] { Other })
            operation.Responses[status] = ProblemIn(context);
        var inOrder = new OpenApiResponses();
        foreach (var (status, response) in operation.Responses.OrderBy(response => response.Key, StringComparer.Ordinal))
        {
            response.Description = Descriptions[status];
            if (status is Other or "503" && response is OpenApiResponse { } refusal)
                refusal.Headers = new Dictionary<string, IOpenApiHeader> { [HeaderNames.RetryAfter] = RetryAfter };
            inOrder[status] = response;
        }

        operation.Responses = inOrder;
    }

    private static OpenApiHeader RetryAfter => new()
    {
        Description = "How many seconds to wait.",
        Schema = new OpenApiSchema { Type = JsonSchemaType.Integer },
        Example = JsonValue.Create(5),
    };

    private static OpenApiResponse ProblemIn(OperationFilterContext context) => new()
    {
        Content = new Dictionary<string, IOpenApiMediaType>
        {
            [ProblemResponse.ContentType] = new OpenApiMediaType
            {
                Schema = context.SchemaGenerator.GenerateSchema(typeof(ProblemResponse), context.SchemaRepository),
            },
        },
    };
}
