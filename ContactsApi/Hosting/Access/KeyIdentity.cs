using System.Security.Claims;
using ContactsApi.Serialization;
using ContactsApi.Storage;

namespace ContactsApi.Hosting.Access;

/// <summary>Who calls with a key: its name, and a claim for every scope that it includes.</summary>
public sealed class KeyIdentity(ApiKey key) : ClaimsIdentity(ClaimsOf(key), ApiKeyHandler.Scheme)
{
    public const string ScopeClaim = "scope";

    public ApiKey Key => key;

    private static IEnumerable<Claim> ClaimsOf(ApiKey key) =>
    [
        new(DefaultNameClaimType, key.Name),
        .. Enum.GetValues<Scope>().Where(scope => scope <= key.Scope).Select(scope => new Claim(ScopeClaim, EnumNames<Scope>.Of(scope))),
    ];
}
