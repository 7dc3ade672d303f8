using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using ContactsApi.Core.Catalogs;

namespace ContactsApi.CatalogFiles;

/// <summary>The catalog that comes with the service and fills a new store: the files of <c>Data/</c>.</summary>
public static partial class ShippedCatalog
{
    /// <summary>Who writes what the service writes by itself.</summary>
    public const string Author = "contacts-api";

    private static readonly string[] Files = ["catalog.yaml", "calendar.yaml", "regions.yaml", "regional-holidays.yaml"];

    /// <summary>The message of a revision that fills a store with it. It differs from that of a release with other files.</summary>
    public static string Filling { get; } = $"The catalog shipped with the service ({Fingerprint()})";

    /// <summary>The message of a revision that brings a store up to date with it. It differs likewise.</summary>
    public static string Upgrading { get; } = $"Brought up to date with the catalog shipped with the service ({Fingerprint()})";

    public static Catalog Read()
    {
        var reading = CatalogReader.Read([.. Files.Select(file => (file, Embedded.Text(file)))]);
        return reading.Catalog ?? throw new InvalidDataException(
            string.Join(Environment.NewLine, reading.Problems.Select(problem => problem.In(Core.Language.En))));
    }

    /// <summary>Whether a revision with that message took what some release shipped. The first releases named no fingerprint.</summary>
    public static bool IsSourceOf(string message) => Messages().IsMatch(message);

    private static string Fingerprint() =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Concat(Files.Select(Embedded.Text)))))[..8];

    [GeneratedRegex(@"^(The catalog shipped with the service|Brought up to date with the catalog shipped with the service)( \([0-9a-f]{8}\))?\z")]
    private static partial Regex Messages();
}
