using ContactsApi.CatalogFiles;
using ContactsApi.Core;
using ContactsApi.Core.Calendar;
using ContactsApi.Core.Catalogs;
using ContactsApi.Editing;
using ContactsApi.Storage;
using ContactsApi.Tests.Support;
using ContactsApi.Upgrading;
using NodaTime;
using NodaTime.Extensions;
using Polly;

namespace ContactsApi.Tests.Upgrading;

/// <summary>A store that an earlier release made, opened by this one.</summary>
public abstract class StartUpgradeTests : IDisposable
{
    private static readonly Catalog Shipped = Domain.Shipped;

    private readonly TestStore store;
    private readonly WrittenLog<StartUpgrade> log = new();

    protected StartUpgradeTests(TestStore store)
    {
        this.store = store;
        store.Options.BusyTimeoutSeconds = 10;
        EarlierRelease.Fill(store);
    }

    /// <summary>What a steward may have done, and what stays of it.</summary>
    public static TheoryData<string, string> Touches => new()
    {
        { "2026 renamed", "years/2026: stays as Anna left it in revision 2" },
        { "2026 removed", "years/2026: stays removed, as Anna removed it in revision 2" },
        { "2027 entered", "years/2027: stays as Anna left it in revision 2" },
        { "2027 entered and removed", "years/2027: stays removed, as Anna removed it in revision 3" },
        { "a topic renamed", "topics/sms-code: stays as Anna left it in revision 2" },
        { "a topic renamed and back", "topics/sms-code: stays as Anna left it in revision 3" },
        { "advice entered", "preparations/login: stays as Anna left it in revision 2" },
        { "advice entered and removed", "nextSteps/chat-to-phone: stays removed, as Anna removed it in revision 3" },
    };

    [Fact]
    public void It_takes_the_years_and_the_guidance_as_one_revision_that_says_so_and_nothing_else()
    {
        var catalog = store.Start(log: log).Directory.Catalog;

        var entry = store.Revisions.List(long.MaxValue, 1)[0];
        Assert.Equal((2, "contacts-api", ShippedCatalog.Upgrading), (entry.Number, entry.Author, entry.Message));
        Assert.Equal(
            (EarlierRelease.Catalog with
            {
                Years = Shipped.Years,
                Topics = [.. Shipped.Topics.Where(topic => topic.Id != EarlierRelease.NewTopic)],
                Preparations = Shipped.Preparations,
                NextSteps = Shipped.NextSteps,
            }).ToJson(),
            catalog.ToJson());
        Assert.Equal(catalog.ToJson(), store.Revisions.ReadNewest()!.Catalog.ToJson());
        var changed = store.Revisions.ChangesOf(2).Where(change => change.Before != change.After).ToList();
        Assert.Equal(["nextSteps", "preparations", "topics", "years"], changed.Select(change => change.Kind).Distinct());
        Assert.Equal([2013, 2014, 2015, 2016, 2017, 2018, 2019, 2021, 2027], changed.Where(change => change.Kind == "years").Select(change => int.Parse(change.Id, null)));
        Assert.Equal(
            [$"Information: Revision 2 brings the catalog up to date with the shipped one: {changed.Count} elements of the calendar and the guidance"], log.Lines);
    }

    [Fact]
    public void A_second_start_writes_nothing()
    {
        store.Start();
        var second = store.Start(log: log);

        Assert.Equal(2, second.Revision);
        Assert.Empty(log.Lines);
    }

    [Fact]
    public async Task Of_many_that_start_at_once_one_writes()
    {
        var revisions = await AtOnce.Run(() => store.Start().Revision);

        Assert.All(revisions, revision => Assert.Equal(2, revision));
        Assert.Equal(2, store.Query<long>("SELECT COUNT(*) FROM revision"));
    }

