using System.ComponentModel.DataAnnotations;
using ContactsApi.Hosting.Limits;
using ContactsApi.Hosting.Streams;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;

namespace ContactsApi.Hosting.Service;

/// <summary>Which other sites' pages may ask. Bound from the configuration section <c>Cors</c>.</summary>
public sealed class CorsOptions : IValidatableObject
{
    public const string Section = "Cors";

    public const string Any = "*";

    /// <summary>
    /// Origins such as <c>https://www.example.org</c>, separated by commas; <c>*</c> for any. Default none.
    /// </summary>
    public string Origins { get; set; } = "";

    public string[] List => Origins.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext) =>
        List.Where(origin => !IsOrigin(origin) && Origins.Trim() != Any).Select(origin => new ValidationResult(
            $"Cors:Origins: '{origin}' is no origin. Needed are origins as https://www.example.org, separated by commas, or * alone."));

    private static bool IsOrigin(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var uri)
        && uri.Scheme is "http" or "https"
        && uri.GetLeftPart(UriPartial.Authority) == text;
}

/// <summary>
/// Lets the pages of other sites ask what anyone may ask (CORS), without a key. What needs a key stays out of their reach.
/// </summary>
public static class CrossOriginRequests
{
    private const string KeyedRoutes = "/v1/admin";

    private static readonly StringValues CrossOrigin = "cross-origin";

    /// <summary>As long as browsers will keep a permission at most.</summary>
    private static readonly TimeSpan PermissionLasts = TimeSpan.FromHours(2);

    public static void UseCrossOriginRequests(this IApplicationBuilder app) => app.UseAtStart(starting =>
    {
        var origins = starting.ApplicationServices.GetRequiredService<IOptions<CorsOptions>>().Value.List;
        if (origins.Length == 0)
            return;
        var isAny = origins is [CorsOptions.Any];
        starting.UseWhen(IsOpen, open =>
        {
            open.Use((context, next) =>
            {
                context.Response.Headers[SecurityHeaders.ResourcePolicyHeader] = CrossOrigin;
                // A cache must not give one site the answer that was allowed to another, or to none. An origin that is on the list
                // the framework itself names so.
                if (context.Request.Headers.Origin is not [{ } origin] || !origins.Contains(origin))
                    context.Response.Headers.Append(HeaderNames.Vary, HeaderNames.Origin);
                return next(context);
            });
            open.UseCors(policy =>
            {
                if (isAny)
                    policy.AllowAnyOrigin();
                else
                    policy.SetIsOriginAllowed(origins.Contains);
                policy
                    .WithMethods(HttpMethods.Get, HttpMethods.Head, HttpMethods.Post)
                    .WithHeaders(HeaderNames.ContentType, HeaderNames.IfNoneMatch, HeaderNames.TraceParent, RequestIds.Header, ServerSentEvents.LastEventId)
                    .WithExposedHeaders(
                        HeaderNames.ETag, HeaderNames.ContentLanguage, HeaderNames.RetryAfter,
                        RequestLimiter.PolicyHeader, RequestLimiter.LeftHeader, RequestIds.Header)
                    .SetPreflightMaxAge(PermissionLasts);
            });
        });
    });

    private static bool IsOpen(HttpContext context) =>
        !context.Request.Path.StartsWithSegments(KeyedRoutes, StringComparison.OrdinalIgnoreCase);
}
