using ContactsApi.Core.Catalogs;
using NodaTime;

namespace ContactsApi.Core.Choosing;

/// <summary>Names the best channel: filter, order, and say until when that holds.</summary>
public static class Chooser
{
    public static Decision Choose(ContactDirectory directory, Question question, Instant moment)
    {
        var ineligible = new List<Ineligible>();
        var order = new List<Recommendation>();
        foreach (var desk in directory.DesksOf(question.Segment, question.Region))
        {
            var reasons = Eligibility.ReasonsAgainst(desk.Channel, question);
            if (reasons.Count > 0)
                ineligible.Add(new Ineligible(desk.Channel, reasons));
            else
                order.Add(Recommendation.Of(desk, question, moment));
        }

        order.Sort(RecommendationOrder.Instance);
        ineligible.Sort((x, y) => string.CompareOrdinal(x.Channel.Id, y.Channel.Id));
        return new Decision(
            moment,
            question,
            Validity.BasisOf(directory.Calendar, moment, order),
            order,
            ineligible,
            Validity.Until(directory.Calendar, moment, order));
    }
}
