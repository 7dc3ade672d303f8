using Microsoft.Extensions.Primitives;

namespace ContactsApi.Hosting;

/// <summary>Tells browsers to take an answer for what it is and for nothing else.</summary>
public static class SecurityHeaders
{
    public const string ResourcePolicyHeader = "Cross-Origin-Resource-Policy";

    private static readonly StringValues NoSniff = "nosniff";
    private static readonly StringValues NoReferrer = "no-referrer";
    private static readonly StringValues Nothing = "default-src 'none'; frame-ancestors 'none'";
    private static readonly StringValues SameOrigin = "same-origin";

    /// <summary>The page of the contract has scripts and styles of its own, and its icons are in its styles.</summary>
    private static readonly StringValues Contract =
        "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; connect-src 'self'; "
        + "base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    /// <summary>Pages for people load what this service sends, and nothing from elsewhere.</summary>
    public static StringValues Page { get; } =
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; "
        + "base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

    public static void UseSecurityHeaders(this IApplicationBuilder app) => app.Use((context, next) =>
    {
        var headers = context.Response.Headers;
        headers.XContentTypeOptions = NoSniff;
        headers["Referrer-Policy"] = NoReferrer;
        headers.ContentSecurityPolicy = context.Request.Path.StartsWithSegments("/swagger", StringComparison.Ordinal) ? Contract : Nothing;
        headers[ResourcePolicyHeader] = SameOrigin;
        return next(context);
    });
}
