using System.Text.Json.Nodes;
using ContactsApi.Storage;
using NodaTime;
using NodaTime.Text;

namespace ContactsApi.Editing;

/// <summary>Ends an incident now. One that is to come never begins, and one that is over stays as it is.</summary>
public static class Ended
{
    public static EditedCatalog On(CatalogSnapshot snapshot, string id, Instant now)
    {
        var path = new ElementPath(CatalogPart.Named("incidents"), id);
        return snapshot.Directory.Catalog.Incidents.FirstOrDefault(one => one.Id == id) switch
        {
            { Start: var start } when start >= now => new Edit(EditKind.Delete, path, null).On(snapshot, Preconditions.None),
            { End: { } end } when end <= now => new EditedCatalog(snapshot, path).Of(snapshot.Directory.Catalog),
            _ => new Edit(EditKind.Patch, path, new JsonObject { ["end"] = InstantPattern.ExtendedIso.Format(now) }).On(snapshot, Preconditions.None),
        };
    }
}
