using ContactsApi.Core;
using ContactsApi.Core.Catalogs;
using ContactsApi.Core.Choosing;
using ContactsApi.Core.Quality;
using ContactsApi.Hosting.Service;
using ContactsApi.Hosting;
using ContactsApi.Serialization;
using Microsoft.Extensions.Options;
using NodaTime;

namespace ContactsApi.Commands;

/// <summary>
/// <c>catalog validate</c>: tells every problem at its place; or that there is none, and what is doubtful all the same. A finding is
/// no problem: the catalog can be used.
/// </summary>
public static class ValidateCommand
{
    public static int Run(IReadOnlyList<string> files, IServiceProvider services, Terminal terminal)
    {
        if (Startup.WrongOptions(services) is { } wrong)
            return terminal.Refuse(wrong);
        if (CatalogOfFiles.Read(files, terminal) is not { Catalog: var catalog })
            return ExitCode.Problem;
        terminal.Say(Whole(catalog));
        var today = MoscowTime.DateOf(services.GetRequiredService<IClock>().GetCurrentInstant());
        var staleAfterDays = services.GetRequiredService<IOptions<QualityOptions>>().Value.StaleAfterDays;
        foreach (var finding in QualityRules.FindingsOf(new QualityContext(new ContactDirectory(catalog), today, staleAfterDays)))
            terminal.Say(Line(finding));
        return ExitCode.Ok;
    }

    private static LocalizedText Line(Finding finding)
    {
        var what = $"{EnumNames<Severity>.Of(finding.Kind.Severity)} {finding.Kind.Code} {finding.ChannelId ?? "-"}";
        return new($"{what}: {finding.Text.Ru} {finding.Kind.Remedy.Ru}", $"{what}: {finding.Text.En} {finding.Kind.Remedy.En}");
    }

    private static LocalizedText Whole(Catalog catalog) => new(
        $"каталог цел: каналы {catalog.Channels.Count}, графики {catalog.Schedules.Count}, темы {catalog.Topics.Count}, "
        + $"регионы {catalog.Regions.Count}, офисы {catalog.Offices.Count}, годы {catalog.Years.Count}, замены часов {catalog.Overrides.Count}, сбои {catalog.Incidents.Count}",
        "whole: " + string.Join(", ",
        [
            Counted(catalog.Channels.Count, "channel"), Counted(catalog.Schedules.Count, "schedule"), Counted(catalog.Topics.Count, "topic"),
            Counted(catalog.Regions.Count, "region"), Counted(catalog.Offices.Count, "office"), Counted(catalog.Years.Count, "year"),
            Counted(catalog.Overrides.Count, "override"), Counted(catalog.Incidents.Count, "incident"),
        ]));

    private static string Counted(int count, string noun) => count == 1 ? $"1 {noun}" : $"{count} {noun}s";
}
