using System.ComponentModel.DataAnnotations;
using System.Net;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.Extensions.Options;

namespace ContactsApi.Hosting;

/// <summary>Who may say where a request really comes from. Bound from the configuration section <c>Proxies</c>.</summary>
public sealed class ProxyOptions : IValidatableObject
{
    public const string Section = "Proxies";

    /// <summary>
    /// Addresses and networks of the proxies in front of the service, as <c>10.0.0.5, 10.1.0.0/16, fd00::/8</c>. Default none.
    /// </summary>
    public string Known { get; set; } = "";

    public string[] List => Known.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    /// <summary>Whether the address is that of a proxy in front of the service.</summary>
    public bool Knows(IPAddress? address)
    {
        if (address is null)
            return false;
        var plain = address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;
        return List.Any(text => IPAddress.TryParse(text, out var known) ? known.Equals(plain) : System.Net.IPNetwork.Parse(text).Contains(plain));
    }

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext) =>
        List.Where(text => !IPAddress.TryParse(text, out _) && !System.Net.IPNetwork.TryParse(text, out _)).Select(text => new ValidationResult(
            $"Proxies:Known: '{text}' is neither an IP address nor a network as 10.1.0.0/16; several are separated by commas."));
}

public static class TrustedProxies
{
    /// <summary>
    /// Takes the caller's address and whether the caller used https from <c>X-Forwarded-For</c> and <c>X-Forwarded-Proto</c>, as far back
    /// as known proxies vouch for it. From anybody else the headers mean nothing.
    /// </summary>
    public static void UseTrustedProxies(this IApplicationBuilder app) => app.UseAtStart(starting =>
    {
        var known = starting.ApplicationServices.GetRequiredService<IOptions<ProxyOptions>>().Value.List;
        if (known.Length == 0)
            return;
        var options = new ForwardedHeadersOptions
        {
            ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto,
            ForwardLimit = null,
        };
        // The framework would trust this machine.
        options.KnownProxies.Clear();
        options.KnownIPNetworks.Clear();
        foreach (var text in known)
        {
            if (IPAddress.TryParse(text, out var address))
                options.KnownProxies.Add(address);
            else
                options.KnownIPNetworks.Add(System.Net.IPNetwork.Parse(text));
        }

        starting.UseForwardedHeaders(options);
    });
}
