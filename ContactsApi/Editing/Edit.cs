using System.Text.Json;
using System.Text.Json.Nodes;
using ContactsApi.CatalogFiles;
using ContactsApi.Core;
using ContactsApi.Core.Catalogs;
using ContactsApi.Serialization;
using ContactsApi.Storage;

namespace ContactsApi.Editing;

public enum EditKind
{
    /// <summary>Creates what is not there, replaces what is.</summary>
    Put,

    /// <summary>Changes what is there by a <see cref="MergePatch"/>.</summary>
    Patch,
    Delete,
}

/// <summary>A change of one place in the catalog.</summary>
/// <param name="Body">The new value, or the patch; nothing to delete.</param>
public sealed record Edit(EditKind Kind, ElementPath Path, JsonNode? Body)
{
    /// <summary>
    /// What the change makes of a revision. Refused, in this order: what is not there, a precondition that is not met, and all that
    /// keeps the whole catalog from being used afterwards.
    /// </summary>
    public EditedCatalog On(CatalogSnapshot snapshot, Preconditions preconditions)
    {
        var edited = new EditedCatalog(snapshot, Path);
        var catalog = JsonSerializer.SerializeToNode(snapshot.Directory.Catalog, ContactsJson.Strict)!.AsObject();
        if (Path.In(catalog) is not { } location)
            return edited with { Refusal = Refusal.For(RefusalReason.NotFound, NotThere($"{Path.Part.Name}/{Path.ElementId}", catalog)) };
        if (location.Value is null && Kind != EditKind.Put)
            return edited with { Refusal = Refusal.For(RefusalReason.NotFound, NotThere(Path.ToString(), catalog)) };
        var version = location.Value is null ? null : Path.VersionIn(snapshot);
        if (preconditions.Unmet(version) is { } unmet)
            return edited with { Refusal = Refusal.For(unmet) };

        edited = edited with { Creates = location.Value is null };
        if (Kind == EditKind.Delete)
        {
            location.Remove();
        }
        else
        {
            var value = Kind == EditKind.Patch ? MergePatch.Apply(BareCatalog.Of(location.Value, Path.Type), Body) : Body?.DeepClone();
            if ((IReadOnlyList<CatalogProblem>)[.. Unfit(value, location.Path), .. OtherId(value, location)] is [_, ..] unfit)
                return edited with { Refusal = Refusal.For(RefusalReason.Invalid, unfit, location, catalog) };
            location.Put(value);
        }

        var changed = catalog.Deserialize<Catalog>(ContactsJson.Strict)!;
        return (IReadOnlyList<CatalogProblem>)[.. CatalogRules.BreaksOf(changed), .. VerificationRules.LeftBehind(snapshot.Directory.Catalog, changed)] is [_, ..] broken
            ? edited with { Refusal = Refusal.For(Kind == EditKind.Delete ? RefusalReason.InUse : RefusalReason.Invalid, broken, location, catalog) }
            : edited.Of(changed);
    }

    /// <summary>What is wrong with the value itself. What stands elsewhere is not to blame for: it may keep nobody from announcing an outage.</summary>
    private IReadOnlyList<CatalogProblem> Unfit(JsonNode? value, string path) => Misshapen(value, path) is [_, ..] problems
        ? problems
        : ContentRules.ProblemsOf(value.Deserialize(Path.Type, ContactsJson.Strict)!, path);

    private IReadOnlyList<CatalogProblem> Misshapen(JsonNode? value, string path) =>
    [
        .. ShownNumber.Explain(
            ShapeProblems.Of(value, Path.Type).Select(problem => new CatalogProblem(path + problem.Path[1..], problem.Message)),
            Path.List is null && ShownNumber.Lists.Contains(Path.Part.Name) ? ShownNumber.ProblemsOf(value, path) : []),
    ];

    private IEnumerable<CatalogProblem> OtherId(JsonNode? value, JsonLocation location) =>
        Path.Key is { } key && (value as JsonObject)?[key] is { } id && id.ToString() != Path.Id
            ? [new($"{location.Path}.{key}", new($"в адресе запроса «{Path.Id}»", $"the request's address says '{Path.Id}'"))]
            : [];

    /// <returns>Nothing if the id is too long to be repeated.</returns>
    private LocalizedText? NotThere(string name, JsonObject catalog)
    {
        var message = new LocalizedText($"«{name}» в каталоге нет.", $"The catalog has no '{name}'.");
        var ids = (Path.In(catalog) ?? new JsonLocation(catalog, "$", Path.Part.Name, Path.Part.Key, Path.ElementId)).Ids.ToList();
        return ids.Count == 0 ? message
            : Path.Id.Length > NearestNames.MaxLength ? null
            : NearestNames.Suggest(message, Path.Id, ids);
    }
}
