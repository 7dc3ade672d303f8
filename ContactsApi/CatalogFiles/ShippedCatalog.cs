using ContactsApi.Core.Catalogs;

namespace ContactsApi.CatalogFiles;

/// <summary>The catalog that comes with the service and fills a new store: the files of <c>Data/</c>.</summary>
public static class ShippedCatalog
{
    private static readonly string[] Files = ["catalog.yaml", "calendar.yaml", "regions.yaml"];

    public static Catalog Read()
    {
        var reading = CatalogReader.Read([.. Files.Select(file => (file, Embedded.Text(file)))]);
        return reading.Catalog ?? throw new InvalidDataException(
            string.Join(Environment.NewLine, reading.Problems.Select(problem => problem.In(Core.Language.En))));
    }
}
