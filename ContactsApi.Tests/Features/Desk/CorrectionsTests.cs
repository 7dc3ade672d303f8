using System.Net;
using ContactsApi.Core;
using ContactsApi.Core.Corrections;
using ContactsApi.Storage;
using ContactsApi.Tests.Support;
using Microsoft.Extensions.DependencyInjection;
using NodaTime.Extensions;

namespace ContactsApi.Tests.Features.Desk;

/// <summary>What people report, judged at the desk.</summary>
public sealed class CorrectionsTests : IDisposable
{
    private const string Inbox = "/desk/corrections";

    private readonly ContactsApp app = new();

    [Fact]
    public async Task A_correction_is_accepted_together_with_the_edit_that_mends_it()
    {
        var number = Receive("hotline", CorrectionElement.Name, "Горячая линия Госуслуг");
        using var visit = await DeskVisit.SignedInAsync(app);
        Assert.Contains("Unread: 1.", (await visit.OpenAsync("/desk")).Text);
        Assert.Contains("Should be: Горячая линия Госуслуг", (await visit.OpenAsync(Inbox)).Text);
        var uri = $"/desk/channels/hotline?correction={number}";
        Assert.Contains($"href=\"{uri}\"", (await visit.OpenAsync($"{Inbox}/{number}")).Html);

        var seen = await visit.SubmitAsync(uri, ("name.ru", "Горячая линия Госуслуг"));
        Assert.Contains("Save, and accept the correction", seen.Text);
        Assert.Equal(CorrectionStatus.Received, Find(number).Status);
        var saved = await visit.SubmitAsync(seen, uri);

        Assert.Equal($"{Inbox}/{number}?saved=2", saved.Location);
        Assert.Equal("Горячая линия Госуслуг", app.Snapshot.Directory.Channels["hotline"].Name.Ru);
        Assert.Equal((CorrectionStatus.Accepted, 2), (Find(number).Status, Find(number).Verdict!.Revision));
        Assert.Contains("Accepted: revision 2 mended it.", (await visit.OpenAsync($"{Inbox}/{number}")).Text);
        Assert.Equal($"Mends the correction {number}", LastRevision().Message);
    }

    [Fact]
    public async Task A_flood_is_rejected_at_once()
    {
        var numbers = Enumerable.Range(0, 5).Select(i => Receive("faq", CorrectionElement.Other, $"spam {i}")).ToList();
        var other = Receive("hotline", CorrectionElement.Hours, "8-20");
        using var visit = await DeskVisit.SignedInAsync(app);
        var inbox = await visit.OpenAsync($"{Inbox}?channel=faq&element=other");
        Assert.DoesNotContain(other, inbox.Html);

        var rejected = await visit.SubmitAsync(inbox, Inbox, [.. numbers.Select(number => ("number", number)), ("prepared", "off-topic")]);

        Assert.Equal(HttpStatusCode.Redirect, rejected.Status);
        Assert.All(numbers, number => Assert.Equal(
            (CorrectionStatus.Rejected, new LocalizedText("Это не об этих сведениях.", "This is not about these facts.")), (Find(number).Status, Find(number).Verdict!.Words)));
        Assert.Equal(CorrectionStatus.Received, Find(other).Status);
        Assert.DoesNotContain(numbers[0], (await visit.OpenAsync(Inbox)).Html);
        Assert.Contains(numbers[0], (await visit.OpenAsync($"{Inbox}?status=rejected")).Html);
    }

    [Theory]
    [InlineData(false, "", "Tick what is to be rejected.")]
    [InlineData(true, "", "Choose a reason or write your own")]
    [InlineData(true, "a\u0001b", "it is a control character")]
    public async Task What_cannot_be_done_is_said_and_what_was_ticked_stays_ticked(bool ticked, string reason, string told)
    {
        var number = Receive("faq", CorrectionElement.Other, "something");
        using var visit = await DeskVisit.SignedInAsync(app);

        var answer = await visit.SubmitAsync(Inbox, [.. ticked ? [("number", number)] : Array.Empty<(string, string)>(), ("reason.en", reason)]);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Status);
        Assert.Contains(told, answer.Text);
        Assert.Equal(ticked, answer.Form(null).Contains(("number", number)));
        Assert.Equal(CorrectionStatus.Received, Find(number).Status);
    }

    [Fact]
    public async Task What_was_mended_before_is_accepted_with_that_revision()
    {
        var number = Receive("faq", CorrectionElement.Name, "FAQ");
        using var visit = await DeskVisit.SignedInAsync(app);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await visit.SubmitAsync($"{Inbox}/{number}", ("mendedBy", "99"))).Status);
        await visit.SubmitAsync($"{Inbox}/{number}", ("mendedBy", "1"));

        Assert.Equal((CorrectionStatus.Accepted, 1), (Find(number).Status, Find(number).Verdict!.Revision));
        Assert.Equal(HttpStatusCode.NotFound, (await visit.OpenAsync($"{Inbox}/AAAA-AAAA-AAAA")).Status);
    }

    [Theory]
    [InlineData(CorrectionElement.Hours, "/desk/disputes/hotline")]
    [InlineData(CorrectionElement.Address, "/desk/channels/hotline")]
    [InlineData(CorrectionElement.Other, "/desk/channels/hotline")]
    public async Task Each_leads_to_the_form_that_mends_it(CorrectionElement element, string form)
    {
        var number = Receive("hotline", element, "otherwise");
        using var visit = await DeskVisit.SignedInAsync(app);

        Assert.Contains($"href=\"{form}?correction={number}\"", (await visit.OpenAsync($"{Inbox}/{number}")).Html);
        Assert.Equal(HttpStatusCode.OK, (await visit.OpenAsync($"{form}?correction={number}")).Status);
    }

    public void Dispose() => app.Dispose();

    private string Receive(string channel, CorrectionElement element, string shouldBe) =>
        Corrections.Receive(new(channel, element, null, "They told me", shouldBe), app.Time.GetUtcNow().ToInstant(), new Origin("anonymous"))!.Correction.Number;

    private Correction Find(string number) => Corrections.Find(number)!;

    private CorrectionStore Corrections => app.Services.GetRequiredService<CorrectionStore>();

    private RevisionEntry LastRevision() => app.Services.GetRequiredService<RevisionStore>().List(long.MaxValue, 1)[0];
}
