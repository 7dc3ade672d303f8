using ContactsApi.Hosting.Caching;
using ContactsApi.Serialization;
using ContactsApi.Storage;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;

namespace ContactsApi.Hosting.Access;

/// <summary>Who may call an endpoint, and who is calling.</summary>
public static class AccessExtensions
{
    public static void AddAccess(this IServiceCollection services)
    {
        services.AddSingleton<ApiKeyStore>();
        services.AddSingleton<ApiKeys>();
        services.AddSingleton<AddressHash>();
        // Not AddAuthentication: that also makes keys to encrypt cookies with, at every start, and keeps them on disk.
        services.AddAuthenticationCore(options => options.DefaultScheme = ApiKeyHandler.Scheme);
        services.AddWebEncoders();
        new AuthenticationBuilder(services).AddScheme<AuthenticationSchemeOptions, ApiKeyHandler>(ApiKeyHandler.Scheme, null);
        services.AddAuthorization(options =>
        {
            foreach (var scope in EnumNames<Scope>.All)
                options.AddPolicy(scope, policy => policy.RequireClaim(KeyIdentity.ScopeClaim, scope));
        });
    }

    /// <summary>Lets only holders of a key with this scope, or one that includes it, call the endpoint.</summary>
    public static TBuilder RequireScope<TBuilder>(this TBuilder builder, Scope scope)
        where TBuilder : IEndpointConventionBuilder => builder
            .RequireAuthorization(EnumNames<Scope>.Of(scope))
            .WithMetadata(scope)
            .ProducesProblems(StatusCodes.Status401Unauthorized, StatusCodes.Status403Forbidden);

    /// <summary>The key that this request was made with, or within a session begun with it; nothing if it was made without.</summary>
    public static ApiKey? ApiKey(this HttpContext context) =>
        // Asking the framework for the user of a request makes one if there is none.
        ApiKeyHandler.HasKey(context.Request) || context.Request.Headers.Cookie.Count > 0 ? (context.User.Identity as KeyIdentity)?.Key : null;

    /// <summary>Where what this request writes comes from.</summary>
    public static Origin Origin(this HttpContext context)
    {
        var key = context.ApiKey();
        return new(key?.Name ?? "anonymous")
        {
            KeyId = key?.Id,
            AddressHash = context.RequestServices.GetRequiredService<AddressHash>().Of(context.Connection.RemoteIpAddress),
            RequestId = context.TraceIdentifier,
        };
    }

    /// <summary>Finds out who is calling.</summary>
    public static void UseKeys(this IApplicationBuilder app)
    {
        // Where these are not set the framework looks for a key in every request, at the very beginning and again at the end: time
        // and memory that the many callers without a key would pay for.
        app.Properties["__AuthenticationMiddlewareSet"] = true;
        app.Properties["__AuthorizationMiddlewareSet"] = true;
        app.UseWhen(IsAboutKeys, keyed => keyed.Use(async (context, next) =>
        {
            if (NeedsKey(context))
                context.Response.Headers.CacheControl = CacheControl.NoStore;
            if ((await context.AuthenticateAsync()).Principal is { } holder)
                context.User = holder;
            await next(context);
        }));
    }

    /// <summary>Refuses those who may not. A bad key is refused on every route: its holder is never taken for somebody without one.</summary>
    public static void UseScopes(this IApplicationBuilder app) => app.UseWhen(IsAboutKeys, keyed =>
    {
        keyed.Use((context, next) =>
            ApiKeyHandler.HasKey(context.Request) && context.ApiKey() is null ? context.ChallengeAsync() : next(context));
        keyed.UseAuthorization();
    });

    private static bool IsAboutKeys(HttpContext context) => NeedsKey(context) || ApiKeyHandler.HasKey(context.Request);

    private static bool NeedsKey(HttpContext context) => context.GetEndpoint()?.Metadata.GetMetadata<IAuthorizeData>() is not null;
}