    [Theory]
    [MemberData(nameof(Touches))]
    public void What_a_steward_touched_is_kept_and_reported(string touch, string kept)
    {
        foreach (var step in EditsOf(touch))
            EarlierRelease.Edit(store, step);
        var before = store.Revisions.ReadNewest()!;

        var after = store.Start(log: log).Directory.Catalog;

        var (kind, id) = kept.Split(':')[0].Split('/') is [var list, var item] ? (list, item) : default;
        Assert.Equal(BodyOf(kind, id, before.Catalog), BodyOf(kind, id, after));
        Assert.Contains($"Information: The shipped catalog differs: {kept}", log.Lines);
        Assert.Equal(before.Number + 1, store.Revisions.ReadNewest()!.Number);
        Assert.Equal(OthersThan(kind, id, Shipped), OthersThan(kind, id, after));
    }

    [Fact]
    public void What_only_changed_its_place_is_not_touched()
    {
        EarlierRelease.Edit(store, catalog => catalog with { Topics = [new("parking", Domain.Reason), .. catalog.Topics.Reverse()] });

        var after = store.Start(log: log).Directory.Catalog;

        Assert.Equal(["parking", .. EarlierRelease.Catalog.Topics.Reverse().Select(topic => topic.Id)], after.Topics.Select(topic => topic.Id));
        Assert.All(after.Topics.Skip(1), topic => Assert.Equal(Shipped.Topics.Single(other => other.Id == topic.Id).Steps.Count, topic.Steps.Count));
        Assert.Single(log.Lines);
    }

    [Fact]
    public void What_a_steward_wrote_again_as_it_was_in_the_form_of_another_release_is_not_touched()
    {
        store.Execute("INSERT INTO revision VALUES (2, '2026-11-21T00:00:00.000000000Z', 'Anna', 'A typo elsewhere')");
        store.Execute("INSERT INTO element SELECT kind, id, 2, position, REPLACE(body, '\"marks\":', '\"steps\":[],\"marks\":') FROM element WHERE kind = 'topics'");

        var after = store.Start(log: log).Directory.Catalog;

        Assert.Equal(OthersThan("", "", Shipped), OthersThan("", "", after));
        Assert.Single(log.Lines);
    }

    [Theory] // A steward may call a key or a message as they like.
    [InlineData("contacts-api", "An edit", null)]
    [InlineData("contacts-api", "The catalog shipped with the service, mended", null)]
    [InlineData("contacts-api", "Brought up to date with the catalog shipped with the service (0123abcd)", "a-key")]
    public void Only_the_service_itself_touches_nothing(string author, string message, string? keyId)
    {
        EarlierRelease.Edit(store, EditsOf("2026 renamed")[0], author, message, keyId);

        Assert.Equal("An edit", store.Start(log: log).Directory.Catalog.Years.Single(year => year.Year == 2026).Decree.En);
        Assert.Contains($"Information: The shipped catalog differs: years/2026: stays as {author} left it in revision 2", log.Lines);
    }

    [Fact]
    public void What_does_not_fit_what_stewards_made_of_the_catalog_is_left_out()
    {
        EarlierRelease.Edit(store, catalog => catalog with { Topics = [.. catalog.Topics.Where(topic => topic.Id != "account-locked")] });

        var after = store.Start(log: log).Directory.Catalog;

        Assert.Empty(CatalogRules.ProblemsOf(after));
        Assert.Equal(Shipped.Preparations.Where(one => !one.Topics.Contains("account-locked")).Select(one => one.Id), after.Preparations.Select(one => one.Id));
        Assert.Equal(Shipped.NextSteps.Count, after.NextSteps.Count);
        Assert.Contains(
            "Information: The shipped catalog differs: preparations/login: stays as it is, or the catalog would not be whole: the catalog has no 'account-locked'", log.Lines);
    }

    [Fact]
    public void An_earlier_release_does_not_undo_what_a_later_one_wrote()
    {
        store.Start();
        EarlierRelease.Edit(
            store,
            catalog => catalog with
            {
                Years = [.. catalog.Years.Where(year => year.Year != 2013), new DecreeYear(2028, Domain.Reason)],
                Preparations = [.. catalog.Preparations.Select(one => one.Id == "login" ? one with { Text = Domain.Reason } : one)],
                Topics = [.. catalog.Topics.Select(topic => topic.Id == "sms-code" ? topic with { Name = Domain.Reason, Steps = [] } : topic)],
            },
            "contacts-api", "Brought up to date with the catalog shipped with the service (0123abcd)");
        ForgetTheFingerprint();
        var later = store.Revisions.ReadNewest()!;

        var after = store.Start(log: log);

        Assert.Equal((later.Number, later.Catalog.ToJson()), (after.Revision, after.Directory.Catalog.ToJson()));
        Assert.Equal(
            ["years/2013", "topics/sms-code", "preparations/login"],
            log.Lines.Select(line => line.Replace("Information: The shipped catalog differs: ", "").Split(": stays as a later release wrote it in revision 3")[0]).Order(StringComparer.Ordinal).Reverse());
    }

