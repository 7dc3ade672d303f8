using System.Security.Claims;
using System.Security.Cryptography;
using ContactsApi.Hosting.Access;
using ContactsApi.Serialization;
using ContactsApi.Storage;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using NodaTime;

namespace ContactsApi.Features.Desk.SigningIn;

/// <summary>
/// Who sits at the desk. A session is begun with a key and lasts as long as that opens, at most twelve hours; it is kept in memory alone,
/// so that nothing in the store or in a copy of it lets anybody in. Its name is drawn anew whenever one begins.
/// </summary>
public sealed class Sessions(ApiKeys keys, IClock clock)
{
    /// <summary>The policies: who may sit at the desk, and who may see keys and the audit.</summary>
    public const string Stewards = "desk", Admins = "desk-admin";

    public const string Scheme = "Desk";

    public const string Cookie = "desk";

    public static readonly Duration Longest = Duration.FromHours(12);

    /// <summary>With so many the oldest ends: whoever signs in again and again fills no memory.</summary>
    private const int Most = 1000;

    private const string NameClaim = "session";

    private readonly Dictionary<string, Session> open = [];

    /// <summary>A new session, as the cookie carries it.</summary>
    public ClaimsPrincipal Begin(KnownKey key, byte[] hash)
    {
        var name = RandomNumberGenerator.GetHexString(64, lowercase: true);
        var now = clock.GetCurrentInstant();
        lock (open)
        {
            foreach (var (other, _) in open.Where(one => one.Value.Until <= now).Concat(open.OrderBy(one => one.Value.Until).SkipLast(Most - 1)).ToList())
                open.Remove(other);
            open.Add(name, new(key.Stored.Key.Id, hash, now + Longest));
        }

        return new(new ClaimsIdentity([new(NameClaim, name)], Scheme));
    }

    /// <summary>Whoever begins a session with the key; nothing if the session is over.</summary>
    public KeyIdentity? Find(ClaimsPrincipal? carried)
    {
        var now = clock.GetCurrentInstant();
        lock (open)
        {
            return open.TryGetValue(NameOf(carried), out var session) && now < session.Until
                ? keys.Open(session.KeyId, session.Hash, now).Key?.Identity
                : null;
        }
    }

    public void End(ClaimsPrincipal? carried)
    {
        lock (open)
            open.Remove(NameOf(carried));
    }

    private static string NameOf(ClaimsPrincipal? carried) => carried?.FindFirstValue(NameClaim) ?? "";

    /// <param name="Hash">Of the text of the key: by it the session ends with a rotation, too.</param>
    private sealed record Session(string KeyId, byte[] Hash, Instant Until);
}

public static class SessionExtensions
{
    public static void AddSessions(this IServiceCollection services)
    {
        services.AddSingleton<Sessions>();
        services.AddSingleton<SignInAttempts>();
        services.AddDataProtection();
        services.Configure<KeyManagementOptions>(options =>
        {
            options.XmlRepository = new KeysInMemory();
            options.XmlEncryptor = KeysInMemory.Plain;
        });
        services.AddAntiforgery(options =>
        {
            Protect(options.Cookie, "desk-form");
            // The policy of the pages says more: nobody at all may frame them.
            options.SuppressXFrameOptionsHeader = true;
        });
        new AuthenticationBuilder(services).AddCookie(Sessions.Scheme, options =>
        {
            Protect(options.Cookie, Sessions.Cookie);
            options.ExpireTimeSpan = Sessions.Longest.ToTimeSpan();
            options.SlidingExpiration = false;
            options.LoginPath = options.AccessDeniedPath = SignInEndpoints.Address;
            options.ReturnUrlParameter = SignInEndpoints.Next.Name;
            options.Events.OnValidatePrincipal = Continue;
            options.Events.OnSigningOut = End;
            options.Events.OnRedirectToLogin = Redirect;
            options.Events.OnRedirectToAccessDenied = Redirect;
        });
        services.AddAuthorizationBuilder()
            .AddPolicy(Sessions.Stewards, policy => Require(policy, Scope.Steward))
            .AddPolicy(Sessions.Admins, policy => Require(policy, Scope.Admin));
    }

    private static void Protect(CookieBuilder cookie, string name)
    {
        cookie.Name = name;
        cookie.Path = DeskEndpoints.Address;
        cookie.HttpOnly = true;
        cookie.IsEssential = true;
        cookie.SameSite = SameSiteMode.Strict;
        cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
    }

    private static void Require(Microsoft.AspNetCore.Authorization.AuthorizationPolicyBuilder policy, Scope scope) =>
        policy.AddAuthenticationSchemes(Sessions.Scheme).RequireClaim(KeyIdentity.ScopeClaim, EnumNames<Scope>.Of(scope));

    private static Task Continue(CookieValidatePrincipalContext context)
    {
        if (SessionsOf(context.HttpContext).Find(context.Principal) is { } identity)
            context.ReplacePrincipal(new ClaimsPrincipal(identity));
        else
            context.RejectPrincipal();
        return Task.CompletedTask;
    }

    private static Task End(CookieSigningOutContext context)
    {
        var ticket = context.Options.TicketDataFormat.Unprotect(context.Options.CookieManager.GetRequestCookie(context.HttpContext, Sessions.Cookie));
        SessionsOf(context.HttpContext).End(ticket?.Principal);
        return Task.CompletedTask;
    }

    /// <summary>Whoever asked for a view gets there afterwards; what was sent is not sent again.</summary>
    private static Task Redirect(RedirectContext<CookieAuthenticationOptions> context)
    {
        var request = context.Request;
        var next = HttpMethods.IsPost(request.Method) ? DeskEndpoints.Address : request.PathBase + request.Path + request.QueryString;
        context.Response.Redirect($"{SignInEndpoints.Address}{QueryString.Create(SignInEndpoints.Next.Name, next)}");
        return Task.CompletedTask;
    }

    private static Sessions SessionsOf(HttpContext context) => context.RequestServices.GetRequiredService<Sessions>();
}
