using ContactsApi.Revisions;

namespace ContactsApi.Commands;

/// <summary>
/// <c>catalog diff</c>: what importing the files would change in the newest revision, and what is in its way. Of files that do not say which
/// revision they were made on, all that differs.
/// </summary>
public static class DiffCommand
{
    public static int Run(CatalogArguments arguments, CommandStore store, Terminal terminal)
    {
        if (CatalogOfFiles.Read(arguments.Files, terminal) is not { } files)
            return ExitCode.Problem;
        var newest = store.ReadNewest();
        var isWithoutBase = files.ExportedFrom is null && arguments.Onto is null;
        var proposal = ImportProposal.Of(files, arguments with { Overwrite = arguments.Overwrite || isWithoutBase }, newest, store);
        foreach (var obstacle in proposal.Obstacles)
            terminal.Complain(obstacle);
        var differences = proposal.Catalog is { } catalog ? CatalogDifference.Between(newest?.Catalog, catalog) : [];
        foreach (var line in proposal.Notes.Concat(differences.SelectMany(DifferenceLines.Of)))
            terminal.Say(line);
        return differences.Count + proposal.Obstacles.Count == 0 ? ExitCode.Ok : ExitCode.Difference;
    }
}
