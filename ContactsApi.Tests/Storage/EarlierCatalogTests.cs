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

    [Fact]
    public void Offices_without_parts_and_no_organisation_are_read_and_the_next_write_tells_nothing_of_either()
    {
        const string office = """{"id":"o","region":"RU-SPE","name":{"ru":"Офис","en":"Office"},"address":{"postal":{"ru":"Невский, 1","en":"1 Nevsky"},"phone":null,"uri":null},"timeZone":null,"hours":[],"verification":null}""";
        IReadOnlyList<CatalogElement> stored = [.. CatalogElement.Split(Domain.Shipped), new("offices", "o", 0, office)];

        var earlier = CatalogElement.Join(stored);

        Assert.Empty(CatalogRules.ProblemsOf(earlier));
        Assert.Equal(new("Невский, 1", "1 Nevsky"), earlier.Offices.Single().Address.OneLine());
        Assert.Null(earlier.Organization.LegalName);
        Assert.Equal(["topics/sms-code"], CatalogElement.Changed(stored, CatalogElement.Split(earlier with { Topics = [.. earlier.Topics.Where(topic => topic.Id != "sms-code")] }))
            .Where(element => element.Body is null || element.Kind is "organization" or "offices").Select(element => $"{element.Kind}/{element.Id}"));
    }

    [Fact]
    public void An_organisation_is_kept_and_can_be_taken_back()
    {
        var named = Domain.Shipped with { Organization = new() { LegalName = new("Учреждение", "Institution") } };

        Assert.Equal(named.Organization, CatalogElement.Join(CatalogElement.Split(named)).Organization);
        var removed = Assert.Single(CatalogElement.Changed(CatalogElement.Split(named), CatalogElement.Split(Domain.Shipped)));
        Assert.Equal(("organization", null), (removed.Kind, removed.Body));
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
