using ContactsApi.Core;
using ContactsApi.Core.Catalogs;

namespace ContactsApi.Commands;

/// <summary><c>catalog validate</c>: tells every problem at its place, or that there is none.</summary>
public static class ValidateCommand
{
    public static int Run(IReadOnlyList<string> files, Terminal terminal)
    {
        if (CatalogOfFiles.Read(files, terminal) is not { } catalog)
            return ExitCode.Problem;
        terminal.Say(Whole(catalog));
        return ExitCode.Ok;
    }

    private static Text Whole(Catalog catalog) => new(
        $"каталог цел: каналы {catalog.Channels.Count}, графики {catalog.Schedules.Count}, темы {catalog.Topics.Count}, "
        + $"регионы {catalog.Regions.Count}, годы {catalog.Years.Count}, замены часов {catalog.Overrides.Count}, сбои {catalog.Incidents.Count}",
        "whole: " + string.Join(", ",
        [
            Counted(catalog.Channels.Count, "channel"), Counted(catalog.Schedules.Count, "schedule"), Counted(catalog.Topics.Count, "topic"),
            Counted(catalog.Regions.Count, "region"), Counted(catalog.Years.Count, "year"), Counted(catalog.Overrides.Count, "override"),
            Counted(catalog.Incidents.Count, "incident"),
        ]));

    private static string Counted(int count, string noun) => count == 1 ? $"1 {noun}" : $"{count} {noun}s";
}
