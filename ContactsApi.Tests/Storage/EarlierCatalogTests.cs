using System.Text.Json.Nodes;
using ContactsApi.Core;
using ContactsApi.Core.Catalogs;
using ContactsApi.Core.Choosing;
using ContactsApi.Storage;
using ContactsApi.Tests.Support;

namespace ContactsApi.Tests.Storage;

/// <summary>Catalogs as a store holds them that were written before there was advice.</summary>
public sealed class EarlierCatalogTests
{
    [Fact]
    public void They_are_read_and_give_the_same_answers_without_advice()
    {
        var earlier = CatalogElement.Join(CatalogElement.Split(Domain.Shipped)
            .Where(element => element.Kind is not ("preparations" or "nextSteps"))
            .Select(element => element with { Body = WithoutAdvice(element.Body!) }));

        Assert.Empty(CatalogRules.ProblemsOf(earlier));
        var one = Assert.Single(OrderIn(earlier), one => one.Channel.Id == "hotline");
        Assert.Empty(one.Served.Guide.Steps);
        Assert.Empty(one.Served.Guide.PreparationFor(null));
        Assert.Null(one.Channel.Cost);
        Assert.Empty(one.Channel.Notes);
        Assert.Null(one.Availability.OutsideHours);
        Assert.Equal(OrderIn(Domain.Shipped).Select(now => (now.Channel.Id, now.Availability.State)), OrderIn(earlier).Select(then => (then.Channel.Id, then.Availability.State)));
    }

    private static IReadOnlyList<Recommendation> OrderIn(Catalog catalog) =>
        Chooser.Choose(new ContactDirectory(catalog), new Question(Segment.Individual), Domain.At("2026-11-22 03:00")).Order;

    private static string WithoutAdvice(string body)
    {
        if (JsonNode.Parse(body) is not JsonObject element)
            return body;
        element.Remove("steps");
        element.Remove("cost");
        element.Remove("notes");
        foreach (var statement in element["hours"] as JsonArray ?? [])
            statement!.AsObject().Remove("outside");
        return element.ToJsonString();
    }
}
