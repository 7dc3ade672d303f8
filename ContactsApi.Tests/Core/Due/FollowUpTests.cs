using ContactsApi.Core;
using ContactsApi.Core.Channels;
using ContactsApi.Core.Choosing;
using ContactsApi.Core.Due;
using ContactsApi.Core.Guidance;
using ContactsApi.Tests.Support;
using CsCheck;
using NodaTime;
using static ContactsApi.Tests.Support.Domain;
using static ContactsApi.Tests.Support.SmallCatalog;

namespace ContactsApi.Tests.Core.Due;

/// <summary>What to do about a chat that does not answer, in a catalog of a chat, a phone and an app: <c>12:10 phone</c> (Moscow's time).</summary>
public sealed class FollowUpTests
{
    private static readonly Channel Chat = Channel("chat", 1) with { Kind = ChannelKind.Chat, Answers = [Promising() with { Within = Duration.FromMinutes(5) }] };
    private static readonly Channel Phone = Channel("phone", 2);
    private static readonly Channel App = Channel("app", 3) with { Kind = ChannelKind.App };
    private static readonly Duration TenMinutes = Duration.FromMinutes(10);

    // 2026-11-23 is a Monday; the call centre works 08:00-20:00 on workdays.
    [Theory]
    [InlineData("always", 10, "2026-11-23 12:00", "2026-11-23 12:10 phone")]
    [InlineData("always", 2, "2026-11-23 12:00", "2026-11-23 12:05 phone")] // nobody is late before the promise is
    [InlineData("always", null, "2026-11-23 12:00", "2026-11-23 12:05 phone")]
    [InlineData(SmallCatalog.CallCentre, 10, "2026-11-22 03:00", "2026-11-22 10:10 phone")] // before there was somebody, nobody failed to answer
    [InlineData("never", 10, "2026-11-23 12:00", "2026-11-23 12:10 phone")]
    [InlineData("never", null, "2026-11-23 12:00", "at once phone")] // nothing is promised
    public void A_wait_runs_from_when_somebody_is_there_and_ends_no_sooner_than_the_promise(string hours, int? wait, string sentAt, string then) =>
        Assert.Equal(then, Then(sentAt, sentAt, wait is { } minutes ? Duration.FromMinutes(minutes) : null, Chat with { Hours = [Says(hours)] }, Phone));

    // Sent on Monday at 19:55; the phone follows the call centre's schedule.
    [Theory]
    [InlineData("2026-11-23 19:55", "2026-11-23 20:05 app")] // then the phone is closed
    [InlineData("2026-11-23 20:30", "2026-11-23 20:05 app")]
    [InlineData("2026-11-24 09:00", "2026-11-23 20:05 phone")] // who asks later is told where to turn now
    public void It_leads_to_whom_there_is_when_the_step_is_to_be_taken(string asked, string then) =>
        Assert.Equal(then, Then("2026-11-23 19:55", asked, TenMinutes, Chat, Phone with { Hours = [Says(SmallCatalog.CallCentre)] }, App));

    [Fact]
    public void Where_nobody_can_help_it_leads_nowhere() => Assert.Equal(
        "2026-11-23 12:10 nowhere", Then("2026-11-23 12:00", "2026-11-23 12:00", TenMinutes, Chat, Phone with { Hours = [Says("never")] }));

    /// <summary>Of a channel without an address too, by which nothing can be sent anew.</summary>
    [Fact]
    public void It_leads_away_from_a_channel_that_cannot_be_recommended() =>
        Assert.Equal("2026-11-23 12:10 phone", Then("2026-11-23 12:00", "2026-11-23 12:00", TenMinutes, Chat with { Address = null }, Phone));

    [Fact]
    public void In_any_catalog_it_leads_to_the_same_until_it_changes() => Gen.Select(
        CatalogGenerator.Question, Gen.Double[-1, 1], Gen.Double[0, 1].Array[4]).Sample(
        (sample, ago, inBetween) =>
        {
            var directory = sample.Directory;
            var sentAt = sample.Moment + Duration.FromDays(3) * ago;
            foreach (var served in directory.ServedIn(sample.Question.Segment))
            {
                var due = RequestDue.Of(served, sentAt);
                foreach (var (place, one) in FollowUp.To(due, served, directory, sample.Question, sample.Moment).Index())
                {
                    Assert.True(one.ChangesAt is null || sample.Moment < one.ChangesAt);
                    var span = (one.ChangesAt ?? sample.Moment + Duration.FromDays(400)) - sample.Moment;
                    foreach (var within in inBetween.Select(part => span * part * part).Append(span - Duration.Epsilon).Where(within => within < span))
                    {
                        var later = FollowUp.To(due, served, directory, sample.Question, sample.Moment + within)[place];
                        Assert.Equal(Text(one), Text(later));
                    }
                }
            }
        },
        iter: 60);

    private static string Then(string sentAt, string asked, Duration? after, params Channel[] channels)
    {
        var catalog = Of(channels) with
        {
            NextSteps =
            [
                new NextStep("s", Reason, Reason, "3.2")
                {
                    For = new() { Kinds = [ChannelKind.Chat] }, After = after, Then = new() { Kinds = [ChannelKind.Phone, ChannelKind.App] },
                },
            ],
        };
        var directory = catalog.Directory();
        var served = directory.ServedAs(channels[0], Segment.Individual)!;
        var due = RequestDue.Of(served, At(sentAt));
        return Text(Assert.Single(FollowUp.To(due, served, directory, new Question(Segment.Individual), At(asked))))[..^" Open".Length].TrimEnd();
    }

    private static string Text(FollowUp one) =>
        $"{one.From?.InZone(Moscow).LocalDateTime.ToString("yyyy-MM-dd HH:mm", null) ?? "at once"} {one.Then?.Channel.Id ?? "nowhere"} {one.Then?.Availability.State.ToString() ?? "    "}";
}
