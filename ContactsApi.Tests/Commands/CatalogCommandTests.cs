using ContactsApi.Commands;
using ContactsApi.Core;
using ContactsApi.Features.Quality;
using ContactsApi.Hosting.Service;
using ContactsApi.Tests.Support;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using SmallFiles = ContactsApi.Tests.CatalogFiles.TwoCatalogFiles;

namespace ContactsApi.Tests.Commands;

/// <summary>The commands on catalog files, as somebody at a terminal sees them.</summary>
public sealed class CatalogCommandTests : IDisposable
{
    private readonly TemporaryFolder folder = new();
    private readonly TemporaryStore store = new();
    private int staleAfterDays = 180;

    [Fact]
    public void Files_that_hold_a_whole_catalog_are_counted()
    {
        Assert.StartsWith(
            "whole: 1 channel, 1 schedule, 1 topic, 1 region, 0 offices, 1 year, 0 overrides, 0 incidents\n", Run(["validate", .. Files()]).Output);
        Assert.StartsWith(
            "каталог цел: каналы 1, графики 1, темы 1, регионы 1, офисы 0, годы 1, замены часов 0, сбои 0\n", Run(["validate", .. Files()], Language.Ru).Output);
        Assert.False(File.Exists(store.Path));
    }

    [Fact]
    public void What_is_doubtful_is_told_and_is_no_problem()
    {
        var (output, error, code) = Run(["validate", .. Files(text => text.Replace("08:00-20:00", "08:00-23:59"))]);

        Assert.Equal(("", 0), (error, code));
        Assert.Matches("\nwarning suspicious-window-end -: .+", output);
    }

    [Theory]
    [InlineData(1, true)]
    [InlineData(3650, false)]
    public void Facts_are_stale_after_as_many_days_as_are_configured(int days, bool stale)
    {
        staleAfterDays = days;
        const string mark = "verification: { outcome: verified, date: 2026-11-20, by: Anna, how: { ru: Позвонила, en: Called } }";
        var (output, _, _) = Run(["validate", .. Files(text => text
            .Replace("\"+78005553535\" }", $"\"+78005553535\", {mark} }}")
            .Replace("reference: \"1.1\" }\n    answers", $"reference: \"1.1\", {mark} }}\n    answers")
            .Replace("within: PT5M, reference: \"1.1\" }", $"within: PT5M, reference: \"1.1\", {mark} }}"))]);

        Assert.Equal(stale, output.Contains($"\nnotice stale-facts hotline: Not verified for {days} days or longer: the address, hours-1.1, answer-1.1. "));
    }

    [Fact]
    public void Every_problem_is_told_at_its_place()
    {
        string[] files = Files(text => text.Replace("schedule: H-DAY", "schedule: H-NIGHT").Replace("2026-06", "2025-06"));

        AssertRun("", $"{files[0]}:30:36: the catalog has no 'H-NIGHT'\n{files[1]}:13:17: the date is not in 2026\n", 1, ["validate", .. files]);
        AssertRun("", $"{files[0]}:30:36: «H-NIGHT» в каталоге нет\n{files[1]}:13:17: дата не из 2026 года\n", 1, ["import", .. files], Language.Ru);
        Assert.Null(store.Revisions.ReadNewest());
    }

    [Fact]
    public void Every_file_that_cannot_be_read_is_told()
    {
        var (output, error, code) = Run(["validate", folder.File("none.yaml"), folder.Path]);

        Assert.Equal(("", 1), (output, code));
        Assert.StartsWith($"{folder.File("none.yaml")}: it cannot be read: ", error);
        Assert.Contains($"\n{folder.Path}: it cannot be read: ", error);
    }

    [Fact]
    public void A_first_import_makes_the_first_revision_and_a_second_one_changes_nothing()
    {
        AssertRun("revision 1: 8 added, 0 removed, 0 changed\n", "", 0, ["import", .. Files(), "--message", "The first", "--author=Anna"]);
        AssertRun("nothing changed: revision 1\n", "", 0, ["import", .. Files()]);
        AssertRun("", "", 0, ["diff", .. Files()]);

        var entry = Assert.Single(store.Revisions.List(long.MaxValue, 9));
        Assert.Equal((1, "Anna", "The first"), (entry.Number, entry.Author, entry.Message));
    }

