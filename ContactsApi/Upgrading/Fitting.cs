using ContactsApi.Core.Catalogs;
using ContactsApi.Storage;

namespace ContactsApi.Upgrading;

/// <summary>What a catalog takes of what it is offered without ceasing to be whole.</summary>
/// <param name="Unfit">What it does not take, each with what would be wrong then.</param>
public sealed record Fitting(Catalog Catalog, IReadOnlyList<(ElementChange Offer, CatalogProblem Problem)> Unfit)
{
    /// <param name="shipped">Tells the places of new elements: each behind what it follows there.</param>
    public static Fitting Of(IReadOnlyList<ElementChange> offers, Catalog catalog, Catalog shipped)
    {
        var order = CatalogElement.Split(shipped);
        var known = CatalogRules.ProblemsOf(catalog);
        var taken = CatalogElement.Split(catalog);
        var all = offers.Aggregate(taken, (elements, offer) => With(offer, elements, order));
        if (ProblemOf(all, known) is null)
            return new(CatalogElement.Join(all), []);

        // One may fit only with another that comes later in the list.
        while (true)
        {
            List<(ElementChange Offer, CatalogProblem Problem)> unfit = [];
            foreach (var offer in offers)
            {
                var next = With(offer, taken, order);
                if (ProblemOf(next, known) is { } problem)
                    unfit.Add((offer, problem));
                else
                    taken = next;
            }

            if (unfit.Count == 0 || unfit.Count == offers.Count)
                return new(CatalogElement.Join(taken), unfit);
            offers = [.. unfit.Select(one => one.Offer)];
        }
    }

    /// <summary>Something that is wrong and was not before. Paths may have changed their numbers.</summary>
    private static CatalogProblem? ProblemOf(IReadOnlyList<CatalogElement> elements, IReadOnlyList<CatalogProblem> known) =>
        CatalogRules.ProblemsOf(CatalogElement.Join(elements)) is { } problems && problems.Count > known.Count
            ? problems.First(problem => !known.Contains(problem))
            : null;

    private static List<CatalogElement> With(ElementChange offer, IReadOnlyList<CatalogElement> elements, IReadOnlyList<CatalogElement> order)
    {
        List<CatalogElement> changed = [.. elements];
        var index = PlaceOf(offer.Kind, offer.Id, changed);
        if (index >= 0)
            changed.RemoveAt(index);
        if (offer.After is not null)
            changed.Insert(index >= 0 ? index : NewPlaceOf(offer, changed, order), new(offer.Kind, offer.Id, 0, offer.After));
        return changed;
    }

    private static int NewPlaceOf(ElementChange offer, List<CatalogElement> elements, IReadOnlyList<CatalogElement> order)
    {
        var inFront = order.Where(element => element.Kind == offer.Kind).TakeWhile(element => element.Id != offer.Id).Reverse()
            .Select(element => PlaceOf(element.Kind, element.Id, elements))
            .FirstOrDefault(place => place >= 0, -1);
        var first = elements.FindIndex(element => element.Kind == offer.Kind);
        return inFront >= 0 ? inFront + 1 : first >= 0 ? first : elements.Count;
    }

    private static int PlaceOf(string kind, string id, List<CatalogElement> elements) =>
        elements.FindIndex(element => element.Kind == kind && element.Id == id);
}
