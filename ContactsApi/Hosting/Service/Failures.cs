using ContactsApi.Storage;
using Microsoft.AspNetCore.Diagnostics;

namespace ContactsApi.Hosting.Service;

/// <summary>Answers by problem+json where no endpoint does.</summary>
public static class Failures
{
    /// <summary>About as long as the retries of one access to the store take.</summary>
    private const string RetryAfterSeconds = "5";

    /// <summary>Where something failed, the refusal is problem+json too.</summary>
    public static void UseFailures(this IApplicationBuilder app)
    {
        var failed = app.New();
        // The headers set so far are gone.
        failed.UseRequestIds();
        failed.UseSecurityHeaders();
        failed.UseRequestLanguage();
        failed.Run(AnswerFailureAsync);
        app.UseExceptionHandler(new ExceptionHandlerOptions
        {
            ExceptionHandler = failed.Build(),
            // That the store does not answer is logged once, and not for everybody who asks it meanwhile.
            SuppressDiagnosticsCallback = context => context.Exception is StoreUnavailableException,
        });
    }

    /// <summary>And where no endpoint was reached.</summary>
    public static void UseProblems(this IApplicationBuilder app) => app.UseStatusCodePages(pages =>
    {
        HeadRequests.NameIn(pages.HttpContext.Response.Headers);
        return pages.HttpContext.Refuse(Problem.OfStatus(pages.HttpContext.Response.StatusCode)).ExecuteAsync(pages.HttpContext);
    });

    private static Task AnswerFailureAsync(HttpContext context)
    {
        var problem = context.Features.Get<IExceptionHandlerFeature>()?.Error switch
        {
            // A request that the server could not read carries its own status.
            BadHttpRequestException bad => Problem.OfStatus(bad.StatusCode),
            StoreUnavailableException or StoreUnusableException => Problem.StoreUnavailable,
            _ => Problem.Internal,
        };
        if (problem == Problem.StoreUnavailable)
            context.Response.Headers.RetryAfter = RetryAfterSeconds;
        return context.Refuse(problem).ExecuteAsync(context);
    }
}
