using ContactsApi.Core.Choosing;
using ContactsApi.Tests.Support;
using CsCheck;
using NodaTime;

namespace ContactsApi.Tests.Core.Choosing;

/// <summary>What is told to decide about hours is what the hours come from.</summary>
public sealed class PrecedenceProperties
{
    [Fact]
    public void The_cause_of_a_state_is_what_decided_and_each_statement_says_what_its_own_hours_say() => CatalogGenerator.Question.Sample(
        sample => Assert.All(sample.Directory.ServedIn(sample.Question.Segment, sample.Question.Region), served =>
        {
            var precedence = new PrecedenceOfDesk(sample.Directory, served).At(sample.Moment);

            Assert.Equal(served.AvailabilityAt(sample.Moment).Now.Cause, precedence.DecidedBy);
            Assert.Equal((precedence.Incident ?? (object?)precedence.Override) is null, served.AvailabilityAt(sample.Moment).Now.Reason is null);
            Assert.Equal(served.SaidAt(sample.Moment), precedence.Says);
        }),
        iter: 1000);

    [Fact]
    public void What_decides_stays_the_same_until_it_changes_within_two_days() => Gen.Select(CatalogGenerator.Question, Gen.Double[0, 1].Array[4]).Sample(
        (sample, inBetween) => Assert.All(sample.Directory.ServedIn(sample.Question.Segment, sample.Question.Region), served =>
        {
            var precedence = new PrecedenceOfDesk(sample.Directory, served);
            var now = precedence.At(sample.Moment);
            var change = precedence.NextChange(sample.Moment);

            var span = change - sample.Moment;
            Assert.InRange(span, Duration.Epsilon, Duration.FromHours(49));
            Assert.All(inBetween.Select(part => span * part).Append(span - Duration.Epsilon).Where(within => within < span), within =>
                Assert.Equal(now, precedence.At(sample.Moment + within)));
            Assert.NotEqual(now, precedence.At(change));
        }),
        iter: 300);
}
