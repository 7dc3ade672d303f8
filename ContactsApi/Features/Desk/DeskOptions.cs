using System.ComponentModel.DataAnnotations;

namespace ContactsApi.Features.Desk;

/// <summary>Whether and where stewards have a desk. Bound from the configuration section <c>Desk</c>.</summary>
public sealed class DeskOptions : IValidatableObject
{
    public const string Section = "Desk";

    private const int Most = 1_000_000_000;

    /// <summary>Whether there is a desk. Default true; without a key of scope steward or admin nobody gets in.</summary>
    public bool Enabled { get; set; } = true;

    /// <summary>
    /// Addresses at which the desk is, and then nowhere else, as <c>http://+:5082</c>; several are separated by semicolons. Default none:
    /// the desk is where all else is.
    /// </summary>
    public string Urls { get; set; } = "";

    /// <summary>How often an hour somebody at one address may try to sign in. Default 30; 0 to 1,000,000,000, zero means no limit.</summary>
    [Range(0, Most)]
    public int SignInsPerHour { get; set; } = 30;

    public IEnumerable<string> List => Urls.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    /// <summary>Of addresses that are right.</summary>
    public IReadOnlySet<int> ReadPorts() => List.Select(url => BindingAddress.Parse(url).Port).ToHashSet();

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext) => List.Where(url => !IsAddress(url)).Select(url =>
        new ValidationResult($"Desk:Urls: '{url}' is no address as http://+:5082; several are separated by semicolons."));

    private static bool IsAddress(string url)
    {
        try
        {
            return BindingAddress.Parse(url) is { Scheme: "http" or "https", Port: > 0, PathBase: "" };
        }
        catch (FormatException)
        {
            return false;
        }
    }
}
