using System.Reflection;
using System.Text.Json;
using ContactsApi.Serialization;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.Extensions.Options;
using NodaTime;

namespace ContactsApi.Hosting.Caching;

/// <summary>A good answer, sent with all that a cache needs to know of it; or only the news that what the caller has still holds.</summary>
/// <param name="shownIn">The caller's zone, of an answer about the present that shows the moment of asking.</param>
public sealed class Fresh<T>(T value, Freshness freshness, DateTimeZone? shownIn) : IResult, IEndpointMetadataProvider
{
    public static void PopulateMetadata(MethodInfo method, EndpointBuilder builder)
    {
        builder.Metadata.Add(new ProducesResponseTypeMetadata(StatusCodes.Status200OK, typeof(T), ["application/json"]));
        builder.Metadata.Add(new ProducesResponseTypeMetadata(StatusCodes.Status304NotModified, typeof(void)));
    }

    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var answer = new CachedAnswer(
            JsonSerializer.SerializeToUtf8Bytes(value, ContactsJson.Options), freshness, freshness.EntityTag(httpContext.Language()), shownIn)
        {
            Endpoint = httpContext.GetEndpoint(),
        };
        httpContext.RequestServices.GetRequiredService<AnswerCache>().Keep(httpContext, answer);
        await answer.SendAsync(
            httpContext, freshness.AskedAt, httpContext.RequestServices.GetRequiredService<IOptions<FreshnessOptions>>().Value.MaxAgeSeconds);
    }
}
