using System.Text.Json.Nodes;
using Microsoft.OpenApi;
using Swashbuckle.AspNetCore.SwaggerGen;

namespace ContactsApi.Hosting.OpenApi;

/// <summary>What every operation has in common: texts by Accept-Language, an example for path parameters, the refusal of last resort.</summary>
public sealed class CommonResponsesFilter : IOperationFilter
{
    private static readonly Dictionary<string, (string Description, string Example)> PathParameters = new()
    {
        ["id"] = ("The id of a channel.", "hotline"),
        ["code"] = ("The ISO 3166-2 code of a federal subject.", "RU-SPE"),
        ["year"] = ("A year from 2000 to 2100.", "2026"),
        ["number"] = ("The number of a revision.", "1"),
        ["date"] = ("A date from 2000-01-01 to 2100-12-31.", "2026-01-09"),
    };

    private static readonly Dictionary<string, string> Descriptions = new()
    {
        ["200"] = "The answer.",
        ["400"] = "The request is not right; `errors` names each parameter to blame.",
        ["404"] = "There is no such thing.",
        ["500"] = "An error on our side.",
        ["503"] = "Not now; `Retry-After` may say when.",
    };

    public void Apply(OpenApiOperation operation, OperationFilterContext context)
    {
        foreach (var parameter in (operation.Parameters ?? []).OfType<OpenApiParameter>().Where(parameter => parameter.In == ParameterLocation.Path))
            (parameter.Description, parameter.Example) = (PathParameters[parameter.Name!].Description, PathParameters[parameter.Name!].Example);

        operation.Parameters ??= [];
        operation.Parameters.Add(new OpenApiParameter
        {
            Name = "Accept-Language",
            In = ParameterLocation.Header,
            Description = "The language of texts: Russian by default, or English.",
            Schema = new OpenApiSchema { Type = JsonSchemaType.String, Default = JsonValue.Create("ru") },
            Example = JsonValue.Create("en"),
        });

        operation.Responses ??= [];
        operation.Responses["500"] = ProblemIn(context);
        var inOrder = new OpenApiResponses();
        foreach (var (status, response) in operation.Responses.OrderBy(response => response.Key, StringComparer.Ordinal))
        {
            response.Description = Descriptions[status];
            inOrder[status] = response;
        }

        operation.Responses = inOrder;
    }

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
