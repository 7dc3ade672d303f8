using System.Net;
using ContactsApi.Core.Statements;
using ContactsApi.Tests.Support;
using NodaTime;

namespace ContactsApi.Tests.Features.Desk;

/// <summary>Seven passages call the hotline round-the-clock, and one gives it hours: a steward finds out which is right.</summary>
public sealed class DisputesTests : IDisposable
{
    private const string Hotline = "/desk/disputes/hotline";

    private readonly ContactsApp app = new();

    [Fact]
    public async Task A_dispute_is_settled_by_saying_which_is_right_once_the_difference_was_seen()
    {
        using var visit = await DeskVisit.SignedInAsync(app);
        Assert.Contains($"href=\"{Hotline}\"", (await visit.OpenAsync("/desk/disputes")).Html);
        Assert.Equal("disputed", await StateAsync());

        var seen = await visit.SubmitAsync(Hotline, ("right", "hours-3.1"));

        Assert.Contains("Individuals, from", seen.Text);
        Assert.Contains("“Hotline” disputed → closed", seen.Text);
        Assert.Equal("disputed", await StateAsync());
        Assert.Equal(HttpStatusCode.Redirect, (await visit.SubmitAsync(seen, Hotline)).Status);
        Assert.Equal("closed", await StateAsync());
        Assert.DoesNotContain($"href=\"{Hotline}\"", (await visit.OpenAsync("/desk/disputes")).Html);
    }

    [Fact]
    public async Task Who_settles_it_anew_prefers_one_and_no_longer_the_other()
    {
        using var visit = await DeskVisit.SignedInAsync(app);
        await visit.SubmitAsync(await visit.SubmitAsync(Hotline, ("right", "hours-3.1")), Hotline);

        await visit.SubmitAsync(await visit.SubmitAsync(Hotline, ("right", "hours-1.1")), Hotline);

        Assert.Equal((Rank.Normal, Rank.Preferred), (Statement("hours-3.1").Rank, Statement("hours-1.1").Rank));
        Assert.Equal("open", await StateAsync());
    }

    [Fact]
    public async Task What_was_found_by_asking_is_noted_with_the_name_of_the_key()
    {
        using var visit = await DeskVisit.SignedInAsync(app);
        (string, string)[] fields =
            [("right", "hours-3.1"), ("verification.outcome", "verified"), ("verification.date", "2026-11-21"), ("verification.how.ru", "Позвонили, ответил оператор.")];

        await visit.SubmitAsync(await visit.SubmitAsync(Hotline, fields), Hotline);

        Assert.Equal(
            new Verification(VerificationOutcome.Verified, new LocalDate(2026, 11, 21), "a tester with steward", new("Позвонили, ответил оператор.", "[in Russian] Позвонили, ответил оператор.")),
            Statement("hours-3.1").Verification);
        Assert.Contains("checked on 21 November", (await visit.OpenAsync(Hotline)).Text);
    }

    [Fact]
    public async Task What_was_found_to_be_otherwise_counts_no_longer()
    {
        using var visit = await DeskVisit.SignedInAsync(app);
        (string, string)[] fields =
            [("right", "hours-3.1"), ("verification.outcome", "disputed"), ("verification.date", "2026-11-21"), ("verification.how.en", "Called at night, they answered.")];

        await visit.SubmitAsync(await visit.SubmitAsync(Hotline, fields), Hotline);

        Assert.Equal(Rank.Deprecated, Statement("hours-3.1").Rank);
        Assert.Equal("open", await StateAsync());
    }

