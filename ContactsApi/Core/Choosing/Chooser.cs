using System.Runtime.InteropServices;
using NodaTime;

namespace ContactsApi.Core.Choosing;

/// <summary>Names the best channel: filter, order, and say until when that holds.</summary>
public static class Chooser
{
    public static Decision Choose(ContactDirectory directory, Question question, Instant moment)
    {
        var serving = directory.ServedFor(question);
        var order = new List<Recommendation>(serving.Length);
        var ineligible = new List<Ineligible>(serving.Length);
        var touched = Eligibility.TouchedBy(question);
        foreach (var served in serving)
        {
            var against = Eligibility.Against(served.Channel, question, served.AgainstBeforehand, touched);
            if (against == default)
                order.Add(Recommendation.Of(served, question, moment));
            else
                ineligible.Add(new Ineligible(served.Channel, against.List));
        }

        order.Sort(RecommendationOrder.Instance);
        var best = CollectionsMarshal.AsSpan(order);
        return new Decision(
            moment,
            question,
            Validity.BasisOf(directory.Calendar, moment, best),
            order,
            ineligible,
            Validity.Until(directory.Calendar, moment, best, question.Explain));
    }
}
