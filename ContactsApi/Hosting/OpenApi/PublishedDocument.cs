using ContactsApi.CatalogFiles;
using ContactsApi.Serialization;
using Microsoft.OpenApi;

namespace ContactsApi.Hosting.OpenApi;

/// <summary>One of the two documents of the contract.</summary>
/// <param name="Name">As the generator knows it.</param>
/// <param name="File">In the repository and, with another ending, among the addresses of the service.</param>
/// <param name="Title">What stands above it.</param>
/// <param name="Description">What a reader has to know before the first request.</param>
public sealed record PublishedDocument(string Name, string File, string Title, string Description)
{
    /// <summary>What anyone may ask.</summary>
    public static PublishedDocument Public { get; } = new("public", "openapi.yaml", "Contacts API", Introduction.ForPartners);

    /// <summary>What needs a key.</summary>
    public static PublishedDocument Admin { get; } = new("admin", "openapi.admin.yaml", "Contacts API for stewards", Introduction.ForStewards);

    /// <summary>In the order in which people read them.</summary>
    public static IReadOnlyList<PublishedDocument> All { get; } = [Public, Admin];

    public string YamlPath => $"/{File}";

    public string JsonPath => Path.ChangeExtension(YamlPath, "json");

    /// <summary>As it is committed.</summary>
    public string Yaml { get; } = Embedded.Text(File);

    /// <summary>The same for those who read no YAML.</summary>
    public string Json => field ??= new YamlText(File, new StringReader(Yaml)).Root!.ToJsonString(ContactsJson.Options);

    public OpenApiInfo Info => new()
    {
        Title = Title,
        Version = "1.0.0",
        Description = Description,
        Contact = new OpenApiContact { Name = "The maintainers of Contacts API" },
        License = new OpenApiLicense { Name = "MIT", Identifier = "MIT" },
    };
}
