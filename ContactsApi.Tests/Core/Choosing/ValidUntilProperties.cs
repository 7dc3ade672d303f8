using ContactsApi.Core.Channels;
using ContactsApi.Core.Choosing;
using ContactsApi.Core.Catalogs;
using ContactsApi.Tests.Support;
using CsCheck;
using NodaTime;

namespace ContactsApi.Tests.Core.Choosing;

/// <summary>An answer holds at every instant before its <c>validUntil</c> and no longer at it.</summary>
public sealed class ValidUntilProperties
{
    [Fact]
    public void In_any_catalog_an_answer_holds_until_then_and_not_a_moment_longer() => Gen.Select(CatalogGenerator.Question, Gen.Double[0, 1].Array[4]).Sample(
        (sample, inBetween) => HoldsUntilThen(sample.Directory, sample.Question, sample.Moment, inBetween),
        iter: 300);

    [Fact]
    public void Where_promises_overtake_each_other_an_answer_holds_until_then_and_not_a_moment_longer() =>
        Gen.Select(CatalogGenerator.Mailboxes, Gen.Double[0, 1].Array[4]).Sample(
            (sample, inBetween) => HoldsUntilThen(sample.Directory, sample.Question, sample.Moment, inBetween),
            iter: 300);

    [Fact]
    public void In_the_shipped_catalog_an_answer_holds_until_then_and_not_a_moment_longer()
    {
        var directory = WithAddresses(Domain.Shipped).Directory();
        Gen.Select(Questions.Of(directory), Generators.Moment, Gen.Double[0, 1].Array[4]).Sample(
            (question, moment, inBetween) => HoldsUntilThen(directory, question, moment, inBetween), iter: 300);
    }

    [Fact]
    public void Whatever_was_asked_before_the_answer_is_the_same() => Gen.Select(CatalogGenerator.Question, Gen.Double[-1, 1].Array[6]).Sample(
        (sample, steps) =>
        {
            foreach (var step in steps)
            {
                // From a nanosecond to a month away, to either side.
                var at = sample.Moment + Duration.FromNanoseconds(Math.Sign(step) * Math.Pow(10, Math.Abs(step) * 15.4));
                var asked = Chooser.Choose(sample.Directory, sample.Question, at);
                var first = Chooser.Choose(new ContactDirectory(sample.Directory.Catalog), sample.Question, at);
                Assert.Equal((DecisionText.Of(first), first.ValidUntil), (DecisionText.Of(asked), asked.ValidUntil));
            }
        },
        iter: 300);

    private static void HoldsUntilThen(ContactDirectory directory, Question question, Instant moment, double[] inBetween)
    {
        var decision = Chooser.Choose(directory, question, moment);
        var answer = DecisionText.Of(decision);
        var end = decision.ValidUntil ?? moment + Duration.FromDays(400);
        Assert.True(decision.ValidUntil is null || moment < decision.ValidUntil);

        var span = end - moment;
        // Most changes that could be missed are near: minutes from now, or right before the end.
        var moments = inBetween.Select(part => moment + span * part)
            .Append(moment + Duration.Epsilon)
            .Append(moment + Duration.FromMinutes(inBetween[0] * 3))
            .Append(moment + Duration.FromHours(inBetween[1] * 30))
            .Append(end - Duration.Epsilon)
            .Where(at => moment < at && at < end);
        // Asked backwards of a directory that was not asked before, none of these answers can rest on one that was kept.
        var unasked = new ContactDirectory(directory.Catalog);
        if (decision.ValidUntil is { } changes)
            Assert.NotEqual(answer, DecisionText.Of(Chooser.Choose(unasked, question, changes)));
        foreach (var at in moments.OrderDescending())
            Assert.Equal(answer, DecisionText.Of(Chooser.Choose(unasked, question, at)));
    }

    /// <summary>As if an operator had supplied every address, so that e-mail with its working hours takes part.</summary>
    private static Catalog WithAddresses(Catalog catalog) => catalog with
    {
        Channels = [.. catalog.Channels.Select(channel => channel.Address is null ? channel with { Address = new ChannelAddress { Phone = "+78005553535" } } : channel)],
    };
}
