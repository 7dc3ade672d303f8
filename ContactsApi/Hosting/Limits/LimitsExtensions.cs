using System.Globalization;
using ContactsApi.Core;
using Microsoft.AspNetCore.RateLimiting;

namespace ContactsApi.Hosting.Limits;

public static class LimitsExtensions
{
    public static void AddLimits(this IServiceCollection services)
    {
        services.AddSingleton<RequestLimiter>();
        services.AddRateLimiter(limiter => limiter.OnRejected = RefuseAsync);
        services.AddOptions<RateLimiterOptions>().Configure<RequestLimiter>((options, limiter) => options.GlobalLimiter = limiter);
    }

    /// <summary>Lets each caller without a key write here only so often: see <see cref="LimitsOptions.OpenWritesPerHour"/>.</summary>
    public static TBuilder WithOpenWriteLimit<TBuilder>(this TBuilder builder)
        where TBuilder : IEndpointConventionBuilder => builder.WithMetadata(new OpenWrite());

    private static ValueTask RefuseAsync(OnRejectedContext rejected, CancellationToken cancellation)
    {
        var (quota, seconds) = rejected.Lease is QuotaLease lease ? (lease.Quota, lease.Seconds) : throw new InvalidOperationException("No lease of ours");
        rejected.HttpContext.Response.Headers.RetryAfter = seconds.ToString(CultureInfo.InvariantCulture);
        return new(rejected.HttpContext.Refuse(Problem.TooManyRequests, Detail(quota, seconds), Violated(quota)).ExecuteAsync(rejected.HttpContext));
    }

    private static Text Detail(Quota quota, int seconds) => new(
        $"Предел: {quota.Requests} за {quota.Seconds} с. Повторите через {seconds} с.",
        $"The limit is {quota.Requests} in {quota.Seconds} s. Repeat in {seconds} s.");

    private static Dictionary<string, object> Violated(Quota quota) => new() { ["violated-policies"] = new[] { quota.Name } };
}
