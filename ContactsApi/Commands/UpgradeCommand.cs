using ContactsApi.CatalogFiles;
using ContactsApi.Core;
using ContactsApi.Revisions;
using ContactsApi.Storage;
using ContactsApi.Upgrading;

namespace ContactsApi.Commands;

/// <summary><c>catalog upgrade</c>: takes all that is shipped but what a steward touched, and says what it kept.</summary>
public static class UpgradeCommand
{
    /// <summary>Another process may write between our reading and writing; one that does so all the time is no longer chance.</summary>
    private const int Attempts = 3;

    public static int Run(string? author, CommandStore store, Terminal terminal)
    {
        for (var attempt = 0; attempt < Attempts; attempt++)
        {
            if (store.ReadNewest() is not { } newest)
                return Empty(terminal);
            var upgrade = Of(newest, store);
            if (TryWrite(upgrade, newest, author ?? Environment.UserName, store, terminal) is { } said)
                return Tell([said, .. upgrade.Kept.Select(kept => kept.Text)], ExitCode.Ok, terminal);
        }

        terminal.Complain(new(
            "Каталог всё время меняет другой процесс. Ничего не записано, повторите позже.",
            "Another process keeps changing the catalog. Nothing was written, try again later."));
        return ExitCode.Problem;
    }

    /// <summary><c>catalog diff --shipped</c>: what that would change and keep.</summary>
    public static int Show(CommandStore store, Terminal terminal)
    {
        if (store.ReadNewest() is not { } newest)
            return Empty(terminal);
        var upgrade = Of(newest, store);
        var differences = CatalogDifference.Between(newest.Catalog, upgrade.After);
        return Tell(
            [.. differences.SelectMany(DifferenceLines.Of), .. upgrade.Kept.Select(kept => kept.Text)],
            differences.Count == 0 ? ExitCode.Ok : ExitCode.Difference,
            terminal);
    }

    private static Upgrade Of(CatalogRevision newest, CommandStore store) =>
        Upgrade.Whole(newest.Catalog, ShippedCatalog.Read(), elements => store.HistoryOf(elements, newest.Number));

    /// <summary>What was done; nothing if another revision came between.</summary>
    private static LocalizedText? TryWrite(Upgrade upgrade, CatalogRevision newest, string author, CommandStore store, Terminal terminal)
    {
        var differences = CatalogDifference.Between(newest.Catalog, upgrade.After);
        if (differences.Count == 0)
            return new($"ничего не изменилось: ревизия {newest.Number}", $"nothing changed: revision {newest.Number}");
        return store.Append(upgrade.After, newest.Number, author, ShippedCatalog.Upgrading, new ImportProgress(terminal)) is { } revision
            ? NewRevision.Written(revision.Number, differences)
            : null;
    }

    private static int Tell(IEnumerable<LocalizedText> lines, int code, Terminal terminal)
    {
        foreach (var line in lines)
            terminal.Say(line);
        return code;
    }

    private static int Empty(Terminal terminal)
    {
        terminal.Complain(new(
            "В хранилище ещё нет каталога. Запустите службу или импортируйте каталог.",
            "The store holds no catalog yet. Start the service, or import one."));
        return ExitCode.Problem;
    }
}
