using ContactsApi.CatalogFiles;
using ContactsApi.Commands;
using ContactsApi.Core;
using ContactsApi.Core.Catalogs;
using ContactsApi.Core.Channels;
using ContactsApi.Tests.Support;
using NodaTime;
using Polly;

namespace ContactsApi.Tests.Commands;

/// <summary>What somebody at a terminal takes of a newer release into the store of an earlier one.</summary>
public sealed class UpgradeCommandTests : IDisposable
{
    private static readonly Catalog Shipped = Domain.Shipped;

    private readonly TemporaryStore store = new();

    [Fact]
    public void All_that_is_shipped_is_taken_as_one_revision_and_once()
    {
        EarlierRelease.Fill(store);
        var added = Shipped.Years.Count - EarlierRelease.Catalog.Years.Count + Shipped.Preparations.Count + Shipped.NextSteps.Count + 1;
        var changed = Shipped.Topics.Count(topic => topic.Steps.Count > 0 && topic.Id != EarlierRelease.NewTopic) + 2; // 2021 and the renamed channel

        Assert.Equal((0, $"revision 2: {added} added, 0 removed, {changed} changed\n"), Upgrade());

        Assert.Equal(Shipped.ToJson(), store.Revisions.ReadNewest()!.Catalog.ToJson());
        Assert.Equal(("Anna", ShippedCatalog.Upgrading), (store.Revisions.List(3, 1)[0].Author, store.Revisions.List(3, 1)[0].Message));
        Assert.Equal((0, "nothing changed: revision 2\n"), Upgrade());
        Assert.Equal((0, ""), Show());
    }

    [Fact]
    public void What_it_would_do_is_shown_and_not_done()
    {
        EarlierRelease.Fill(store);

        var (code, output) = Show();

        Assert.Equal(1, code);
        Assert.All(
            ["years/2027: added\n", $"topics/{EarlierRelease.NewTopic}: added\n", $"channels/{EarlierRelease.RenamedChannel} name.en: A former name → "],
            line => Assert.Contains(line, output, StringComparison.Ordinal));
        Assert.Equal(1, store.Revisions.ReadNewest()!.Number);
    }

    [Fact]
    public void What_a_start_took_is_the_services_own_so_that_the_next_release_may_change_it()
    {
        EarlierRelease.Fill(store);
        store.Start();

        Assert.Equal((0, "revision 3: 1 added, 0 removed, 1 changed\n"), Upgrade());
        Assert.Equal(Shipped.ToJson(), store.Revisions.ReadNewest()!.Catalog.ToJson());
    }

    [Fact]
    public void What_a_steward_touched_is_kept_and_told_and_what_they_added_is_no_difference()
    {
        EarlierRelease.Fill(store);
        EarlierRelease.Edit(store, catalog => catalog with
        {
            Channels = [.. catalog.Channels.Where(channel => channel.Id != "vk").Select(channel => channel.Id == "hotline" ? channel with { Name = Domain.Reason } : channel)],
            CallCentreSchedule = "H-0820",
            Topics = [new("parking", Domain.Reason), .. catalog.Topics],
            Incidents = [new("outage", "hotline", Instant.FromUtc(2026, 11, 22, 0, 0), null, Domain.Reason)],
        });
        const string kept =
            """
            callCentreSchedule: stays as Anna left it in revision 2
            channels/hotline: stays as Anna left it in revision 2
            channels/vk: stays removed, as Anna removed it in revision 2

            """;

        Assert.EndsWith($"\n{kept}", Show().Output, StringComparison.Ordinal);
        Assert.EndsWith($" changed\n{kept}", Upgrade().Output, StringComparison.Ordinal);
        Assert.Equal((0, $"nothing changed: revision 3\n{kept}"), Upgrade());
        Assert.Equal((0, kept), Show());
        var after = store.Revisions.ReadNewest()!.Catalog;
        Assert.Equal(("parking", "outage", "H-0820"), (after.Topics[0].Id, after.Incidents[0].Id, after.CallCentreSchedule));
    }

