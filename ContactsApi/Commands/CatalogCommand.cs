using ContactsApi.CatalogFiles;

namespace ContactsApi.Commands;

/// <summary>The commands <c>catalog …</c>: the catalog as a file, for whoever keeps it. None of them starts the web server.</summary>
public static class CatalogCommand
{
    public static int RunCatalogCommand(this WebApplication app, IReadOnlyList<string> words) =>
        Run(app.Services, words, Terminal.OfThisProcess());

    public static int Run(IServiceProvider services, IReadOnlyList<string> words, Terminal terminal)
    {
        string? command = words is [var name, ..] ? name : null;
        var arguments = CatalogArguments.Read(words.Skip(1));
        return (command, arguments) switch
        {
            ("validate", { AreFilesOnly: true, Files: [_, ..] files }) => ValidateCommand.Run(files, services, terminal),
            ("diff", { IsUnsigned: true, Files: [_, ..] }) => services.OnStore(terminal, store => DiffCommand.Run(arguments, store, terminal)),
            ("diff", null) when CommandWords.Of(words.Skip(1)) is ["--shipped"] => services.OnStore(terminal, store => UpgradeCommand.Show(store, terminal)),
            ("upgrade", { Files: [], Message: null }) => services.OnStore(terminal, store => UpgradeCommand.Run(arguments.Author, store, terminal)),
            ("shipped", { AreFilesOnly: true, Files: [] }) => PrintShipped(terminal),
            ("import", { Files: [_, ..] }) => services.OnStore(terminal, store => ImportCommand.Run(arguments, store, terminal)),
            ("rollback", { IsWithoutMerge: true, Files: [var revision] }) when CommandWords.Revision(revision) is { } number
                => services.OnStore(terminal, store => RollbackCommand.Run(number, arguments, store, terminal)),
            ("export", { AreFilesOnly: true, Files: [] }) => services.OnStore(terminal, store => ExportCommand.Run(null, store, terminal)),
            ("export", { AreFilesOnly: true, Files: [var file] }) => services.OnStore(terminal, store => ExportCommand.Run(file, store, terminal)),
            ("schema", { AreFilesOnly: true, Files: [] }) => PrintSchema(terminal),
            _ => WrongUsage(terminal),
        };
    }

    private static int PrintSchema(Terminal terminal)
    {
        terminal.Out.Write(CatalogSchema.Generate());
        return ExitCode.Ok;
    }

    private static int PrintShipped(Terminal terminal)
    {
        terminal.Out.Write(CatalogYaml.Write(ShippedCatalog.Read()));
        return ExitCode.Ok;
    }

    private static int WrongUsage(Terminal terminal)
    {
        terminal.Complain(CatalogUsage.Text);
        return ExitCode.WrongUsage;
    }
}
