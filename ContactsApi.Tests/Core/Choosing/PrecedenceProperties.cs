using ContactsApi.Core.Choosing;
using ContactsApi.Tests.Support;
using CsCheck;

namespace ContactsApi.Tests.Core.Choosing;

/// <summary>What is told to decide about hours is what the hours come from.</summary>
public sealed class PrecedenceProperties
{
    [Fact]
    public void The_cause_of_a_state_is_what_decided_and_each_statement_says_what_its_own_hours_say() => CatalogGenerator.Question.Sample(
        sample => Assert.All(sample.Directory.DesksOf(sample.Question.Segment), desk =>
        {
            var precedence = new PrecedenceOfDesk(sample.Directory, desk).At(sample.Moment);

            Assert.Equal(desk.OutlookAt(sample.Moment).Now.Cause, precedence.DecidedBy);
            Assert.Equal((precedence.Incident ?? (object?)precedence.Override) is null, desk.OutlookAt(sample.Moment).Now.Reason is null);
            Assert.Equal(desk.SaidAt(sample.Moment), precedence.Says);
        }),
        iter: 1000);
}
