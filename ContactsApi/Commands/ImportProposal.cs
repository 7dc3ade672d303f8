using System.Text.Json.Nodes;
using ContactsApi.Core;
using ContactsApi.Core.Catalogs;
using ContactsApi.Revisions;
using ContactsApi.Storage;

namespace ContactsApi.Commands;

/// <summary>What importing files makes of the newest revision: only what the files changed since the revision that they were made on.</summary>
public static class ImportProposal
{
    /// <param name="newest">Nothing for a store that holds no catalog yet: there is nothing to lose.</param>
    public static Proposal Of(CatalogOfFiles files, CatalogArguments arguments, CatalogRevision? newest, CommandStore store)
    {
        var known = newest is null ? [] : CatalogElement.Split(newest.Catalog).Select(element => (element.Kind, element.Id)).ToHashSet();
        if (arguments.Removed.Where(name => !known.Contains(name)).ToList() is [_, ..] unknown)
            return new Proposal(null) { Obstacles = [.. unknown.Select(Unknown)] };
        if (newest is null)
            return new(files.Catalog);
        if (BaseOf(files, arguments, newest, store) is { } @base)
            return Merged(files.Catalog, arguments, @base, newest);
        // To repeat an import is harmless, whatever the files were made on.
        var asTheyAre = Merged(files.Catalog, arguments, newest, newest);
        return arguments.Onto is null && CatalogDifference.Between(newest.Catalog, asTheyAre.Catalog!).Count == 0
            ? asTheyAre
            : Proposal.Refused(WithoutBase(files, arguments, newest.Number));
    }

    /// <summary>The revision that the files were made on. Who insists without telling one wants the files as they are.</summary>
    private static CatalogRevision? BaseOf(CatalogOfFiles files, CatalogArguments arguments, CatalogRevision newest, CommandStore store) =>
        arguments.Onto is { } onto ? store.Read(onto)
        : files.ExportedFrom is { } from && store.Read(from.Revision) is { } origin && origin.CreatedAt == from.CreatedAt ? origin
        : arguments.Overwrite ? newest
        : null;

    private static Proposal Merged(Catalog files, CatalogArguments arguments, CatalogRevision @base, CatalogRevision newest)
    {
        var merge = CatalogMerge.Of(@base.Catalog, newest.Catalog, files, arguments.Removed, arguments.Overwrite);
        IReadOnlyList<LocalizedText> stays = [.. merge.Unnamed.Select(Stays)];
        if (merge.Conflicts.Count == 0)
            return new(merge.Catalog) { Notes = stays };
        IReadOnlyList<LocalizedText> disputed = [.. merge.Conflicts.SelectMany(conflict => Lines(conflict, @base.Number))];
        return arguments.Overwrite
            ? new(merge.Catalog) { Notes = [.. disputed, FilesPrevail(@base.Number), .. stays] }
            : new(merge.Catalog) { Notes = stays, Obstacles = [.. disputed, NothingWritten(@base.Number)] };
    }

    private static IEnumerable<LocalizedText> Lines(MergeConflict conflict, long since)
    {
        var element = DifferenceLines.Name(conflict.Kind, conflict.Id);
        return conflict switch
        {
            { Ours: { } ours, Theirs: { } theirs } => FieldDifference.Between(JsonNode.Parse(ours), JsonNode.Parse(theirs)).Select(field => Line(element, field)),
            { Theirs: not null } => [new($"{element}: здесь удалено после ревизии {since}, в файле изменено", $"{element}: removed here since revision {since}, changed in the file")],
            { Ours: not null } => [new($"{element}: здесь изменено после ревизии {since}, файл это удаляет", $"{element}: changed here since revision {since}, removed by the file")],
            _ => [new($"{element}: здесь после ревизии {since} другой порядок, в файле третий", $"{element}: in another order here since revision {since}, in a third one in the file")],
        };
    }

    private static LocalizedText Line(string element, FieldDifference field)
    {
        var path = $"{element} {field.Path}".TrimEnd();
        var (ours, theirs) = (DifferenceLines.Value(field.Before), DifferenceLines.Value(field.After));
        return new($"{path}: здесь {ours ?? "нет"}, в файле {theirs ?? "нет"}", $"{path}: here {ours ?? "none"}, in the file {theirs ?? "none"}");
    }

    private static LocalizedText Stays((string Kind, string Id) name) => new(
        $"{name.Kind}/{name.Id}: остаётся, хотя в файле этого нет; удалить: --remove {name.Kind}/{name.Id}",
        $"{name.Kind}/{name.Id}: stays, though the file does not have it; to remove it: --remove {name.Kind}/{name.Id}");

    private static LocalizedText Unknown((string Kind, string Id) name) => new(
        $"«{name.Kind}/{name.Id}» в хранилище нет, удалять нечего. Ничего не записано.",
        $"The store has no '{name.Kind}/{name.Id}' to remove. Nothing was written.");

    private static LocalizedText NothingWritten(long since) => new(
        $"После ревизии {since} это изменили другие. Ничего не записано. Экспортируйте каталог заново и повторите правку, или настойте на своём: --overwrite.",
        $"Others changed this since revision {since}. Nothing was written. Export again and repeat your change, or insist: --overwrite.");

    private static LocalizedText FilesPrevail(long since) => new(
        $"После ревизии {since} это изменили другие; берётся то, что в файлах.", $"Others changed this since revision {since}; what the files say is taken.");

    private static LocalizedText WithoutBase(CatalogOfFiles files, CatalogArguments arguments, long newest) =>
        arguments.Onto is { } onto ? RollbackCommand.NoRevision(onto)
        : files.ExportedFrom is { } from ? OfAnotherStore(from.Revision)
        : WithoutRevision(newest);

    private static LocalizedText WithoutRevision(long newest) => new(
        $"В файлах не сказано, с какой ревизии они сделаны (сейчас {newest}). Ничего не записано. С --onto N останется то, что изменили после ревизии N "
        + "другие; с --overwrite всё станет как в файлах.",
        $"The files do not say which revision they were made on (now it is {newest}). Nothing was written. With --onto N, what others changed "
        + "since revision N stays; with --overwrite, all becomes as in the files.");

    private static LocalizedText OfAnotherStore(long number) => new(
        $"Файл экспортирован с ревизии {number}, а здесь такой нет или под этим номером другая: хранилище другое или восстановлено из копии. Ничего не записано. "
        + "Назовите ревизию, с которой он сделан, через --onto N, или настойте на своём: --overwrite.",
        $"The file was exported from a revision {number} that is not here, or is another one: this is another store, or one restored from a backup. Nothing was "
        + "written. Name the revision that it was made on by --onto N, or insist: --overwrite.");
}
