using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Options;
using Microsoft.Net.Http.Headers;
using NodaTime;

namespace ContactsApi.Hosting;

/// <summary>How long callers may keep an answer. Bound from the configuration section <c>Freshness</c>.</summary>
public sealed class FreshnessOptions
{
    public const string Section = "Freshness";

    /// <summary>
    /// The longest time, in seconds, that an answer may be kept: so late at most is a change of the catalog noticed. Default 60;
    /// 0 to 3600.
    /// </summary>
    [Range(0, 3600)]
    public int MaxAgeSeconds { get; set; } = 60;
}

public static class Freshness
{
    /// <summary>Lets the answer be kept until it changes by the passing of time, and no longer than the configured cap.</summary>
    /// <param name="changesIn">From now until the answer changes; nothing if it never does, as for a moment that was given.</param>
    public static void AllowKeeping(this HttpContext context, Duration? changesIn)
    {
        var cap = Duration.FromSeconds(context.RequestServices.GetRequiredService<IOptions<FreshnessOptions>>().Value.MaxAgeSeconds);
        var age = Duration.Min(cap, changesIn ?? cap);
        // Whole seconds, rounded down: never past the change.
        context.Response.GetTypedHeaders().CacheControl = new CacheControlHeaderValue
        {
            Public = true,
            MaxAge = TimeSpan.FromSeconds(Math.Floor(age.TotalSeconds)),
        };
    }
}
