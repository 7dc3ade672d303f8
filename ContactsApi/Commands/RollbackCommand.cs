using ContactsApi.Core;
using ContactsApi.Revisions;
using ContactsApi.Storage;

namespace ContactsApi.Commands;

/// <summary>
/// <c>catalog rollback</c>: writes the catalog of an older revision as the next one, save its incidents. What came in between stays in
/// the history.
/// </summary>
public static class RollbackCommand
{
    public static int Run(long number, CatalogArguments arguments, CommandStore store, Terminal terminal)
    {
        if (store.Read(number) is { } older)
        {
            return NewRevision.Write(
                newest => Back(older, newest!, store), _ => true, arguments.Author, arguments.Message ?? $"Back to revision {number}", store, terminal);
        }

        terminal.Complain(NoRevision(number));
        return ExitCode.Problem;
    }

    public static LocalizedText NoRevision(long number) => new($"Ревизии {number} нет.", $"There is no revision {number}.");

    private static Proposal Back(CatalogRevision older, CatalogRevision newest, CommandStore store)
    {
        var rollback = Rollback.Of(older.Catalog, newest.Catalog, store.Now());
        return new(rollback.Catalog)
        {
            Notes = [.. rollback.Kept.Select(kept => Line(kept.Incident.Id, kept.Text))],
            Obstacles = [.. rollback.InTheWay.Select(obstacle => Line(obstacle.Incident.Id, obstacle.Text(older.Number)))],
        };
    }

    private static LocalizedText Line(string incident, LocalizedText text) => new($"incidents/{incident}: {text.Ru}", $"incidents/{incident}: {text.En}");
}
