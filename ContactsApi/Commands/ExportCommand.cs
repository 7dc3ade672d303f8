using ContactsApi.CatalogFiles;

namespace ContactsApi.Commands;

/// <summary><c>catalog export</c>: the newest revision as one file, which tells what revision it is.</summary>
public static class ExportCommand
{
    public static int Run(string? file, CommandStore store, Terminal terminal)
    {
        if (store.ReadNewest() is not { } newest)
        {
            terminal.Complain(new(
                "В хранилище ещё нет каталога. Запустите службу или импортируйте каталог.",
                "The store holds no catalog yet. Start the service, or import one."));
            return ExitCode.Problem;
        }

        var text = CatalogYaml.Write(newest.Catalog, new(newest.Number, newest.CreatedAt));
        if (file is null)
            terminal.Out.Write(text);
        return file is null || Written(file, text, terminal) ? ExitCode.Ok : ExitCode.Problem;
    }

    private static bool Written(string file, string text, Terminal terminal)
    {
        try
        {
            File.WriteAllText(file, text);
            return true;
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            terminal.Complain(new($"{file}: записать не удалось: {problem.Message}", $"{file}: it cannot be written: {problem.Message}"));
            return false;
        }
    }
}
