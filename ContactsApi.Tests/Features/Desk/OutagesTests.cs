using System.Net;
using ContactsApi.Core;
using ContactsApi.Core.Hours;
using ContactsApi.Storage;
using ContactsApi.Tests.Support;
using Microsoft.Extensions.DependencyInjection;
using NodaTime.Extensions;

namespace ContactsApi.Tests.Features.Desk;

/// <summary>A steward at night, on Sunday 22 November 2026 at 03:00 in Moscow: something is out of order.</summary>
public sealed class OutagesTests : IDisposable
{
    private const string Hotline = "/desk/outages/new/hotline";

    private readonly ContactsApp app = new();

    [Fact]
    public async Task The_hotline_is_out_of_order_in_one_tap_and_works_again_in_one()
    {
        using var visit = await DeskVisit.SignedInAsync(app);
        var now = await visit.OpenAsync("/desk");
        Assert.Contains($"href=\"{Hotline}\"", now.Html);
        Assert.Equal("portal-chat", await BestAsync());

        var form = await visit.OpenAsync("/desk/outages/new/portal-chat");
        Assert.Contains("These channels close: Online chat on the portal, Mobile app", form.Text);
        var announced = await visit.SubmitAsync(form, "/desk/outages/new/portal-chat", ("prepared", "portal"));

        Assert.Equal((HttpStatusCode.Redirect, "/desk?saved=2"), (announced.Status, announced.Location));
        Assert.Equal("hotline", await BestAsync());
        var incident = Assert.Single(app.Snapshot.Directory.Catalog.Incidents);
        Assert.Equal(("portal-chat-2026-11-22", "portal-chat", null, false), (incident.Id, incident.ChannelId, incident.End, incident.OnlyHere));
        Assert.Equal(new LocalizedText("Сбой на портале.", "The portal has a failure."), incident.Reason);

        now = await visit.OpenAsync("/desk?saved=2");
        Assert.Contains("Written: revision 2.", now.Text);
        Assert.Contains("Out of order: “Online chat on the portal”, “Mobile app”. Since 22 November, 03:00; nobody knows yet when it will work again. The portal has a failure.", now.Text);
        app.Time.Advance(TimeSpan.FromMinutes(10));
        var ended = await visit.PressAsync(now, "/desk/outages/portal-chat-2026-11-22/end");

        Assert.Equal((HttpStatusCode.Redirect, "/desk?saved=3"), (ended.Status, ended.Location));
        Assert.Equal("portal-chat", await BestAsync());
        Assert.DoesNotContain("Out of order:", (await visit.OpenAsync("/desk")).Text);
    }

    [Fact]
    public async Task It_is_in_the_audit_with_the_name_of_the_key()
    {
        using var visit = await DeskVisit.SignedInAsync(app);

        await visit.SubmitAsync(Hotline, ("prepared", "no-answer"));

        var row = app.Services.GetRequiredService<AuditTrail>().List(long.MaxValue, 1).Single();
        Assert.Equal(("write-revision", "a tester with steward", 2), (row.Action, row.Author, row.Revision));
        Assert.NotNull(row.KeyId);
        Assert.NotNull(row.RequestId);
    }

    [Theory]
    [InlineData("hotline", "Hotline, Voice assistant, Hotline from abroad")]
    [InlineData("voice-assistant", "Voice assistant")]
    [InlineData("mobile-app", "Online chat on the portal, Mobile app")]
    public async Task What_would_close_is_said_before_anything_is_written(string channel, string closed)
    {
        using var visit = await DeskVisit.SignedInAsync(app);

        var form = await visit.OpenAsync($"/desk/outages/new/{channel}");

        Assert.Contains($"These channels close: {closed} What callers are told then Myself", form.Text);
        Assert.Equal(1, app.Snapshot.Revision);
    }

    [Theory]
    [InlineData("PT3H", "", "2026-11-22 06:00")]
    [InlineData("at", "2026-11-22T08:30", "2026-11-22 08:30")]
    public async Task It_may_have_an_end(string until, string end, string ends)
    {
        using var visit = await DeskVisit.SignedInAsync(app);

        await visit.SubmitAsync(Hotline, ("until", until), ("end", end), ("onlyHere", "true"), ("prepared", "maintenance"));

        var incident = Assert.Single(app.Snapshot.Directory.Catalog.Incidents);
        Assert.Equal((Domain.At(ends), true), (incident.End, incident.OnlyHere));
    }

    [Theory]
    [InlineData("Кабель перебит", "", "Кабель перебит", "[in Russian] Кабель перебит")]
    [InlineData("", "A cable is cut", "[по-английски] A cable is cut", "A cable is cut")]
    [InlineData("Кабель", "A cable", "Кабель", "A cable")]
    public async Task Own_words_in_one_language_are_enough_and_the_other_is_marked_as_missing(string ru, string en, string shownRu, string shownEn)
    {
        using var visit = await DeskVisit.SignedInAsync(app);

        await visit.SubmitAsync(Hotline, ("reason.ru", ru), ("reason.en", en));

        Assert.Equal(new LocalizedText(shownRu, shownEn), Assert.Single(app.Snapshot.Directory.Catalog.Incidents).Reason);
        Assert.Equal(ru == "" || en == "", (await visit.OpenAsync("/desk")).Text.Contains("The reason is written in one language only."));
        var edit = await visit.OpenAsync("/desk/outages/hotline-2026-11-22");
        Assert.Equal((ru, en), (edit.Field("reason.ru"), edit.Field("reason.en")));
    }

