using ContactsApi.CatalogFiles;
using ContactsApi.Core;
using ContactsApi.Revisions;
using ContactsApi.Storage;
using ContactsApi.Upgrading;

namespace ContactsApi.Commands;

/// <summary><c>catalog upgrade</c>: takes all that is shipped but what a steward touched, and says what it kept.</summary>
public static class UpgradeCommand
{
    public static int Run(string? author, CommandStore store, Terminal terminal) => NewRevision.Retrying(terminal, () =>
    {
        if (store.ReadNewest() is not { } newest)
            return Empty(terminal);
        var upgrade = Of(newest, store);
        var differences = CatalogDifference.Between(newest.Catalog, upgrade.After);
        return NewRevision.TryWrite(upgrade.After, newest, differences, author, ShippedCatalog.Upgrading, store, terminal) is { } said
            ? Tell([said, .. upgrade.Kept.Select(kept => kept.Text)], ExitCode.Ok, terminal)
            : null;
    });

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
