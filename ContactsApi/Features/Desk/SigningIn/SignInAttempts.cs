using ContactsApi.Hosting.Access;
using ContactsApi.Hosting.Limits;
using Microsoft.Extensions.Options;

namespace ContactsApi.Features.Desk.SigningIn;

/// <summary>Counts how often somebody at an address tries to sign in, with whatever success.</summary>
public sealed class SignInAttempts(IOptions<DeskOptions> options, TimeProvider time) : IDisposable
{
    private const int Hour = 3600;

    private readonly CallerQuota? attempts = CallerQuota.Of("sign-ins", options.Value.SignInsPerHour, Hour, time);

    /// <summary>In how many seconds the next may be made; nothing if this one may.</summary>
    public int? Wait(HttpContext context) =>
        attempts?.Count(Caller.At(context.Connection.RemoteIpAddress)) is { IsAcquired: false } lease ? lease.Seconds : null;

    public void Dispose() => attempts?.Dispose();
}