    [Theory]
    [InlineData("", "", "", "Choose a prepared reason or write your own.")]
    [InlineData("Причина", "at", "soon", "A date and time is needed")]
    [InlineData("Причина", "at", "2026-11-21T08:00", "the end is not after the start")]
    public async Task What_cannot_be_announced_is_said_and_what_was_typed_stays(string ru, string until, string end, string told)
    {
        using var visit = await DeskVisit.SignedInAsync(app);

        var answer = await visit.SubmitAsync(Hotline, ("reason.ru", ru), ("until", until), ("end", end));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Status);
        Assert.Contains(told, answer.Text);
        Assert.Equal((ru, until, end), (answer.Field("reason.ru"), answer.Field("until"), answer.Field("end")));
        Assert.Equal(1, app.Snapshot.Revision);
    }

    [Fact]
    public async Task Reason_and_end_can_be_changed_with_the_outcome_seen_first()
    {
        using var visit = await DeskVisit.SignedInAsync(app);
        await visit.SubmitAsync(Hotline, ("prepared", "carrier"));
        const string uri = "/desk/outages/hotline-2026-11-22";

        var seen = await visit.SubmitAsync(uri, ("end", "2026-11-22T05:00"));

        Assert.Equal(HttpStatusCode.OK, seen.Status);
        Assert.Contains("Concerns: Hotline, Voice assistant, Hotline from abroad", seen.Text);
        Assert.Contains("Individuals, from 22 November at 05:00 Moscow time until", seen.Text);
        Assert.Equal(2, app.Snapshot.Revision);
        Assert.Equal(HttpStatusCode.Redirect, (await visit.SubmitAsync(seen, uri)).Status);
        Assert.Equal(Domain.At("2026-11-22 05:00"), Assert.Single(app.Snapshot.Directory.Catalog.Incidents).End);
    }

    [Fact]
    public async Task Whoever_announces_what_somebody_just_announced_is_told_so()
    {
        using var visit = await DeskVisit.SignedInAsync(app);
        using var other = await DeskVisit.SignedInAsync(app, Scope.Admin);
        var form = await visit.OpenAsync(Hotline);
        await other.SubmitAsync(Hotline, ("prepared", "carrier"));

        var answer = await visit.SubmitAsync(form, Hotline, ("reason.ru", "Не отвечают"));

        Assert.Equal(HttpStatusCode.Conflict, answer.Status);
        Assert.Contains("While you wrote, somebody changed this", answer.Text);
        Assert.Contains("a tester with admin", answer.Text);
        Assert.Contains("Outages that run or are to come empty hotline-2026-11-22", answer.Text);
        Assert.Equal("Не отвечают", answer.Field("reason.ru"));
        Assert.Single(app.Snapshot.Directory.Catalog.Incidents);
        Assert.Equal(HttpStatusCode.Redirect, (await visit.SubmitAsync(answer, Hotline)).Status);
        Assert.Equal(2, app.Snapshot.Directory.Catalog.Incidents.Count);
    }

    [Fact]
    public async Task Whoever_ends_what_somebody_changed_meanwhile_sees_that_first()
    {
        using var visit = await DeskVisit.SignedInAsync(app);
        await visit.SubmitAsync(Hotline, ("prepared", "carrier"));
        var now = await visit.OpenAsync("/desk");
        app.Time.Advance(TimeSpan.FromMinutes(1));
        app.Change(catalog => catalog with { Incidents = [catalog.Incidents[0] with { End = app.Time.GetUtcNow().ToInstant() + NodaTime.Duration.FromHours(2) }] });

        var answer = await visit.PressAsync(now, "/desk/outages/hotline-2026-11-22/end");

        Assert.Equal(HttpStatusCode.Conflict, answer.Status);
        Assert.Contains("End empty 2026-11-22T05:01", answer.Text);
        Assert.Equal(HttpStatusCode.Redirect, (await visit.SubmitAsync(answer, "/desk/outages/hotline-2026-11-22/end")).Status);
        Assert.Equal(app.Time.GetUtcNow().ToInstant(), app.Snapshot.Directory.Catalog.Incidents[0].End);
    }

    [Theory]
    [InlineData("/desk/outages/new/pigeon")]
    [InlineData("/desk/outages/nothing")]
    public async Task What_there_is_not_is_said_to_be_none(string uri)
    {
        using var visit = await DeskVisit.SignedInAsync(app);

        Assert.Equal(HttpStatusCode.NotFound, (await visit.OpenAsync(uri)).Status);
    }

    [Fact]
    public async Task One_that_is_to_come_is_shown_and_called_off()
    {
        app.Change(catalog => catalog with { Incidents = [new Incident("works", "hotline", Domain.At("2026-11-23 01:00"), Domain.At("2026-11-23 02:00"), new("Работы", "Works"))] });
        using var visit = await DeskVisit.SignedInAsync(app);
        var now = await visit.OpenAsync("/desk");
        Assert.Contains("Will be out of order: “Hotline”", now.Text);

        await visit.PressAsync(now, "/desk/outages/works/end");

        Assert.Empty(app.Snapshot.Directory.Catalog.Incidents);
    }

    public void Dispose() => app.Dispose();

    private async Task<string?> BestAsync() => (await app.CreateClient().ReadAsync("/v1/best-channel?segment=individual"))["best"]!["channelId"].Text();
}
