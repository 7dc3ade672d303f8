using ContactsApi.Core;
using ContactsApi.Core.Catalogs;
using ContactsApi.Revisions;
using ContactsApi.Storage;

namespace ContactsApi.Editing;

/// <summary>
/// Takes back what one revision changed, and nothing that came after it. Incidents stay as they are: what is out of order does not depend
/// on what somebody takes back.
/// </summary>
public static class TakenBack
{
    private static readonly LocalizedText First = new("Первую ревизию взять обратно нельзя: до неё ничего не было.", "The first revision cannot be taken back: there was nothing before it.");

    /// <param name="number">Of the revision whose changes are taken back.</param>
    /// <exception cref="StoreUnavailableException">The revision is not at hand, and the store does not answer.</exception>
    public static EditedCatalog On(CatalogSnapshot newest, long number, CatalogSnapshots snapshots)
    {
        var edited = new EditedCatalog(newest, null);
        if (number == 1)
            return edited with { Refusal = Refusal.For(RefusalReason.Invalid, First) };
        if (snapshots.Of(number) is not { } made || snapshots.Of(number - 1) is not { } before)
            return edited with { Refusal = Refusal.For(RefusalReason.RevisionNotFound) };
        var (then, earlier) = (made.Directory.Catalog, before.Directory.Catalog with { Incidents = made.Directory.Catalog.Incidents });
        var ids = earlier.Overrides.Select(one => one.Id).ToHashSet();
        var merge = CatalogMerge.Of(
            then, newest.Directory.Catalog, earlier, [.. then.Overrides.Where(one => !ids.Contains(one.Id)).Select(one => ("overrides", one.Id))], theirsPrevail: false);
        if (merge.Conflicts.Count > 0)
            return edited with { Refusal = new(RefusalReason.Invalid, merge.Conflicts.GroupBy(Name).ToDictionary(one => one.Key, IReadOnlyList<LocalizedText> (_) => [ChangedSince(number)])) };
        var broken = CatalogRules.BreaksOf(merge.Catalog);
        return broken.Count > 0
            ? edited with { Refusal = new(RefusalReason.InUse, broken.GroupBy(problem => problem.Path).ToDictionary(path => path.Key, IReadOnlyList<LocalizedText> (path) => [.. path.Select(problem => problem.Message)])) }
            : edited.Of(merge.Catalog);
    }

    private static string Name(MergeConflict conflict) => conflict.Id is { } id && id != conflict.Kind ? $"{conflict.Kind}/{id}" : conflict.Kind;

    private static LocalizedText ChangedSince(long number) => new(
        $"это меняли и после ревизии {number}; поправьте по-своему", $"this was changed after revision {number}, too; mend it by hand");
}