    [Fact]
    public void What_is_no_longer_shipped_goes_unless_a_steward_touched_it_or_needs_it()
    {
        var advice = Shipped.Preparations[0] with { Id = "former", Topics = [] };
        EarlierRelease.Fill(store, EarlierRelease.Catalog with
        {
            Preparations = [advice, advice with { Id = "touched" }],
            Schedules = [.. Shipped.Schedules, Shipped.Schedules[0] with { Id = "H-FORMER" }, Shipped.Schedules[0] with { Id = "H-NEEDED" }],
        });
        EarlierRelease.Edit(store, catalog => catalog with
        {
            Preparations = [advice, advice with { Id = "touched", Text = Domain.Reason }],
            Channels = [.. catalog.Channels.Select(channel => channel.Id == "telegram" ? channel with { Hours = [.. channel.Hours.Select(hours => hours with { Schedule = "H-NEEDED" })] } : channel)],
        });

        store.Start();
        Assert.All(["former", "touched"], id => Assert.Contains(store.Revisions.ReadNewest()!.Catalog.Preparations, one => one.Id == id));
        var said = Upgrade().Output;

        var after = store.Revisions.ReadNewest()!.Catalog;
        Assert.Empty(CatalogRules.ProblemsOf(after));
        Assert.DoesNotContain(after.Preparations, one => one.Id == "former");
        Assert.Contains(after.Preparations, one => one.Id == "touched" && one.Text == Domain.Reason);
        Assert.Equal([.. Shipped.Schedules.Select(schedule => schedule.Id), "H-NEEDED"], after.Schedules.Select(schedule => schedule.Id));
        Assert.Contains("preparations/touched: stays as Anna left it in revision 2\n", said, StringComparison.Ordinal);
        Assert.Contains("schedules/H-NEEDED: stays as it is, or the catalog would not be whole: the catalog has no 'H-NEEDED'\n", said, StringComparison.Ordinal);
    }

    [Fact]
    public void What_fits_only_with_something_that_comes_later_is_taken_with_it()
    {
        var earlier = EarlierRelease.Catalog with
        {
            Regions = [.. Shipped.Regions.Where(region => region.Code != "RU-SPE")],
            Channels = [.. Shipped.Channels.Select(channel => channel.Id == "legal-northwest"
                ? channel with { Restrictions = new Restrictions { Regions = new Dictionary<string, string> { ["RU-LEN"] = "2.3" } } }
                : channel)],
        };
        EarlierRelease.Fill(store, earlier);
        EarlierRelease.Edit(store, catalog => catalog with { Topics = [.. catalog.Topics.Where(topic => topic.Id != "account-locked")] });

        var said = Upgrade().Output;

        var after = store.Revisions.ReadNewest()!.Catalog;
        Assert.Equal(Shipped.Regions.Select(region => region.Code), after.Regions.Select(region => region.Code));
        Assert.Equal(["RU-LEN", "RU-SPE"], after.Channels.Single(channel => channel.Id == "legal-northwest").Restrictions.Regions.Keys.Order(StringComparer.Ordinal));
        Assert.Contains("topics/account-locked: stays removed, as Anna removed it in revision 2\n", said, StringComparison.Ordinal);
        Assert.Contains("preparations/login: stays as it is, or the catalog would not be whole: the catalog has no 'account-locked'\n", said, StringComparison.Ordinal);
    }

    [Fact]
    public void A_revision_that_comes_in_between_is_kept()
    {
        EarlierRelease.Fill(store);
        var interruption = new ClockThatActs(() => EarlierRelease.Edit(store, catalog => catalog with { Topics = [new("parking", Domain.Reason), .. catalog.Topics] }));

        var (_, output) = Run((commands, terminal) => UpgradeCommand.Run("Anna", commands, terminal), interruption);

        Assert.StartsWith("revision 3: ", output, StringComparison.Ordinal);
        Assert.Equal("parking", store.Revisions.ReadNewest()!.Catalog.Topics[0].Id);
    }

    [Fact]
    public void An_empty_store_has_nothing_to_bring_up_to_date()
    {
        store.Database.Prepare();

        Assert.Equal((1, "The store holds no catalog yet. Start the service, or import one.\n"), Upgrade());
        Assert.Equal((1, "The store holds no catalog yet. Start the service, or import one.\n"), Show());
    }

    public void Dispose() => store.Dispose();

    private (int Code, string Output) Upgrade() => Run((commands, terminal) => UpgradeCommand.Run("Anna", commands, terminal));

    private (int Code, string Output) Show() => Run(UpgradeCommand.Show);

    private (int Code, string Output) Run(Func<CommandStore, Terminal, int> command, IClock? clock = null)
    {
        using var written = new StringWriter { NewLine = "\n" };
        var commands = new CommandStore(store.Revisions, new(ResiliencePipeline.Empty), clock ?? new ClockThatActs(() => { }));
        return (command(commands, new Terminal(written, written, Language.En)), written.ToString());
    }

    /// <summary>A command looks at the clock after it has read and before it writes.</summary>
    private sealed class ClockThatActs(Action act) : IClock
    {
        private bool acted;

        public Instant GetCurrentInstant()
        {
            if (!acted)
            {
                acted = true;
                act();
            }

            return Instant.FromUtc(2026, 11, 22, 0, 0);
        }
    }
}