    public void Dispose()
    {
        store.Dispose();
        GC.SuppressFinalize(this);
    }

    /// <summary>As if the revision were another release's.</summary>
    private void ForgetTheFingerprint() => store.Execute($"UPDATE revision SET message = 'Brought up to date with the catalog shipped with the service (0123abcd)' WHERE message = '{ShippedCatalog.Upgrading}'");

    private static string? BodyOf(string kind, string id, Catalog catalog) =>
        CatalogElement.Split(catalog).FirstOrDefault(element => (element.Kind, element.Id) == (kind, id))?.Body;

    /// <summary>What a start takes but for one element.</summary>
    private static IEnumerable<string?> OthersThan(string kind, string id, Catalog catalog) =>
        from element in CatalogElement.Split(catalog)
        where element.Kind is "years" or "preparations" or "nextSteps" or "topics"
        where (element.Kind, element.Id) != (kind, id) && element.Id != EarlierRelease.NewTopic
        select element.Body;

    private static IReadOnlyList<Func<Catalog, Catalog>> EditsOf(string touch)
    {
        Func<Catalog, Catalog> years(params IEnumerable<DecreeYear> years) => catalog => catalog with { Years = [.. years] };
        Func<Catalog, Catalog> topic(LocalizedText name) =>
            catalog => catalog with { Topics = [.. catalog.Topics.Select(topic => topic.Id == "sms-code" ? topic with { Name = name } : topic)] };
        var known = EarlierRelease.Catalog.Years;
        var edit = new LocalizedText("Правка", "An edit");
        return touch switch
        {
            "2026 renamed" => [years(known.Select(year => year.Year == 2026 ? year with { Decree = edit } : year))],
            "2026 removed" => [years(known.SkipLast(1))],
            "2027 entered" => [years([.. known, new(2027, edit)])],
            "2027 entered and removed" => [years([.. known, new(2027, edit)]), years(known)],
            "a topic renamed" => [topic(edit)],
            "a topic renamed and back" => [topic(edit), topic(Shipped.Topics.Single(one => one.Id == "sms-code").Name)],
            "advice entered" => [catalog => catalog with { Preparations = [Shipped.Preparations[0] with { Text = edit }] }],
            _ => [catalog => catalog with { NextSteps = [Shipped.NextSteps[0]] }, catalog => catalog with { NextSteps = [] }],
        };
    }
}

[Collection<Alone>]
public sealed class SqliteStartUpgradeTests() : StartUpgradeTests(new TemporaryStore())
{
    [Fact]
    public async Task A_store_that_cannot_be_written_is_answered_from_all_the_same()
    {
        using var store = new TemporaryStore();
        EarlierRelease.Fill(store);
        var log = new WrittenLog<StartUpgrade>();
        var database = new MeddledDatabase(Microsoft.Extensions.Options.Options.Create(store.Options)) { Meddling = "PRAGMA query_only = ON" };
        var access = new StoreAccess(ResiliencePipeline.Empty);
        var snapshots = new CatalogSnapshots(database, new RevisionStore(database), access, Clock);
        snapshots.Load(Shipped.Filling);
        using var writer = new CatalogWriter(snapshots, new RevisionStore(database), Clock);

        await new StartUpgrade(writer, new RevisionStore(database), access, snapshots, log).RunAsync();

        Assert.Equal(1, snapshots.Current.Revision);
        Assert.StartsWith("Warning: The catalog cannot be brought up to date with the shipped one now; revision 1 is answered from.", Assert.Single(log.Lines));
    }

    private static IClock Clock => ContactsApp.NewTime().ToClock();
}

[Collection<Alone>]
public sealed class PostgresStartUpgradeTests() : StartUpgradeTests(new PostgresStore());
