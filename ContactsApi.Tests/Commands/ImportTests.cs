using ContactsApi.CatalogFiles;
using ContactsApi.Commands;
using ContactsApi.Core;
using ContactsApi.Core.Catalogs;
using ContactsApi.Core.Hours;
using ContactsApi.Tests.Support;
using NodaTime;
using NodaTime.Extensions;
using Polly;

namespace ContactsApi.Tests.Commands;

/// <summary>Somebody exported the catalog and works on the file, while others change the catalog.</summary>
public abstract class ImportTests : IDisposable
{
    private const string Refused = "Others changed this since revision 1. Nothing was written. Export again and repeat your change, or insist: --overwrite.\n";

    private static readonly Incident Outage = new("hotline-down", "hotline", Instant.FromUtc(2026, 11, 22, 0, 0), null, Domain.Reason);

    private static readonly Override NewYear = new("new-year", "hotline", new(2026, 12, 31), new(2027, 1, 1), [], Domain.Reason);

    private readonly TestStore store;
    private readonly TemporaryFolder folder = new();

    protected ImportTests(TestStore store)
    {
        this.store = store;
        store.Start(ContactsApp.NewTime());
    }

    private Catalog Now => store.Revisions.ReadNewest()!.Catalog;

    [Fact]
    public void A_mended_typo_is_taken_and_what_others_did_stays()
    {
        var file = Export();
        Others(catalog => catalog with { Incidents = [Outage], Overrides = [NewYear] });
        Others(catalog => Renamed(catalog, "email", "Mail"));
        Mend(file, "name: { ru: Мобильное приложение, en: Mobile app }", "name: { ru: Мобильное приложение, en: Mobile application }");

        AssertRun("channels/mobile-app name.en: Mobile app → Mobile application\n", "", 1, "diff", file);
        AssertRun("revision 4: 0 added, 0 removed, 1 changed\n", "", 0, "import", file);
        Assert.Equal(
            Renamed(Renamed(Domain.Shipped with { Incidents = [Outage], Overrides = [NewYear] }, "email", "Mail"), "mobile-app", "Mobile application").ToJson(),
            Now.ToJson());
        AssertRun("nothing changed: revision 4\n", "", 0, "import", file);
    }

    [Fact]
    public void What_both_changed_is_refused_by_name_unless_one_insists()
    {
        var file = Export();
        Others(catalog => Renamed(Renamed(catalog, "hotline", "Line"), "email", "Mail"));
        Mend(file, "name: { ru: Горячая линия, en: Hotline }", "name: { ru: Горячая линия, en: Phone }");
        Mend(file, "name: { ru: Мобильное приложение, en: Mobile app }", "name: { ru: Мобильное приложение, en: Mobile application }");
        const string disputed = "channels/hotline name.en: here Line, in the file Phone\n";

        AssertRun("channels/mobile-app name.en: Mobile app → Mobile application\n", disputed + Refused, 1, "diff", file);
        AssertRun("", disputed + Refused, 1, "import", file);
        AssertRun(
            "", disputed.Replace("here", "здесь").Replace("in the file", "в файле")
                + "После ревизии 1 это изменили другие. Ничего не записано. Экспортируйте каталог заново и повторите правку, или настойте на своём: --overwrite.\n",
            1, Language.Ru, "import", file);
        Assert.Equal(2, store.Revisions.ReadNewest()!.Number);
        AssertRun(
            disputed + "Others changed this since revision 1; what the files say is taken.\nrevision 3: 0 added, 0 removed, 2 changed\n",
            "", 0, "import", file, "--overwrite");
        Assert.Equal(
            ["Phone", "Mail", "Mobile application"],
            ((string[])["hotline", "email", "mobile-app"]).Select(id => Now.Channels.Single(channel => channel.Id == id).Name.En));
    }

