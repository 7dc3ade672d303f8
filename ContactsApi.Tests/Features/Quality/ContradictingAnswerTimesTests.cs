using ContactsApi.Core.Catalogs;
using ContactsApi.Core.Statements;
using NodaTime;
using static ContactsApi.Tests.Support.Findings;
using static ContactsApi.Tests.Support.SmallCatalog;

namespace ContactsApi.Tests.Features.Quality;

public sealed class ContradictingAnswerTimesTests
{
    private const string Code = "contradicting-answer-times";

    private static readonly AnswerStatement FiveMinutes = Promising("five") with { Within = Duration.FromMinutes(5) };

    private static readonly AnswerStatement AtOnce = Promising("once") with { Within = Duration.Zero, Reference = "3.3" };

    [Fact]
    public void Two_passages_that_promise_different_times_are_found() =>
        Assert.Equal("c [five once] 1.1 3.3", Found(Code, Answering(FiveMinutes, AtOnce)));

    [Fact]
    public void Two_passages_that_promise_the_same_are_not_found_though_one_is_inexact() => Assert.Equal(
        "", Found(Code, Answering(FiveMinutes, FiveMinutes with { Id = "about", Approximate = true, Reference = "3.3" })));

    [Fact]
    public void One_passage_with_a_time_for_each_condition_is_not_found() => Assert.Equal("", Found(Code, Answering(
        FiveMinutes with { Inside = CallCentre }, FiveMinutes with { Id = "outside", Within = Duration.FromMinutes(2), Outside = CallCentre })));

    [Fact]
    public void A_rank_settles_the_contradiction() =>
        Assert.Equal("", Found(Code, Answering(FiveMinutes, AtOnce with { Rank = Rank.Deprecated })));

    [Fact]
    public void Every_form_of_a_promise_is_told_in_words() => Assert.Equal(
        [
            "The portal promises different answer times for individuals. 1.1: within about 5 minutes; 3.3: at once; "
            + "2.1: within 1 working hour; 2.2: by the end of the working day; 2.3: within 24 hours outside the hours “H-GRAPH”.",
        ],
        Texts(Code, Answering(
            FiveMinutes with { Approximate = true },
            AtOnce,
            Promising("hour") with { WorkingHours = 1, Reference = "2.1" },
            Promising("day") with { ByEndOfWorkingDay = true, Reference = "2.2" },
            Promising("outside") with { Within = Duration.FromHours(24), Outside = CallCentre, Reference = "2.3" })));

    private static Catalog Answering(params AnswerStatement[] answers) => Of(Channel("c") with { Answers = answers });
}
