using System.Text.Json.Nodes;
using Microsoft.OpenApi;
using Swashbuckle.AspNetCore.SwaggerGen;

namespace ContactsApi.Hosting.OpenApi;

/// <summary>Publishes, where an answer may be kept, by which headers a cache goes (RFC 9110 and 9111).</summary>
public sealed class ConditionalRequestsFilter : IOperationFilter
{
    private const string NotModified = "304";
    private const string ExampleTag = "W/\"1.19ab1234cd5-20261122T050000-ru-0123abcd\"";

    public void Apply(OpenApiOperation operation, OperationFilterContext context)
    {
        if (operation.Responses is not { } responses || !responses.TryGetValue(NotModified, out var notModified))
            return;
        operation.Parameters ??= [];
        operation.Parameters.Add(new OpenApiParameter
        {
            Name = "If-None-Match",
            In = ParameterLocation.Header,
            Description = Explained.With(
                "The `ETag` of an answer that the caller has. If that still holds, the answer is 304 without a body.", ExampleTag),
            Schema = Text,
        });
        // The answer itself has the same; said here, it is said once for all operations.
        if (notModified is OpenApiResponse shared)
        {
            shared.Headers = new Dictionary<string, IOpenApiHeader>
            {
                ["ETag"] = Header("Names the answer. It stays the same as long as nothing in it changes but the moment of asking.", ExampleTag),
                ["Cache-Control"] = Header("For how long the answer may be kept without asking again: never past its next change.", "public, max-age=60"),
                ["Last-Modified"] = Header("When the revision was written that the answer comes from; absent where time changes the answer.", "Sun, 22 Nov 2026 00:00:00 GMT"),
            };
        }
    }

    private static OpenApiSchema Text => new() { Type = JsonSchemaType.String };

    private static OpenApiHeader Header(string description, string example) =>
        new() { Description = description, Schema = Text, Example = JsonValue.Create(example) };
}