    [Theory]
    [InlineData("service-information", "changed", "removed", "topics/service-information: changed here since revision 1, removed by the file\n")]
    [InlineData("service-information", "removed", "changed", "topics/service-information: removed here since revision 1, changed in the file\n")]
    [InlineData(null, "reversed", "shifted", "topics: in another order here since revision 1, in a third one in the file\n")]
    public void Other_changes_of_both_are_refused_too(string? id, string ours, string theirs, string disputed)
    {
        var file = Export();
        Write(file, Changed(Domain.Shipped, theirs));
        Others(catalog => Changed(catalog, ours));

        AssertRun("", disputed + Refused, 1, "import", file);
        Assert.Equal(Changed(Domain.Shipped, ours).ToJson(), Now.ToJson());
        Assert.Equal(0, Run(Language.En, "import", file, "--overwrite").Code);
        Assert.Equal(Changed(Domain.Shipped, theirs).ToJson(), Now.ToJson());

        Catalog Changed(Catalog catalog, string how) => catalog with
        {
            Topics = how switch
            {
                "reversed" => [.. catalog.Topics.Reverse()],
                "shifted" => [.. catalog.Topics.Skip(1), catalog.Topics[0]],
                "removed" => [.. catalog.Topics.Where(topic => topic.Id != id)],
                _ => [.. catalog.Topics.Select(topic => topic.Id == id ? topic with { Name = Domain.Reason } : topic)],
            },
        };
    }

    [Fact]
    public void All_that_is_removed_is_told_before_it_is()
    {
        var file = Export();
        Write(file, Domain.Shipped with { NextSteps = [.. Domain.Shipped.NextSteps.Where(step => step.Id is not ("chat-to-phone" or "phone-to-writing"))] });

        AssertRun(
            """
            nextSteps/chat-to-phone: to be removed
            nextSteps/phone-to-writing: to be removed
            revision 2: 0 added, 2 removed, 0 changed

            """,
            "", 0, "import", file);
    }

    [Fact]
    public void An_outage_is_removed_by_name_alone()
    {
        Others(catalog => catalog with { Incidents = [Outage], Overrides = [NewYear] });
        var file = Export();
        Write(file, Domain.Shipped with { CallCentreSchedule = "H-0820" });

        AssertRun(
            """
            overrides/new-year: stays, though the file does not have it; to remove it: --remove overrides/new-year
            incidents/hotline-down: stays, though the file does not have it; to remove it: --remove incidents/hotline-down
            revision 3: 0 added, 0 removed, 1 changed

            """,
            "", 0, "import", file);
        AssertRun(
            """
            overrides/new-year: to be removed
            incidents/hotline-down: to be removed
            revision 4: 0 added, 2 removed, 0 changed

            """,
            "", 0, "import", file, "--remove", "incidents/hotline-down", "--remove=overrides/new-year");
        AssertRun(
            "", "The store has no 'incidents/hotline-down' to remove. Nothing was written.\n", 1, "import", file, "--remove", "incidents/hotline-down");
    }

    [Fact]
    public void No_insisting_removes_an_outage_that_is_not_named()
    {
        Others(catalog => catalog with { Incidents = [Outage] });
        var file = Export();
        File.WriteAllText(file, CatalogYaml.Write(Domain.Shipped with { NextSteps = [] }));

        Assert.Equal(0, Run(Language.En, "import", file, "--overwrite").Code);
        Assert.Equal([Outage], Now.Incidents);
        Assert.Empty(Now.NextSteps);
    }

    [Fact]
    public void What_becomes_of_an_outage_is_told()
    {
        Others(catalog => catalog with { Incidents = [Outage] });
        var file = folder.File("plain.yaml");
        File.WriteAllText(file, CatalogYaml.Write(
            Domain.Shipped with { Incidents = [Outage with { End = Outage.Start + Duration.FromHours(1) }], Overrides = [NewYear], NextSteps = [] }));

        var (output, _, code) = Run(Language.En, "import", file, "--overwrite");

        Assert.Equal(0, code);
        Assert.Equal(
            ["incidents/hotline-down end: none → \"2026-11-22T01:00:00Z\"", "overrides/new-year: added"],
            output.Split('\n').Where(line => line.StartsWith("incidents", StringComparison.Ordinal) || line.StartsWith("overrides", StringComparison.Ordinal)).Order());
    }

