using System.Text.Json;
using System.Text.Json.Nodes;
using ContactsApi.CatalogFiles;
using ContactsApi.Core;
using ContactsApi.Core.Catalogs;
using ContactsApi.Hosting;
using ContactsApi.Hosting.Queries;
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
public sealed record Edit(EditKind Kind, Place Place, JsonNode? Body)
{
    /// <summary>
    /// What the change makes of a revision. Refused, in this order: what is not there, a precondition that is not met, and all that
    /// keeps the whole catalog from being used afterwards.
    /// </summary>
    public Draft On(CatalogSnapshot snapshot, Preconditions preconditions)
    {
        var draft = new Draft(snapshot, Place);
        var catalog = JsonSerializer.SerializeToNode(snapshot.Directory.Catalog, ContactsJson.Strict)!.AsObject();
        if (Place.In(catalog) is not { } slot)
            return draft with { Refusal = Refusal.For(Problem.ElementNotFound, NotThere($"{Place.Part.Name}/{Place.ElementId}", catalog)) };
        if (slot.Value is null && Kind != EditKind.Put)
            return draft with { Refusal = Refusal.For(Problem.ElementNotFound, NotThere(Place.ToString(), catalog)) };
        var version = slot.Value is null ? null : Place.VersionIn(snapshot);
        if (preconditions.Unmet(version) is { } unmet)
            return draft with { Refusal = Refusal.For(unmet) };

        draft = draft with { Creates = slot.Value is null };
        if (Kind == EditKind.Delete)
        {
            slot.Remove();
        }
        else
        {
            var value = Kind == EditKind.Patch ? MergePatch.Apply(BareCatalog.Of(slot.Value, Place.Type), Body) : Body?.DeepClone();
            if ((IReadOnlyList<CatalogProblem>)[.. Unfit(value, slot.Path), .. OtherId(value, slot)] is [_, ..] unfit)
                return draft with { Refusal = Refusal.For(Problem.InvalidElement, unfit, slot, catalog) };
            slot.Put(value);
        }

        var changed = catalog.Deserialize<Catalog>(ContactsJson.Strict)!;
        return (IReadOnlyList<CatalogProblem>)[.. CatalogRules.BreaksOf(changed), .. VerificationRules.LeftBehind(snapshot.Directory.Catalog, changed)] is [_, ..] broken
            ? draft with { Refusal = Refusal.For(Kind == EditKind.Delete ? Problem.ElementInUse : Problem.InvalidElement, broken, slot, catalog) }
            : draft.Of(changed);
    }

    /// <summary>What is wrong with the value itself. What stands elsewhere is not to blame for: it may keep nobody from announcing an outage.</summary>
    private IReadOnlyList<CatalogProblem> Unfit(JsonNode? value, string path) => Misshapen(value, path) is [_, ..] problems
        ? problems
        : ContentRules.ProblemsOf(value.Deserialize(Place.Type, ContactsJson.Strict)!, path);

    private IReadOnlyList<CatalogProblem> Misshapen(JsonNode? value, string path) =>
    [
        .. ShownNumber.Explain(
            ShapeProblems.Of(value, Place.Type).Select(problem => new CatalogProblem(path + problem.Path[1..], problem.Message)),
            Place.List is null && ShownNumber.Lists.Contains(Place.Part.Name) ? ShownNumber.ProblemsOf(value, path) : []),
    ];

    private IEnumerable<CatalogProblem> OtherId(JsonNode? value, Slot slot) =>
        Place.Key is { } key && (value as JsonObject)?[key] is { } id && id.ToString() != Place.Id
            ? [new($"{slot.Path}.{key}", new($"в адресе запроса «{Place.Id}»", $"the request's address says '{Place.Id}'"))]
            : [];

    private Text NotThere(string name, JsonObject catalog)
    {
        var message = new Text($"«{name}» в каталоге нет.", $"The catalog has no '{name}'.");
        var ids = (Place.In(catalog) ?? new Slot(catalog, "$", Place.Part.Name, Place.Part.Key, Place.ElementId)).Ids.ToList();
        return ids.Count == 0 ? message
            : Place.Id.Length > QueryReader.MaxLength ? Problem.ElementNotFound.Title
            : QueryErrors.Nearest(message, Place.Id, ids);
    }
}
