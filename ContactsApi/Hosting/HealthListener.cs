using System.ComponentModel.DataAnnotations;

namespace ContactsApi.Hosting;

/// <summary>Where health is asked for. Bound from the configuration section <c>Health</c>.</summary>
public sealed class HealthOptions : IValidatableObject
{
    public const string Section = "Health";

    /// <summary>
    /// Addresses on which health alone is answered, as <c>http://+:5081</c>; several are separated by semicolons. No crowd at the others can
    /// keep a probe out there. Default none: health is answered where all else is, and it is there in any case.
    /// </summary>
    public string Urls { get; set; } = "";

    public IEnumerable<string> List => Urls.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    /// <summary>Of addresses that are right.</summary>
    public IReadOnlySet<int> ReadPorts() => List.Select(url => BindingAddress.Parse(url).Port).ToHashSet();

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext) => List.Where(url => !IsAddress(url)).Select(url =>
        new ValidationResult($"Health:Urls: '{url}' is no address as http://+:5081; several are separated by semicolons."));

    private static bool IsAddress(string url)
    {
        try
        {
            return BindingAddress.Parse(url) is { Scheme: "http", Port: > 0, PathBase: "" };
        }
        catch (FormatException)
        {
            return false;
        }
    }
}

/// <summary>A listener for those who watch over the service.</summary>
public static class HealthListener
{
    /// <summary>Listens there too.</summary>
    public static void AddHealthListener(this WebApplicationBuilder builder)
    {
        builder.Services.AddOptions<HealthOptions>().BindConfiguration(HealthOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        if (builder.Configuration[$"{HealthOptions.Section}:{nameof(HealthOptions.Urls)}"] is { Length: > 0 } urls)
            builder.WebHost.UseUrls($"{Addresses(builder.Configuration)};{urls}");
    }

    /// <summary>Answers nothing but health there.</summary>
    public static void UseHealthListener(this IApplicationBuilder app) => app.UseAtStart(starting =>
    {
        var ports = starting.ApplicationServices.GetRequiredService<Microsoft.Extensions.Options.IOptions<HealthOptions>>().Value.ReadPorts();
        if (ports.Count == 0)
            return;
        starting.Use(next => context => ports.Contains(context.Connection.LocalPort) && !context.Request.Path.StartsWithSegments("/health")
            ? context.Refuse(Problem.RouteNotFound).ExecuteAsync(context)
            : next(context));
    });

    /// <summary>The addresses at which the configuration makes the service listen for all.</summary>
    public static string Addresses(IConfiguration configuration) =>
        configuration["urls"] ?? string.Join(';', (configuration["http_ports"] ?? "").Split(';', StringSplitOptions.RemoveEmptyEntries).Select(port => $"http://+:{port}"));
}
