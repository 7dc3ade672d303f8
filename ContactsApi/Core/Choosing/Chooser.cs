using System.Runtime.InteropServices;
using ContactsApi.Core.Catalogs;
using NodaTime;

namespace ContactsApi.Core.Choosing;

/// <summary>Names the best channel: filter, order, and say until when that holds.</summary>
public static class Chooser
{
    public static Decision Choose(ContactDirectory directory, Question question, Instant moment)
    {
        var desks = directory.DesksFor(question);
        var order = new List<Recommendation>(desks.Length);
        var ineligible = new List<Ineligible>(desks.Length);
        var touched = Eligibility.TouchedBy(question);
        foreach (var desk in desks)
        {
            var against = Eligibility.Against(desk.Channel, question, desk.AgainstBeforehand, touched);
            if (against == default)
                order.Add(Recommendation.Of(desk, question, moment));
            else
                ineligible.Add(new Ineligible(desk.Channel, against.List));
        }

        order.Sort(RecommendationOrder.Instance);
        var best = CollectionsMarshal.AsSpan(order);
        return new Decision(
            moment,
            question,
            Validity.BasisOf(directory.Calendar, moment, best),
            order,
            ineligible,
            Validity.Until(directory.Calendar, moment, best));
    }
}
