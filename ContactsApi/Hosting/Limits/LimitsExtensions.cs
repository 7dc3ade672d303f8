using System.Globalization;
using ContactsApi.Core;
using Microsoft.AspNetCore.Http.HttpResults;

namespace ContactsApi.Hosting.Limits;

public static class LimitsExtensions
{
    public static void AddLimits(this IServiceCollection services)
    {
        services.AddSingleton<RequestLimiter>();
        services.AddSingleton<DearWork>();
    }

    /// <summary>Counts each request of each caller, and refuses with 429 what is too many.</summary>
    public static void UseLimits(this IApplicationBuilder app) => app.UseAtStart(starting => starting.UseLimiter(
        starting.ApplicationServices.GetRequiredService<RequestLimiter>(), (context, lease) => Refuse(context, (QuotaLease)lease)));

    /// <summary>Lets each caller without a key write here only so often: see <see cref="LimitsOptions.OpenWritesPerHour"/>.</summary>
    public static TBuilder WithOpenWriteLimit<TBuilder>(this TBuilder builder)
        where TBuilder : IEndpointConventionBuilder => builder.WithMetadata(new Limited(OpenQuota.Writes));

    /// <summary>Lets each caller without a key check only so many values here: see <see cref="LimitsOptions.ChecksPerMinute"/>.</summary>
    public static TBuilder WithCheckLimit<TBuilder>(this TBuilder builder)
        where TBuilder : IEndpointConventionBuilder => builder.WithMetadata(new Limited(OpenQuota.Checks));

    /// <summary>
    /// Counts a request whose answer is dear to work out as so many requests. An answer that is at hand is sent before this is asked, and
    /// counts as one. It is worked out when its turn comes: see <see cref="DearWork"/>.
    /// </summary>
    public static RouteHandlerBuilder Costs(this RouteHandlerBuilder route, int requests) => route
        .WithMetadata(new Price($"{requests} requests"))
        .AddEndpointFilter(async (invocation, next) =>
            RefuseDear(invocation.HttpContext, invocation.HttpContext.RequestServices.GetRequiredService<RequestLimiter>(), requests) is { } refusal
                ? refusal
                : await InTurnAsync(invocation, next));

    /// <summary>The same where the price hangs on what is asked: the endpoint itself calls <see cref="RefuseDear"/>.</summary>
    /// <param name="price">In words.</param>
    public static RouteHandlerBuilder CostsByLength(this RouteHandlerBuilder route, string price) => route
        .WithMetadata(new Price(price))
        .AddEndpointFilter(InTurnAsync);

    /// <summary>Counts a request as so many requests; never as more than the whole quota.</summary>
    public static JsonHttpResult<ProblemResponse>? RefuseDear(this HttpContext context, RequestLimiter limiter, int requests) =>
        context.RefuseTooManyQuestions(limiter, Math.Min(requests, limiter.MostOf(context)));

    /// <summary>Counts a request that asks many questions as so many requests; a refusal if that is more than is left.</summary>
    /// <param name="questions">One of them is counted already, as every request is.</param>
    public static JsonHttpResult<ProblemResponse>? RefuseTooManyQuestions(this HttpContext context, RequestLimiter limiter, int questions) =>
        questions > 1 && limiter.AttemptAcquire(context, questions - 1) is QuotaLease { IsAcquired: false } lease ? Refuse(context, lease) : null;

    private static async ValueTask<object?> InTurnAsync(EndpointFilterInvocationContext invocation, EndpointFilterDelegate next)
    {
        var context = invocation.HttpContext;
        using var turn = await context.RequestServices.GetRequiredService<DearWork>().TurnAsync(context.RequestAborted);
        return await next(invocation);
    }

    private static JsonHttpResult<ProblemResponse> Refuse(HttpContext context, QuotaLease lease)
    {
        context.Response.Headers.RetryAfter = lease.Seconds.ToString(CultureInfo.InvariantCulture);
        return context.Refuse(Problem.TooManyRequests, Detail(lease.Quota, lease.Seconds), Violated(lease.Quota));
    }

    private static LocalizedText Detail(Quota quota, int seconds) => new(
        $"Предел: {quota.Requests} за {quota.Seconds} с. Повторите через {seconds} с.",
        $"The limit is {quota.Requests} in {quota.Seconds} s. Repeat in {seconds} s.");

    private static Dictionary<string, object> Violated(Quota quota) => new() { ["violated-policies"] = new[] { quota.Name } };
}
