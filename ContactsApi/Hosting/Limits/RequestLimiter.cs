using System.Threading.RateLimiting;
using ContactsApi.Hosting.Access;
using Microsoft.Extensions.Options;

namespace ContactsApi.Hosting.Limits;

/// <summary>What a caller without a key may do here only so often, besides asking at all.</summary>
public enum OpenQuota
{
    Writes,
    Checks,
}

/// <summary>Marks an endpoint at which the quota counts.</summary>
public sealed record Limited(OpenQuota Quota);

/// <summary>Counts the requests of every caller, and says in every answer what is left (draft-ietf-httpapi-ratelimit-headers-11).</summary>
public sealed class RequestLimiter(IOptions<LimitsOptions> options, TimeProvider time) : PartitionedRateLimiter<HttpContext>
{
    public const string PolicyHeader = "RateLimit-Policy";
    public const string LeftHeader = "RateLimit";

    private const int Minute = 60;
    private const int Hour = 60 * Minute;

    private static readonly RateLimitLease Unlimited = RateLimitPartition.GetNoLimiter(0).Factory(0).AttemptAcquire();

    private readonly CallerQuota? requestsOfAddress = CallerQuota.Of("address", options.Value.AddressPerMinute, Minute, time);
    private readonly CallerQuota? requestsOfKey = CallerQuota.Of("key", options.Value.KeyPerMinute, Minute, time);
    private readonly CallerQuota? openWrites = CallerQuota.Of("open-writes", options.Value.OpenWritesPerHour, Hour, time);
    private readonly CallerQuota? openChecks = CallerQuota.Of("open-checks", options.Value.ChecksPerMinute, Minute, time);

    /// <summary>How many requests the caller may make in a window; without a limit, as many as can be counted.</summary>
    public int MostOf(HttpContext context) =>
        (Caller.Of(context).KeyId is null ? options.Value.AddressPerMinute : options.Value.KeyPerMinute) is > 0 and var most ? most : int.MaxValue;

    public override RateLimiterStatistics? GetStatistics(HttpContext resource) => null;

    protected override RateLimitLease AttemptAcquireCore(HttpContext resource, int permitCount)
    {
        var caller = Caller.Of(resource);
        var request = (caller.KeyId is null ? requestsOfAddress : requestsOfKey)?.Count(caller, permitCount);
        var open = request?.IsAcquired == false || caller.KeyId is not null ? null : OpenQuotaOf(resource)?.Count(caller, permitCount);
        Tell(resource.Response.Headers, request, open);
        RateLimitLease lease = open ?? request ?? Unlimited;
        if (!lease.IsAcquired)
            resource.Features.Set(lease);
        return lease;
    }

    /// <summary>A request that was refused where a kept answer was at hand is not counted again.</summary>
    protected override ValueTask<RateLimitLease> AcquireAsyncCore(HttpContext resource, int permitCount, CancellationToken cancellationToken) =>
        new(resource.Features.Get<RateLimitLease>() ?? AttemptAcquireCore(resource, permitCount));

    protected override void Dispose(bool disposing)
    {
        requestsOfAddress?.Dispose();
        requestsOfKey?.Dispose();
        openWrites?.Dispose();
        openChecks?.Dispose();
        base.Dispose(disposing);
    }

    private CallerQuota? OpenQuotaOf(HttpContext context) => context.GetEndpoint()?.Metadata.GetMetadata<Limited>()?.Quota switch
    {
        OpenQuota.Writes => openWrites,
        OpenQuota.Checks => openChecks,
        _ => null,
    };

    private static void Tell(IHeaderDictionary headers, QuotaLease? request, QuotaLease? open)
    {
        if ((request ?? open) is not { } first)
            return;
        var isBoth = request is not null && open is not null;
        headers[PolicyHeader] = isBoth ? $"{request!.Quota.Policy}, {open!.Quota.Policy}" : first.Quota.Policy;
        headers[LeftHeader] = isBoth ? $"{request!.Left}, {open!.Left}" : first.Left;
    }
}