    [Theory]
    [InlineData("hours-3.1", "", "Позвонили", "A date is needed")]
    [InlineData("hours-3.1", "2026-11-21", "", "Write how it was checked")]
    [InlineData("-", "2026-11-21", "Позвонили", "Choose which of the statements was checked.")]
    [InlineData("hours-3.1", "2026-13-41", "Позвонили", "A date is needed")]
    public async Task A_check_without_what_it_needs_is_refused(string right, string date, string how, string told)
    {
        using var visit = await DeskVisit.SignedInAsync(app);

        var answer = await visit.SubmitAsync(Hotline, ("right", right), ("verification.outcome", "verified"), ("verification.date", date), ("verification.how.ru", how));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Status);
        Assert.Contains(told, answer.Text);
        Assert.Equal((right, how), (answer.Field("right"), answer.Field("verification.how.ru")));
    }

    [Fact]
    public async Task A_dispute_about_answer_times_is_settled_the_same_way()
    {
        using var visit = await DeskVisit.SignedInAsync(app);
        const string answers = $"{Hotline}/answers";
        Assert.Contains($"href=\"{answers}\"", (await visit.OpenAsync("/desk/disputes")).Html);
        Assert.Contains("within about 5 minutes section 1.3", (await visit.OpenAsync(answers)).Text);

        var seen = await visit.SubmitAsync(answers, ("right", "answer-3.3"));

        Assert.Contains("answers[answer-3.3].rank", seen.Text);
        Assert.Contains("“Hotline” answer: within about 5 minutes → within 30 seconds", seen.Text);
        await visit.SubmitAsync(seen, answers);
        Assert.Equal(Rank.Preferred, Answer("hotline", "answer-3.3").Rank);
        Assert.DoesNotContain($"href=\"{answers}\"", (await visit.OpenAsync("/desk/disputes")).Html);
        var best = (await app.CreateClient().ReadAsync("/v1/best-channel?segment=legal-entity"))["best"]!;
        Assert.Equal(("hotline", "PT30S"), (best["channelId"].Text(), best["answer"]!["within"].Text()));
    }

    /// <summary>Of a passage that promises one time inside working hours and another outside, half would leave nights without a promise.</summary>
    [Theory]
    [InlineData("answer-3.2-a-inside", "answer-3.2-a-inside answer-3.2-a-outside")]
    [InlineData("answer-3.2-b", "answer-3.2-b")]
    [InlineData("answer-1.2", "answer-1.2")]
    [InlineData("-", "")]
    [InlineData("answer-3.2-a-outside", "answer-3.3")] // no choice of its own
    public async Task What_a_passage_promises_for_some_hours_and_for_the_others_is_right_together(string right, string preferred)
    {
        using var visit = await DeskVisit.SignedInAsync(app);
        const string answers = "/desk/disputes/portal-chat/answers";

        await visit.SubmitAsync(await visit.SubmitAsync(answers, ("right", "answer-3.3")), answers);
        await visit.SubmitAsync(await visit.SubmitAsync(answers, ("right", right)), answers);

        Assert.Equal(preferred, string.Join(' ', app.Snapshot.Directory.Channels["portal-chat"].Answers.Where(one => one.Rank == Rank.Preferred).Select(one => one.Id)));
        Assert.Equal(right is "answer-3.2-a-outside" ? "answer-3.3" : right, (await visit.OpenAsync(answers)).Field("right"));
    }

    [Fact]
    public async Task A_promise_that_was_found_not_to_be_kept_counts_no_longer()
    {
        using var visit = await DeskVisit.SignedInAsync(app);
        const string answers = "/desk/disputes/portal-chat/answers";
        (string, string)[] fields =
            [("right", "answer-3.2-a-inside"), ("verification.outcome", "disputed"), ("verification.date", "2026-11-21"), ("verification.how.en", "Wrote ten times.")];

        await visit.SubmitAsync(await visit.SubmitAsync(answers, fields), answers);

        var (inside, outside) = (Answer("portal-chat", "answer-3.2-a-inside"), Answer("portal-chat", "answer-3.2-a-outside"));
        Assert.Equal((Rank.Deprecated, Rank.Deprecated), (inside.Rank, outside.Rank));
        Assert.Equal(("a tester with steward", "a tester with steward"), (inside.Verification!.By, outside.Verification!.By));
        Assert.Equal(Rank.Normal, Answer("portal-chat", "answer-3.2-b").Rank);
    }

    [Fact]
    public async Task Whoever_settles_it_otherwise_in_between_is_seen()
    {
        using var visit = await DeskVisit.SignedInAsync(app);
        using var other = await DeskVisit.SignedInAsync(app, ContactsApi.Storage.Scope.Admin);
        var seen = await visit.SubmitAsync(Hotline, ("right", "hours-3.1"));
        await other.SubmitAsync(await other.SubmitAsync(Hotline, ("right", "hours-2.1")), Hotline);

        var answer = await visit.SubmitAsync(seen, Hotline);

        Assert.Equal(HttpStatusCode.Conflict, answer.Status);
        Assert.Contains("Which is right - hours-2.1 hours-3.1", answer.Text);
        Assert.Equal(Rank.Preferred, Statement("hours-2.1").Rank);
    }

    public void Dispose() => app.Dispose();

    private AnswerStatement Answer(string channel, string id) => app.Snapshot.Directory.Channels[channel].Answers.Single(one => one.Id == id);

    private HoursStatement Statement(string id) => app.Snapshot.Directory.Channels["hotline"].Hours.Single(one => one.Id == id);

    private async Task<string?> StateAsync() =>
        (await app.CreateClient().ReadAsync("/v1/channels/hotline/availability?segment=individual"))["state"].Text();
}
