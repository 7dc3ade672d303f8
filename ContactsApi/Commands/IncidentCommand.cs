using System.Text.Json.Nodes;
using ContactsApi.Core;
using ContactsApi.Editing;
using ContactsApi.Storage;
using ContactsApi.Upgrading;
using NodaTime;
using NodaTime.Text;

namespace ContactsApi.Commands;

/// <summary>The commands <c>incident …</c>: an outage is announced and ended by the functions that the API and the desk use.</summary>
public static class IncidentCommand
{
    private static readonly CatalogPart Incidents = CatalogPart.Named("incidents");

    public static int RunIncidentCommand(this WebApplication app, IReadOnlyList<string> words) =>
        Run(app.Services, words, Terminal.OfThisProcess());

    public static int Run(IServiceProvider services, IReadOnlyList<string> words, Terminal terminal)
    {
        var now = services.GetRequiredService<IClock>().GetCurrentInstant();
        return IncidentArguments.Read(CommandWords.Of(words)) switch
        {
            { Command: "start", Id: { } channel, Reason: { } reason } asked => Write(snapshot => Announcement.On(snapshot, Announced(channel, reason, asked, now), now), asked),
            { Command: "end", Id: { } id } asked when (asked with { DryRun = false }).IsWithoutOptions => Write(snapshot => Ended.On(snapshot, id, now), asked),
            { Command: "list", Id: null, Author: null, IsWithoutOptions: true } => services.OnStore(terminal, _ => List(Newest(services), now, terminal)),
            _ => WrongUsage(terminal),
        };

        int Write(Func<CatalogSnapshot, EditedCatalog> change, IncidentArguments asked) => services.OnStore(terminal, _ =>
        {
            Newest(services);
            var writer = services.GetRequiredService<CatalogWriter>();
            var writing = asked.DryRun ? null : writer.WriteAsync(change, new Origin(asked.Author ?? Environment.UserName), null, CancellationToken.None).GetAwaiter().GetResult();
            return Tell(writing?.Edited ?? writer.Preview(change), writing, terminal);
        });
    }

    /// <summary>The catalog as it is: what another process wrote counts.</summary>
    private static CatalogSnapshot Newest(IServiceProvider services)
    {
        var snapshots = services.GetRequiredService<CatalogSnapshots>();
        snapshots.Load(Shipped.Filling);
        return snapshots.Current;
    }

    private static JsonObject Announced(string channel, LocalizedText reason, IncidentArguments asked, Instant now)
    {
        var announced = new JsonObject { ["channelId"] = channel, ["reason"] = new JsonObject { ["ru"] = reason.Ru, ["en"] = reason.En } };
        var end = asked.Until is { } until ? MoscowTime.InstantOf(until, MoscowTime.Zone) : now + asked.For;
        if (end is { } known)
            announced["end"] = InstantPattern.ExtendedIso.Format(known);
        if (asked.OnlyHere)
            announced["onlyHere"] = true;
        return announced;
    }

    /// <param name="writing">Nothing if it was only tried.</param>
    private static int Tell(EditedCatalog edited, Writing? writing, Terminal terminal)
    {
        if (edited.Refusal is { } refusal)
        {
            if (refusal.Detail is { } detail)
                terminal.Complain(detail);
            foreach (var (path, texts) in refusal.Errors)
                terminal.Complain(new($"{path}: {string.Join("; ", texts.Select(text => text.Ru))}", $"{path}: {string.Join("; ", texts.Select(text => text.En))}"));
            return ExitCode.Problem;
        }

        var after = edited.After!;
        if (after.Catalog.Incidents.FirstOrDefault(one => one.Id == edited.Path!.Id) is { } incident)
        {
            terminal.Out.WriteLine(incident.Id);
            var closed = after.ClosedBy(incident).ToList();
            terminal.Say(incident.End is { } end
                ? new($"закрыто до {Moscow(end)}: {string.Join(", ", closed.Select(channel => channel.Name.Ru))}", $"closed until {Moscow(end)}: {string.Join(", ", closed.Select(channel => channel.Name.En))}")
                : new($"закрыто, пока не завершат: {string.Join(", ", closed.Select(channel => channel.Name.Ru))}", $"closed until it is ended: {string.Join(", ", closed.Select(channel => channel.Name.En))}"));
        }

        terminal.Say(writing is null ? new("ничего не записано: это проба", "nothing was written: this was a dry run")
            : writing.After == edited.Before ? new($"ничего не изменилось: ревизия {edited.Before.Revision}", $"nothing changed: revision {edited.Before.Revision}")
            : new($"ревизия {writing.After.Revision}", $"revision {writing.After.Revision}"));
        return ExitCode.Ok;
    }

    private static int List(CatalogSnapshot snapshot, Instant now, Terminal terminal)
    {
        foreach (var incident in snapshot.Directory.Catalog.Incidents.Where(one => one.End is null || one.End > now))
            terminal.Out.WriteLine(string.Join('\t', incident.Id, incident.ChannelId, Moscow(incident.Start), incident.End is { } end ? Moscow(end) : "-", incident.Reason.In(terminal.Language)));
        return ExitCode.Ok;
    }

    private static string Moscow(Instant instant) => OffsetDateTimePattern.CreateWithInvariantCulture("uuuu-MM-dd'T'HH:mmo<m>").Format(instant.InZone(MoscowTime.Zone).ToOffsetDateTime());

    private static int WrongUsage(Terminal terminal)
    {
        terminal.Complain(IncidentUsage.Text);
        return ExitCode.WrongUsage;
    }
}
