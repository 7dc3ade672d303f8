using System.Reflection;
using System.Text.Json;
using ContactsApi.Serialization;
using Microsoft.AspNetCore.Http.Metadata;
using NodaTime;

namespace ContactsApi.Hosting.Caching;

/// <summary>A good answer, sent with all that a cache needs to know of it; or only the news that what the caller has still holds.</summary>
/// <param name="shownIn">The caller's zone, of an answer about the present that shows the moment of asking.</param>
public sealed class CacheableJson<T>(T value, Freshness freshness, DateTimeZone? shownIn) : IResult, IEndpointMetadataProvider
{
    private const string ContentType = "application/json; charset=utf-8";

    public static void PopulateMetadata(MethodInfo method, EndpointBuilder builder)
    {
        builder.Metadata.Add(new ProducesResponseTypeMetadata(StatusCodes.Status200OK, typeof(T), ["application/json"]));
        builder.Metadata.Add(new ProducesResponseTypeMetadata(StatusCodes.Status304NotModified, typeof(void)));
    }

    public Task ExecuteAsync(HttpContext httpContext) => httpContext.RequestServices.GetRequiredService<ResponseCache>().AnswerAsync(
        httpContext, new ResponseBody(JsonSerializer.SerializeToUtf8Bytes(value, ContactsJson.Options), ContentType), freshness, shownIn).AsTask();
}
