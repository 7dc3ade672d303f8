using System.Security.Claims;
using System.Text.Encodings.Web;
using ContactsApi.Core;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Options;
using NodaTime;

namespace ContactsApi.Hosting.Access;

/// <summary>Reads a key from <c>Authorization: Bearer</c> or <c>X-Api-Key</c>, and refuses those who have none that will do.</summary>
public sealed class ApiKeyHandler(
    ApiKeys keys, IClock clock, IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logger, UrlEncoder encoder)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
{
    public new const string Scheme = "ApiKey";

    public const string KeyHeader = "X-Api-Key";

    private const string Bearer = "Bearer ";
    private const string Realm = "Bearer realm=\"contacts-api\"";

    private static readonly LocalizedText Malformed = new(
        "Это не ключ целиком: в нём опечатка или не все знаки. Он передаётся так: Authorization: Bearer cak_… или X-Api-Key: cak_…",
        "This is not a whole key: mistyped, or cut off. It is sent as Authorization: Bearer cak_… or as X-Api-Key: cak_…");

    private (Problem Problem, LocalizedText? Detail) refusal = (Problem.KeyMissing, null);

    /// <summary>Whether a request comes with a key, good or bad.</summary>
    public static bool HasKey(HttpRequest request) => request.Headers.Authorization.Count > 0 || request.Headers.ContainsKey(KeyHeader);

    protected override Task<AuthenticateResult> HandleAuthenticateAsync() => Task.FromResult(Authenticate());

    private AuthenticateResult Authenticate()
    {
        if (!HasKey(Request))
            return AuthenticateResult.NoResult();
        return keys.Open(GivenKey(), clock.GetCurrentInstant()) switch
        {
            { Key: { } key } => AuthenticateResult.Success(new AuthenticationTicket(new ClaimsPrincipal(key.Identity), Scheme)),
            { Fault: KeyFault.Malformed } => Refuse(Problem.KeyInvalid, Malformed),
            { Fault: KeyFault.Expired } => Refuse(Problem.KeyExpired),
            _ => Refuse(Problem.KeyInvalid),
        };
    }

    protected override async Task HandleChallengeAsync(AuthenticationProperties properties)
    {
        await HandleAuthenticateOnceSafeAsync();
        Response.Headers.WWWAuthenticate = refusal.Problem == Problem.KeyMissing ? Realm : $"{Realm}, error=\"invalid_token\"";
        await Context.Refuse(refusal.Problem, refusal.Detail).ExecuteAsync(Context);
    }

    protected override Task HandleForbiddenAsync(AuthenticationProperties properties)
    {
        Response.Headers.WWWAuthenticate = $"{Realm}, error=\"insufficient_scope\"";
        return Context.Refuse(Problem.ScopeTooSmall).ExecuteAsync(Context);
    }

    private AuthenticateResult Refuse(Problem problem, LocalizedText? detail = null)
    {
        refusal = (problem, detail);
        return AuthenticateResult.Fail(problem.Title.En);
    }

    /// <summary>Nothing if it is given in another way than those two, or in both.</summary>
    private ReadOnlySpan<char> GivenKey() => (Request.Headers.Authorization, Request.Headers[KeyHeader]) switch
    {
        ([{ } bearer], []) when bearer.StartsWith(Bearer, StringComparison.OrdinalIgnoreCase) => bearer.AsSpan(Bearer.Length).Trim(),
        ([], [{ } key]) => key,
        _ => [],
    };
}