    [Fact]
    public void An_import_is_signed_by_whoever_runs_it_and_names_its_files()
    {
        var files = Files();
        Run(["import", .. files]);

        var entry = Assert.Single(store.Revisions.List(long.MaxValue, 9));
        Assert.Equal((Environment.UserName, $"Imported from {files[0]}, {files[1]}"), (entry.Author, entry.Message));
    }

    [Fact]
    public void A_difference_is_told_field_by_field_and_then_imported()
    {
        Run(["import", .. Files()]);
        var files = Files(text => text
            .Replace("schedule: H-DAY, ref", "schedule: H-DAY, rank: preferred, note: { ru: Да, en: \"Yes\" }, ref")
            .Replace("id: status", "id: parking")
            .Replace("within: PT5M, ", "within: PT6M, inside: H-DAY, "));

        AssertRun(
            """
            topics/parking: added
            topics/status: removed
            channels/hotline hours[hours-1.1].rank: normal → preferred
            channels/hotline hours[hours-1.1].note: none → { ru: Да, en: "Yes" }
            channels/hotline answers[answer-1.1].within: PT5M → PT6M
            channels/hotline answers[answer-1.1].inside: none → H-DAY

            """,
            "", 1, ["diff", .. files]);
        AssertRun("topics/status: будет удалено\nревизия 2: добавлено 1, удалено 1, изменено 1\n", "", 0, ["import", .. files, "--onto=1"], Language.Ru);
        AssertRun("", "", 0, ["diff", .. files]);
    }

    [Fact]
    public void An_export_that_is_imported_changes_nothing_and_is_exported_again_byte_for_byte()
    {
        store.Start();
        var file = folder.File("export.yaml");

        AssertRun("", "", 0, ["export", file]);
        AssertRun("", "", 0, ["diff", file]);
        AssertRun("nothing changed: revision 1\n", "", 0, ["import", file]);
        AssertRun(File.ReadAllText(file), "", 0, ["export"]);
        Assert.Equal(Domain.Shipped.ToJson(), store.Revisions.ReadNewest()!.Catalog.ToJson());
    }

    [Fact]
    public void The_shipped_catalog_is_printed_as_an_export_is_and_needs_no_store()
    {
        AssertRun(ContactsApi.CatalogFiles.CatalogYaml.Write(Domain.Shipped), "", 0, ["shipped"]);
        Assert.False(File.Exists(store.Path));
    }

    [Fact]
    public void A_store_is_brought_up_to_date_with_it()
    {
        EarlierRelease.Fill(store);

        Assert.Equal(1, Run(["diff", "--shipped"]).Code);
        Assert.Equal(0, Run(["upgrade", "--author", "Anna"]).Code);
        AssertRun("", "", 0, ["diff", "--shipped"]);
        AssertRun("ничего не изменилось: ревизия 2\n", "", 0, ["upgrade"], Language.Ru);
        Assert.Equal("Anna", store.Revisions.List(3, 1)[0].Author);
    }

    [Fact]
    public void An_empty_store_has_nothing_to_export() =>
        AssertRun("", "The store holds no catalog yet. Start the service, or import one.\n", 1, ["export"]);

    [Fact]
    public void A_file_that_cannot_be_written_is_told()
    {
        store.Start();
        var (_, error, code) = Run(["export", folder.Path]);

        Assert.Equal(1, code);
        Assert.StartsWith($"{folder.Path}: it cannot be written: ", error);
    }

    [Fact]
    public void A_long_import_tells_how_far_it_is()
    {
        var topics = string.Concat(Enumerable.Range(0, 2100).Select(i => $"  - {{ id: t{i}, name: {{ ru: т, en: t }} }}\n"));
        var files = Files(text => text.Replace("\nregions:", $"{topics}\nregions:"));

        AssertRun("revision 1: 2108 added, 0 removed, 0 changed\n", "1000 elements written\n2000 elements written\n", 0, ["import", .. files]);
    }

    [Fact]
    public void Going_back_to_an_older_revision_is_a_new_one()
    {
        Run(["import", .. Files()]);
        Run(["import", .. Files(text => text.Replace("08:00-20:00", "09:00-21:00")), "--overwrite"]);

        AssertRun(
            """
            schedules/H-DAY hours.workday: ["09:00-21:00"] → ["08:00-20:00"]
            revision 3: 0 added, 0 removed, 1 changed

            """,
            "", 0, ["rollback", "1", "--author", "Anna"]);
        AssertRun("nothing changed: revision 3\n", "", 0, ["rollback", "1"]);
        AssertRun("", "There is no revision 4.\n", 1, ["rollback", "4"]);
        Assert.Equal(store.Revisions.Read(1)!.Catalog.ToJson(), store.Revisions.ReadNewest()!.Catalog.ToJson());
        Assert.NotEqual(store.Revisions.Read(2)!.Catalog.ToJson(), store.Revisions.ReadNewest()!.Catalog.ToJson());
        Assert.Equal(("Anna", "Back to revision 1"), (store.Revisions.List(4, 1)[0].Author, store.Revisions.List(4, 1)[0].Message));
    }

