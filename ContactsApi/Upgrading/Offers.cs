using System.Text.Json.Nodes;
using ContactsApi.Core.Catalogs;
using ContactsApi.Serialization;
using ContactsApi.Storage;

namespace ContactsApi.Upgrading;

/// <summary>What the shipped catalog would make of the elements in which a store differs from it.</summary>
public static class Offers
{
    private const string Years = "years", RegionalHolidays = "regionalHolidays", Preparations = "preparations", NextSteps = "nextSteps", Topics = "topics", Steps = "steps";

    /// <summary>All of it; what is no longer shipped, or never was, it would remove.</summary>
    public static IEnumerable<ElementChange> All(Catalog stored, Catalog shipped)
    {
        var now = Bodies(stored);
        var then = Bodies(shipped);
        return Differing(then.Keys.Union(now.Keys).Select(key => new ElementChange(key.Kind, key.Id, now.GetValueOrDefault(key), then.GetValueOrDefault(key))));
    }

    /// <summary>
    /// What no answer's order hangs on and people need at once: the years of the calendar, and what to prepare and to do. It would remove
    /// nothing: what this release does not ship, a later one may.
    /// </summary>
    public static IEnumerable<ElementChange> AtStart(Catalog stored, Catalog shipped)
    {
        var now = Bodies(stored);
        return Differing(
            from element in CatalogElement.Split(shipped)
            let body = now.GetValueOrDefault((element.Kind, element.Id))
            where element.Kind is Years or RegionalHolidays or Preparations or NextSteps || (element.Kind == Topics && body is not null)
            select new ElementChange(element.Kind, element.Id, body, element.Kind == Topics ? WithStepsOf(element.Body!, body!) : element.Body));
    }

    /// <summary>What <see cref="AtStart"/> looks at in an element: all of it or, of a topic, the steps.</summary>
    public static JsonNode? TakenAtStart(string kind, string body)
    {
        var element = CatalogElement.InTodaysForm(kind, body);
        return kind == Topics ? element?[Steps] : element;
    }

    private static string WithStepsOf(string shipped, string body)
    {
        var topic = JsonNode.Parse(body)!.AsObject();
        topic[Steps] = JsonNode.Parse(shipped)![Steps]!.DeepClone();
        return topic.ToJsonString(ContactsJson.Options);
    }

    private static IEnumerable<ElementChange> Differing(IEnumerable<ElementChange> offers) =>
        offers.Where(offer => !CatalogElement.SaysTheSame(offer.Kind, offer.Before, offer.After));

    private static OrderedDictionary<(string Kind, string Id), string?> Bodies(Catalog catalog) =>
        new(CatalogElement.Split(catalog).Select(element => KeyValuePair.Create((element.Kind, element.Id), element.Body)));
}
