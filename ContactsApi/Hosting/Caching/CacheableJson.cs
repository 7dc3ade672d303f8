using System.Reflection;
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

    public Task ExecuteAsync(HttpContext httpContext)
    {
        var body = new ResponseBody(MomentOfAsking.Write(value, ContactsJson.Options, out var places), ContentType);
        var shown = shownIn is null ? null
            : new ShownMoment(places.Moscow ?? throw new InvalidOperationException($"{typeof(T).Name} marks no {nameof(MomentOfAsking)}"), places.Caller, shownIn);
        return httpContext.RequestServices.GetRequiredService<ResponseCache>().AnswerAsync(httpContext, body, freshness, shown).AsTask();
    }
}
