using ContactsApi.Core;

namespace ContactsApi.Commands;

/// <summary><c>catalog rollback</c>: writes the catalog of an older revision as the next one. What came in between stays in the history.</summary>
public static class RollbackCommand
{
    public static int Run(long number, CatalogArguments arguments, CommandStore store, Terminal terminal)
    {
        if (store.Read(number) is { } revision)
            return NewRevision.Write(revision.Catalog, arguments.Author, arguments.Message ?? $"Back to revision {number}", store, terminal);
        terminal.Complain(new Text($"Ревизии {number} нет.", $"There is no revision {number}."));
        return ExitCode.Problem;
    }
}
