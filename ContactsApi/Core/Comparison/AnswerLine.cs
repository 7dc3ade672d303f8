using ContactsApi.Core.Promises;
using ContactsApi.Core.Choosing;
using ContactsApi.Core.Hours;
using NodaTime;

namespace ContactsApi.Core.Comparison;

/// <summary>What a person would call the same of one channel in an answer: its state, why, and what kind of promise it makes.</summary>
public sealed record AnswerLine(string ChannelId, HoursState State, Cause Cause, PromiseForm? Answer, PromiseForm? Perhaps)
{
    /// <summary>The channels in their order: what a person would call the same of an answer.</summary>
    public static IReadOnlyList<AnswerLine> Of(Decision decision) =>
    [
        .. decision.Order.Select(one => new AnswerLine(
            one.Channel.Id, one.Availability.State, one.Availability.Now.Cause, PromiseForm.Of(one.Availability.Answer), PromiseForm.Of(one.Availability.Perhaps))),
    ];
}

/// <summary>What kind of promise it is. The instant of a promise "by" is left out: it may move on with every minute.</summary>
/// <param name="Within">Nothing if it is promised by an instant.</param>
public sealed record PromiseForm(Duration? Within, bool Approximate)
{
    public static PromiseForm? Of(Promise? promise) => promise is null ? null : new(promise.Within, promise.Approximate);
}
