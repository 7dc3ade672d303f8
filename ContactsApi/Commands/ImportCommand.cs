using ContactsApi.Revisions;

namespace ContactsApi.Commands;

/// <summary><c>catalog import</c>: writes what the files changed as the next revision. Of outages and overrides it tells every change.</summary>
public static class ImportCommand
{
    public static int Run(CatalogArguments arguments, CommandStore store, Terminal terminal) =>
        CatalogOfFiles.Read(arguments.Files, terminal) is { } files
            ? NewRevision.Write(
                newest => ImportProposal.Of(files, arguments, newest, store),
                difference => CatalogMerge.RemovedByName.Contains(difference.Kind),
                arguments.Author,
                arguments.Message ?? $"Imported from {string.Join(", ", arguments.Files)}",
                store,
                terminal)
            : ExitCode.Problem;
}
