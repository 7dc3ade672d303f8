using ContactsApi.Core;
using ContactsApi.Core.Choosing;
using ContactsApi.Core.Statements;
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
            var precedence = served.PrecedenceAt(sample.Moment);

            Assert.Equal(served.AvailabilityAt(sample.Moment).Now.Cause, precedence.DecidedBy);
            Assert.Equal(precedence.Layers.Incident?.Reason ?? precedence.Layers.Override?.Reason, served.AvailabilityAt(sample.Moment).Now.Reason);
            Assert.Equal(
                served.CountingHours.Select(statement => Alone(statement, served, sample.Directory).StateAt(sample.Moment)),
                precedence.Says);
        }),
        iter: 1000);

    [Fact]
    public void What_decides_stays_the_same_until_it_changes_within_two_days() => Gen.Select(CatalogGenerator.Question, Gen.Double[0, 1].Array[4]).Sample(
        (sample, inBetween) => Assert.All(sample.Directory.ServedIn(sample.Question.Segment, sample.Question.Region), served =>
        {
            var now = served.PrecedenceAt(sample.Moment);
            var change = served.NextChangeOfPrecedence(sample.Moment);

            var span = change - sample.Moment;
            Assert.InRange(span, Duration.Epsilon, Duration.FromHours(49));
            Assert.All(inBetween.Select(part => span * part).Append(span - Duration.Epsilon).Where(within => within < span), within =>
                Assert.Equal(now, served.PrecedenceAt(sample.Moment + within)));
            Assert.NotEqual(now, served.PrecedenceAt(change));
        }),
        iter: 300);

    private static NaiveHours Alone(HoursStatement statement, ServedChannel served, ContactDirectory directory) =>
        new(served.Calendar, MoscowTime.ZoneOf(served.Channel.TimeZone), [directory.Schedules[statement.Schedule].Hours], [], []);
}
