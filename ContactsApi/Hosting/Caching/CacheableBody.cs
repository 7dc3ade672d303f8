using System.Reflection;
using Microsoft.AspNetCore.Http.Metadata;

namespace ContactsApi.Hosting.Caching;

/// <summary>As <see cref="CacheableJson{T}"/>, in a format of its own; which, the endpoint publishes by <see cref="CacheableBodyExtensions.ProducesBody{T}"/>.</summary>
public sealed class CacheableBody(ResponseBody body, Freshness freshness) : IResult, IEndpointMetadataProvider
{
    public static void PopulateMetadata(MethodInfo method, EndpointBuilder builder) =>
        builder.Metadata.Add(new ProducesResponseTypeMetadata(StatusCodes.Status304NotModified, typeof(void)));

    public Task ExecuteAsync(HttpContext httpContext) =>
        httpContext.RequestServices.GetRequiredService<ResponseCache>().AnswerAsync(httpContext, body, freshness).AsTask();
}

public static class CacheableBodyExtensions
{
    /// <summary>Publishes the format of an endpoint's good answers.</summary>
    /// <typeparam name="T">What it is to a program that knows no more: <c>string</c> for text, <c>Stream</c> for bytes, or the type of a JSON format.</typeparam>
    public static RouteHandlerBuilder ProducesBody<T>(this RouteHandlerBuilder route, string mediaType) =>
        route.WithMetadata(new ProducesResponseTypeMetadata(StatusCodes.Status200OK, typeof(T), [mediaType]));
}
