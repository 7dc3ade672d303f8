using ContactsApi.Hosting.Queries;
using ContactsApi.Storage;

namespace ContactsApi.Features.Asking;

/// <summary>A parameter that names something of the catalog by its id.</summary>
/// <inheritdoc cref="QueryParameter"/>
public sealed record CatalogParameter<T>(string Name, string Description, string Example, Func<string, CatalogSnapshot, Parsed<T>> Parse)
    : QueryParameter(Name, Description, Example)
{
    public override Type Type => typeof(T);
}
