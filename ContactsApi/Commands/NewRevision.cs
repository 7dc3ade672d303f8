using ContactsApi.Core;
using ContactsApi.Core.Catalogs;
using ContactsApi.Revisions;

namespace ContactsApi.Commands;

/// <summary>Writes a catalog as the next revision, unless it is the newest already, and says what was done.</summary>
public static class NewRevision
{
    /// <summary>Another process may write between our reading and writing; one that does so all the time is no longer chance.</summary>
    private const int Attempts = 3;

    public static int Write(Catalog catalog, string? author, string message, CommandStore store, Terminal terminal)
    {
        for (var attempt = 0; attempt < Attempts; attempt++)
        {
            if (TryWrite(catalog, author ?? Environment.UserName, message, store, terminal) is { } said)
            {
                terminal.Say(said);
                return ExitCode.Ok;
            }
        }

        terminal.Complain(new(
            "Каталог всё время меняет другой процесс. Ничего не записано, повторите позже.",
            "Another process keeps changing the catalog. Nothing was written, try again later."));
        return ExitCode.Problem;
    }

    /// <summary>What was done; nothing if another revision came between.</summary>
    private static Text? TryWrite(Catalog catalog, string author, string message, CommandStore store, Terminal terminal)
    {
        var newest = store.ReadNewest();
        var differences = CatalogDifference.Between(newest?.Catalog, catalog);
        if (newest is not null && differences.Count == 0)
            return new($"ничего не изменилось: ревизия {newest.Number}", $"nothing changed: revision {newest.Number}");
        return store.Append(catalog, newest?.Number ?? 0, author, message, new ImportProgress(terminal)) is { } revision
            ? Written(revision.Number, differences)
            : null;
    }

    public static Text Written(long number, IReadOnlyList<ElementDifference> differences)
    {
        int Count(Change change) => differences.Count(difference => difference.Change == change);
        var (added, removed, changed) = (Count(Change.Added), Count(Change.Removed), Count(Change.Changed) + Count(Change.Reordered));
        return new(
            $"ревизия {number}: добавлено {added}, удалено {removed}, изменено {changed}",
            $"revision {number}: {added} added, {removed} removed, {changed} changed");
    }
}