    [Fact]
    public void An_outage_that_others_extended_is_not_removed_by_its_name()
    {
        Others(catalog => catalog with { Incidents = [Outage with { End = Outage.Start + Duration.FromHours(1) }] });
        var file = Export();
        Others(catalog => catalog with { Incidents = [Outage] });

        AssertRun(
            "",
            "incidents/hotline-down: changed here since revision 2, removed by the file\n" + Refused.Replace("revision 1", "revision 2"),
            1, "import", file, "--remove", "incidents/hotline-down");
        Assert.Equal([Outage], Now.Incidents);
    }

    [Fact]
    public void Files_that_do_not_say_what_they_were_made_on_are_taken_with_a_word_more()
    {
        var file = folder.File("plain.yaml");
        File.WriteAllText(file, CatalogYaml.Write(Renamed(Domain.Shipped, "hotline", "Line")));
        Others(catalog => Renamed(catalog, "email", "Mail"));

        AssertRun(
            "",
            "The files do not say which revision they were made on (now it is 2). Nothing was written. With --onto N, what others changed since revision N "
                + "stays; with --overwrite, all becomes as in the files.\n",
            1, "import", file);
        AssertRun("channels/hotline name.en: Hotline → Line\nchannels/email name.en: Mail → E-mail\n", "", 1, "diff", file);
        AssertRun("", "There is no revision 9.\n", 1, "import", file, "--onto", "9");
        AssertRun("revision 3: 0 added, 0 removed, 1 changed\n", "", 0, "import", file, "--onto", "1");
        Assert.Equal(Renamed(Renamed(Domain.Shipped, "hotline", "Line"), "email", "Mail").ToJson(), Now.ToJson());
        AssertRun("revision 4: 0 added, 0 removed, 1 changed\n", "", 0, "import", file, "--overwrite");
        Assert.Equal(Renamed(Domain.Shipped, "hotline", "Line").ToJson(), Now.ToJson());
        AssertRun("nothing changed: revision 4\n", "", 0, "import", file);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(-1)]
    [InlineData(long.MaxValue)]
    [InlineData(long.MinValue)]
    public void A_file_of_another_store_is_not_taken_for_one_of_this(long number)
    {
        var file = folder.File("foreign.yaml");
        File.WriteAllText(file, CatalogYaml.Write(Renamed(Domain.Shipped, "hotline", "Line"), new(number, Instant.FromUtc(2020, 1, 1, 0, 0))));

        var (output, error, code) = Run(Language.En, "import", file);

        Assert.Equal(("", 1, 1), (output, code, store.Revisions.ReadNewest()!.Number));
        Assert.StartsWith($"The file was exported from a revision {number} that is not here, or is another one: ", error);
        Assert.Equal(0, Run(Language.En, "import", file, "--onto", "1").Code);
    }

    [Fact]
    public void What_both_make_together_has_to_be_whole()
    {
        var file = Export();
        Write(file, Domain.Shipped with { Topics = [.. Domain.Shipped.Topics.Where(topic => topic.Id != "service-information")] });
        Others(catalog => catalog with
        {
            Channels =
            [
                .. catalog.Channels.Select(channel => channel.Id == "legal-tech-support"
                    ? channel with
                    {
                        Restrictions = channel.Restrictions with
                        {
                            Topics = new Dictionary<string, string>(channel.Restrictions.Topics) { ["service-information"] = "2.3" },
                        },
                    }
                    : channel),
            ],
        });

        AssertRun(
            "",
            "channels[legal-tech-support].restrictions.topics: the catalog has no 'service-information'\n"
                + "With this change the catalog would not be whole; nothing was written\n",
            1, "import", file);
    }

    [Fact]
    public void A_store_without_a_catalog_takes_any()
    {
        store.Execute("DELETE FROM element; DELETE FROM audit; DELETE FROM revision");
        var file = folder.File("foreign.yaml");
        File.WriteAllText(file, CatalogYaml.Write(Domain.Shipped with { Incidents = [Outage] }, new(17, Instant.FromUtc(2020, 1, 1, 0, 0))));

        Assert.Equal(0, Run(Language.En, "import", file).Code);
        Assert.Equal([Outage], Now.Incidents);
    }