    [Theory]
    [InlineData("rollback")]
    [InlineData("rollback one")]
    [InlineData("rollback 0")]
    [InlineData("rollback 1 2")]
    [InlineData("catalog")]
    [InlineData("validate")]
    [InlineData("diff")]
    [InlineData("import --message Text")]
    [InlineData("import a.yaml --message")]
    [InlineData("import a.yaml --massage Text")]
    [InlineData("import a.yaml --author= --message=Text")]
    [InlineData("import a.yaml --onto")]
    [InlineData("import a.yaml --onto 0")]
    [InlineData("import a.yaml --onto newest")]
    [InlineData("import a.yaml --onto 1 --onto 2")]
    [InlineData("import a.yaml --overwrite --overwrite")]
    [InlineData("import a.yaml --remove incidents")]
    [InlineData("import a.yaml --remove incidents/")]
    [InlineData("import a.yaml --remove channels/hotline")]
    [InlineData("import --overwrite")]
    [InlineData("diff a.yaml --message Text")]
    [InlineData("rollback 1 --overwrite")]
    [InlineData("export a.yaml --onto 1")]
    [InlineData("validate a.yaml --onto 1")]
    [InlineData("validate a.yaml --author Anna")]
    [InlineData("export a.yaml b.yaml")]
    [InlineData("schema a.yaml")]
    [InlineData("shipped a.yaml")]
    [InlineData("upgrade a.yaml")]
    [InlineData("upgrade --message Text")]
    [InlineData("diff --shipped a.yaml")]
    [InlineData("import -")]
    [InlineData("")]
    public void A_wrong_call_is_told_the_right_ones(string call)
    {
        string[] words = call.Split(' ', StringSplitOptions.RemoveEmptyEntries);

        AssertRun("", CatalogUsage.Text.En + "\n", 2, words);
        AssertRun("", CatalogUsage.Text.Ru + "\n", 2, words, Language.Ru);
    }

    [Fact]
    public void A_store_that_cannot_be_used_is_refused_in_one_line()
    {
        File.WriteAllText(store.Path, "No database, whatever its name may say.");

        AssertRun(
            "", $"The database {store.Path}: the file is corrupt or no SQLite database; restore a backup.\n", 78, ["import", .. Files()]);
    }

    [Fact]
    public void A_wrong_setting_is_refused_in_one_line()
    {
        store.Options.BusyTimeoutSeconds = 0;
        var (_, error, code) = Run(["export"]);

        Assert.Equal(78, code);
        Assert.Matches(@"^The configuration is not right\. [^\n]*\n\z", error);
        staleAfterDays = 0;
        Assert.Matches(
            @"^The configuration is not right\. [^\n]*BusyTimeoutSeconds[^\n]*StaleAfterDays must be between 1 and 3650[^\n]*\n\z",
            Run(["validate", .. Files()]).Error);
    }

    public void Dispose()
    {
        store.Dispose();
        folder.Dispose();
    }

    private string[] Files(Func<string, string>? change = null) => [.. SmallFiles.Files.Select(file =>
    {
        File.WriteAllText(folder.File(file.Name), change is null ? file.Text : change(file.Text));
        return folder.File(file.Name);
    })];

    private void AssertRun(string output, string error, int code, string[] words, Language language = Language.En) =>
        Assert.Equal((output, error, code), Run(words, language));

    private (string Output, string Error, int Code) Run(string[] words, Language language = Language.En)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Store:Path"] = store.Path,
            ["Store:BusyTimeoutSeconds"] = $"{store.Options.BusyTimeoutSeconds}",
            ["Quality:StaleAfterDays"] = $"{staleAfterDays}",
        });
        builder.AddContacts();
        builder.Services.AddQuality();
        using var app = builder.Build();
        using StringWriter output = new() { NewLine = "\n" }, error = new() { NewLine = "\n" };
        var code = CatalogCommand.Run(app.Services, words, new Terminal(output, error, language));
        return (output.ToString(), error.ToString(), code);
    }
}
