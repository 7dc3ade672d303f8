using ContactsApi.Core;
using ContactsApi.Core.Catalogs;
using ContactsApi.Core.Quality;
using ContactsApi.Features.Quality;
using ContactsApi.Serialization;
using NodaTime;

namespace ContactsApi.Commands;

/// <summary>
/// <c>catalog validate</c>: tells every problem at its place; or that there is none, and what is doubtful all the same. A doubt is
/// no problem: the catalog can be used.
/// </summary>
public static class ValidateCommand
{
    /// <param name="today">The date in Moscow.</param>
    public static int Run(IReadOnlyList<string> files, LocalDate today, Terminal terminal)
    {
        if (CatalogOfFiles.Read(files, terminal) is not { } catalog)
            return ExitCode.Problem;
        terminal.Say(Whole(catalog));
        foreach (var finding in QualityRules.FindingsOf(new Examination(new ContactDirectory(catalog), today)))
            terminal.Say(Line(finding));
        return ExitCode.Ok;
    }

    private static Text Line(Finding finding)
    {
        var doubt = $"{EnumNames<Severity>.Of(finding.Doubt.Severity)} {finding.Doubt.Code} {finding.ChannelId ?? "-"}";
        return new($"{doubt}: {finding.Text.Ru} {finding.Doubt.Remedy.Ru}", $"{doubt}: {finding.Text.En} {finding.Doubt.Remedy.En}");
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
