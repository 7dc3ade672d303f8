namespace ContactsApi.Commands;

/// <summary><c>catalog import</c>: writes the catalog of the files as the next revision.</summary>
public static class ImportCommand
{
    public static int Run(CatalogArguments arguments, CommandStore store, Terminal terminal) =>
        CatalogOfFiles.Read(arguments.Files, terminal) is { } catalog
            ? NewRevision.Write(
                catalog, arguments.Author, arguments.Message ?? $"Imported from {string.Join(", ", arguments.Files)}", store, terminal)
            : ExitCode.Problem;
}