    [Fact]
    public void Going_back_leaves_what_is_out_of_order_now_alone()
    {
        Others(catalog => Renamed(catalog, "email", "Mail") with { Incidents = [Outage], Overrides = [NewYear] });

        AssertRun(
            """
            incidents/hotline-down: The outage runs, and stays as it is.
            channels/email name.en: Mail → E-mail
            overrides/new-year: to be removed
            revision 3: 0 added, 1 removed, 1 changed

            """,
            "", 0, "rollback", "1");
        Assert.Equal((Domain.Shipped with { Incidents = [Outage] }).ToJson(), Now.ToJson());
    }

    [Fact]
    public void An_outage_of_a_channel_that_was_not_there_keeps_from_going_back()
    {
        Others(catalog => catalog with { Channels = [.. catalog.Channels, catalog.Channels[0] with { Id = "new-line" }] });
        Others(catalog => catalog with { Incidents = [Outage with { ChannelId = "new-line" }] });

        AssertRun(
            "",
            "incidents/hotline-down: Revision 1 has no channel 'new-line', and its outage has not ended. End or remove that outage first.\n",
            1, "rollback", "1");
        Assert.Equal(3, store.Revisions.ReadNewest()!.Number);
    }

    public void Dispose()
    {
        store.Dispose();
        folder.Dispose();
        GC.SuppressFinalize(this);
    }

    private string Export()
    {
        var file = folder.File("catalog.yaml");
        AssertRun("", "", 0, "export", file);
        return file;
    }

    private static void Mend(string file, string from, string to)
    {
        var text = File.ReadAllText(file);
        Assert.Contains(from, text);
        File.WriteAllText(file, text.Replace(from, to));
    }

    /// <summary>Another catalog in the file that was exported.</summary>
    private static void Write(string file, Catalog catalog) =>
        File.WriteAllText(file, $"{File.ReadAllText(file).Split('\n')[0]}\n\n{CatalogYaml.Write(catalog)}");

    private void Others(Func<Catalog, Catalog> change)
    {
        var newest = store.Revisions.ReadNewest()!;
        Assert.NotNull(store.Revisions.Append(change(newest.Catalog), newest.Number, newest.CreatedAt, new("another"), "Meanwhile"));
    }

    private static Catalog Renamed(Catalog catalog, string id, string name) => catalog with
    {
        Channels = [.. catalog.Channels.Select(channel => channel.Id == id ? channel with { Name = channel.Name with { En = name } } : channel)],
    };

    private void AssertRun(string output, string error, int code, params string[] words) => AssertRun(output, error, code, Language.En, words);

    private void AssertRun(string output, string error, int code, Language language, params string[] words) =>
        Assert.Equal((output, error, code), Run(language, words));

    private (string Output, string Error, int Code) Run(Language language, params string[] words)
    {
        var arguments = CatalogArguments.Read(words[1..])!;
        using StringWriter output = new() { NewLine = "\n" }, error = new() { NewLine = "\n" };
        var (commands, terminal) = (
            new CommandStore(store.Revisions, new(ResiliencePipeline.Empty), ContactsApp.NewTime().ToClock()), new Terminal(output, error, language));
        var code = words[0] switch
        {
            "export" => ExportCommand.Run(arguments.Files[0], commands, terminal),
            "diff" => DiffCommand.Run(arguments, commands, terminal),
            "rollback" => RollbackCommand.Run(CommandWords.Revision(arguments.Files[0])!.Value, arguments, commands, terminal),
            _ => ImportCommand.Run(arguments, commands, terminal),
        };
        return (output.ToString(), error.ToString(), code);
    }
}

public sealed class SqliteImportTests() : ImportTests(new TemporaryStore());

[Collection<Alone>]
public sealed class PostgresImportTests() : ImportTests(new PostgresStore());
