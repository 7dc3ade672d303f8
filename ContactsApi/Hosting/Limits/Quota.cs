using System.Globalization;

namespace ContactsApi.Hosting.Limits;

/// <summary>So many requests in a window of time.</summary>
/// <param name="Name">Under which callers read of it.</param>
/// <param name="Requests">More than none.</param>
public sealed record Quota(string Name, int Requests, int Seconds)
{
    /// <summary>As an item of the header <c>RateLimit-Policy</c> (draft-ietf-httpapi-ratelimit-headers-11).</summary>
    public string Policy { get; } = string.Create(CultureInfo.InvariantCulture, $"\"{Name}\";q={Requests};w={Seconds}");

    private readonly string name = $"\"{Name}\";r=";

    /// <summary>As an item of the header <c>RateLimit</c>.</summary>
    public string Left(int remaining, int seconds) => string.Create(CultureInfo.InvariantCulture, $"{name}{remaining};t={seconds}");
}
