using System.Net;
using ContactsApi.Core;
using ContactsApi.Core.Hours;
using ContactsApi.Tests.Support;

namespace ContactsApi.Tests.Features.Desk;

/// <summary>A mistake is found in the history, and taken back without what came after it.</summary>
public sealed class HistoryTests : IDisposable
{
    private readonly ContactsApp app = new();

    [Fact]
    public async Task One_change_is_taken_back_and_what_came_after_it_stays()
    {
        Rename("hotline", "Wrong line");
        Rename("faq", "Right answers");
        using var visit = await DeskVisit.SignedInAsync(app);
        Assert.Contains("Revision 2 · 22 November, 03:00 2026 · a steward", (await visit.OpenAsync("/desk/history")).Text);
        var revision = await visit.OpenAsync("/desk/history/2");
        Assert.Contains("name.en : Hotline → Wrong line", revision.Text);

        var seen = await visit.SubmitAsync(revision, "/desk/history/2");
        Assert.Contains("name.en : Wrong line → Hotline", seen.Text);
        Assert.Contains("The same as without it: neither the order nor a state changes.", seen.Text);
        Assert.Equal(3, app.Snapshot.Revision);
        var saved = await visit.SubmitAsync(seen, "/desk/history/2");

        Assert.Equal("/desk/history?saved=4", saved.Location);
        Assert.Equal(("Hotline", "Right answers"), (NameOf("hotline"), NameOf("faq")));
        Assert.Contains("Takes back revision 2", (await visit.OpenAsync("/desk/history")).Text);
    }

    [Fact]
    public async Task What_was_added_goes_and_what_was_removed_comes_back()
    {
        var before = app.Snapshot.Directory.Catalog;
        app.Change(catalog => catalog with
        {
            Overrides = [new("new-year", "hotline", new(2026, 12, 31), new(2027, 1, 1), [], Domain.Reason)],
            NextSteps = [.. catalog.NextSteps.Skip(1)],
        });
        using var visit = await DeskVisit.SignedInAsync(app);

        await visit.SubmitAsync(await visit.SubmitAsync("/desk/history/2"), "/desk/history/2");

        Assert.Equal(3, app.Snapshot.Revision);
        Assert.Empty(app.Snapshot.Directory.Catalog.Overrides);
        Assert.Equal(before.NextSteps.Select(step => step.Id).Order(), app.Snapshot.Directory.Catalog.NextSteps.Select(step => step.Id).Order());
    }

    [Fact]
    public async Task Outages_are_spared()
    {
        var outage = new Incident("i", "hotline", Domain.At("2026-11-22 01:00"), null, Domain.Reason);
        app.Change(catalog => catalog with { Incidents = [outage], Channels = [.. catalog.Channels.Select(one => one.Id == "faq" ? one with { Name = new("Ошибка", "Mistake") } : one)] });
        using var visit = await DeskVisit.SignedInAsync(app);
        var revision = await visit.OpenAsync("/desk/history/2");
        Assert.Contains("Outages are not taken back", revision.Text);

        await visit.SubmitAsync(await visit.SubmitAsync(revision, "/desk/history/2"), "/desk/history/2");

        Assert.NotEqual("Mistake", NameOf("faq"));
        Assert.Equal([outage], app.Snapshot.Directory.Catalog.Incidents);
    }

    [Fact]
    public async Task An_outage_that_was_ended_stays_so()
    {
        var outage = new Incident("i", "hotline", Domain.At("2026-11-22 01:00"), null, Domain.Reason);
        var ended = outage with { End = Domain.At("2026-11-22 02:00") };
        app.Change(catalog => catalog with { Incidents = [outage] });
        app.Change(catalog => catalog with { Incidents = [ended], Channels = [.. catalog.Channels.Select(one => one.Id == "faq" ? one with { Name = new("Ошибка", "Mistake") } : one)] });
        using var visit = await DeskVisit.SignedInAsync(app);

        await visit.SubmitAsync(await visit.SubmitAsync("/desk/history/3"), "/desk/history/3");

        Assert.NotEqual("Mistake", NameOf("faq"));
        Assert.Equal([ended], app.Snapshot.Directory.Catalog.Incidents);
    }

    [Fact]
    public async Task What_was_changed_again_since_is_not_taken_back_blindly()
    {
        Rename("hotline", "Wrong line");
        Rename("hotline", "Right line");
        using var visit = await DeskVisit.SignedInAsync(app);

        var refused = await visit.SubmitAsync("/desk/history/2");

        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.Contains("channels/hotline: this was changed after revision 2, too; mend it by hand", refused.Text);
        Assert.Equal("Right line", NameOf("hotline"));
    }

    [Theory]
    [InlineData("1", HttpStatusCode.UnprocessableEntity)]
    [InlineData("7", HttpStatusCode.NotFound)]
    [InlineData("0", HttpStatusCode.NotFound)]
    [InlineData("first", HttpStatusCode.NotFound)]
    public async Task What_cannot_be_taken_back_is_said(string number, HttpStatusCode status)
    {
        using var visit = await DeskVisit.SignedInAsync(app);
        var opened = await visit.OpenAsync("/desk/history/1");

        Assert.Equal(status, (await visit.SubmitAsync(opened, $"/desk/history/{number}")).Status);
        Assert.Equal(1, app.Snapshot.Revision);
    }

    public void Dispose() => app.Dispose();

    private void Rename(string channel, string name) => app.ChangeChannel(channel, one => one with { Name = one.Name with { En = name } });

    private string NameOf(string channel) => app.Snapshot.Directory.Channels[channel].Name.In(Language.En);
}
