using ContactsApi.Core.Choosing;
using ContactsApi.Core.Comparison;
using ContactsApi.Core.Hours;
using ContactsApi.Tests.Support;
using CsCheck;
using NodaTime;

namespace ContactsApi.Tests.Core.Comparison;

/// <summary>What is told of two catalogs is what asking both of them at any moment would tell.</summary>
public sealed class AnswerComparisonTests
{
    private static readonly Duration Length = Duration.FromDays(2);

    [Fact]
    public void A_moment_lies_in_a_span_just_where_the_answers_differ() =>
        Gen.Select(CatalogGenerator.Question, Gen.Int[0, 40], Gen.Int[1, 30], Gen.Double[0, 1].Array[20]).Sample(
            (sample, start, hours, moments) =>
            {
                var (directory, question, from) = sample;
                var outage = new Incident(
                    "outage", directory.Catalog.Channels[0].Id, from + Duration.FromHours(start), from + Duration.FromHours(start + hours), Domain.Reason);
                var after = (directory.Catalog with { Incidents = [.. directory.Catalog.Incidents, outage] }).Directory();

                var changes = AnswerComparison.Between(directory, after, question, from, from + Length, int.MaxValue);

                Assert.Equal(from + Length, changes.ComparedUntil);
                foreach (var moment in moments.Select(part => from + Length * part).Where(moment => moment < from + Length))
                    AssertTold(changes, directory, after, question, moment);
                Assert.All(changes.Spans.Zip(changes.Spans.Skip(1)), pair => Assert.True(pair.First.To < pair.Second.From || !IsOne(pair.First, pair.Second)));
            },
            iter: 20);

    [Fact]
    public void A_catalog_does_not_differ_from_itself() => CatalogGenerator.Question.Sample(
        sample => Assert.Empty(AnswerComparison.Between(
            sample.Directory, sample.Directory, sample.Question, sample.Moment, sample.Moment + Length, 100).Spans),
        iter: 20);

    [Fact]
    public void A_promise_that_moves_on_with_every_minute_is_one_span()
    {
        var before = SmallCatalog.Of(Mailbox(workingHours: 1));
        var after = before with { Incidents = [new("i", "c", Domain.At("2026-11-23 10:00"), Domain.At("2026-11-23 12:00"), Domain.Reason)] };

        var changes = AnswerComparison.Between(
            before.Directory(), after.Directory(), new(ContactsApi.Core.Segment.Individual), Domain.At("2026-11-23 09:00"), Domain.At("2026-11-23 15:00"), 9999);

        var span = Assert.Single(changes.Spans);
        Assert.Equal((Domain.At("2026-11-23 10:00"), Domain.At("2026-11-23 12:00")), (span.From, span.To));
    }

    [Fact]
    public void What_is_too_much_is_cut()
    {
        var catalog = SmallCatalog.Of(Mailbox(workingHours: 1)).Directory();
        var from = Domain.At("2026-11-23 09:00");

        Assert.Equal(
            from + Duration.FromMinutes(10),
            AnswerComparison.Between(catalog, catalog, new(ContactsApi.Core.Segment.Individual), from, from + Length, 10).ComparedUntil);
    }

    private static ContactsApi.Core.Channels.Channel Mailbox(int workingHours) => SmallCatalog.Channel("c") with
    {
        Mode = ContactsApi.Core.Channels.Mode.Message,
        Answers = [SmallCatalog.Promising() with { WorkingHours = workingHours }],
    };

    private static void AssertTold(AnswerChanges changes, ContactDirectory before, ContactDirectory after, Question question, Instant moment)
    {
        var (old, @new) = (Chooser.Choose(before, question, moment), Chooser.Choose(after, question, moment));
        var told = changes.Spans.SingleOrDefault(span => span.From <= moment && moment < span.To);
        Assert.Equal(AnswerComparison.IsSame(old, @new), told is null);
        if (told is not null)
        {
            Assert.True(AnswerComparison.IsSame(old, told.Before));
            Assert.True(AnswerComparison.IsSame(@new, told.After));
        }
    }

    private static bool IsOne(AnswerChange first, AnswerChange second) =>
        AnswerComparison.IsSame(first.Before, second.Before) && AnswerComparison.IsSame(first.After, second.After);
}
