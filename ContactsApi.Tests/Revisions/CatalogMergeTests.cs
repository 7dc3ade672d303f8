using ContactsApi.Core.Catalogs;
using ContactsApi.Core.Channels;
using ContactsApi.Core.Hours;
using ContactsApi.Revisions;
using ContactsApi.Tests.Support;
using CsCheck;
using NodaTime;

namespace ContactsApi.Tests.Revisions;

/// <summary>Two catalogs that come from the same one, made one again. Topics stand for whatever has an id, and their names for what is said of it.</summary>
public sealed class CatalogMergeTests
{
    [Theory]
    // What nobody or one side alone changed.
    [InlineData("a b", "a b", "a b", "a b")]
    [InlineData("a b", "a b", "a b=2", "a b=2")]
    [InlineData("a b", "a b=2", "a b", "a b=2")]
    [InlineData("a b", "a=2 b", "a b=2", "a=2 b=2")]
    [InlineData("a b", "a", "a b", "a")]
    [InlineData("a b", "a b", "a", "a")]
    [InlineData("a b", "a b c", "a b", "a b c")]
    [InlineData("a b", "a b", "a b c", "a b c")]
    // What both did alike.
    [InlineData("a b", "a b=2", "a b=2", "a b=2")]
    [InlineData("a b", "a", "a", "a")]
    [InlineData("a b", "a b c", "a b c", "a b c")]
    [InlineData("a b", "", "", "")]
    // The order of the side that changed it; what the other side added stays before what it was put before.
    [InlineData("a b c", "a b c", "c b a", "c b a")]
    [InlineData("a b c", "c b a", "a b c", "c b a")]
    [InlineData("a b c", "c b a", "c b a", "c b a")]
    [InlineData("a b", "a b c", "a b d", "a b c d")]
    [InlineData("a b", "a b", "x a y b z", "x a y b z")]
    [InlineData("a b", "o a b", "x y a b", "o x y a b")]
    [InlineData("a b c", "a b o c", "c b a", "o c b a")]
    [InlineData("a b c", "c b a", "a b x c", "x c b a")]
    [InlineData("a b c", "a c", "c b a", "c a")]
    [InlineData("a b c", "a b c", "a x c", "a x c")]
    public void What_one_side_changed_is_taken(string before, string ours, string theirs, string merged)
    {
        foreach (var theirsPrevail in (bool[])[false, true])
        {
            var merge = Merge(before, ours, theirs, theirsPrevail);

            Assert.Empty(merge.Conflicts);
            Assert.Equal(merged, Text(merge.Catalog));
        }
    }

    [Theory]
    [InlineData("a b", "a b=2", "a b=3", "b", "a b=2", "a b=3")]
    [InlineData("a b", "a b=2", "a", "b", "a b=2", "a")]
    [InlineData("a b", "a", "a b=3", "b", "a", "a b=3")]
    [InlineData("a", "a b=2", "a b=3", "b", "a b=2", "a b=3")]
    [InlineData("a b", "a=2 b", "a=3 b=3", "a", "a=2 b=3", "a=3 b=3")]
    [InlineData("a b c", "b a c", "a c b", "", "b a c", "a c b")]
    [InlineData("a b c", "b a c o", "x a c b", "", "b x a c o", "x a c b o")]
    public void What_both_changed_otherwise_is_told(string before, string ours, string theirs, string disputed, string ifWePrevail, string ifTheyPrevail)
    {
        var (our, their) = (Merge(before, ours, theirs, false), Merge(before, ours, theirs, true));

        Assert.Equal(("topics", disputed.Length == 0 ? null : disputed), Assert.Single(our.Conflicts.Select(conflict => (conflict.Kind, conflict.Id))));
        Assert.Equal(our.Conflicts, their.Conflicts);
        Assert.Equal(ifWePrevail, Text(our.Catalog));
        Assert.Equal(ifTheyPrevail, Text(their.Catalog));
    }

    [Fact]
    public void A_property_that_is_no_list_is_merged_as_a_whole()
    {
        var ours = Domain.Shipped with { CallCentreSchedule = "H-247" };
        var theirs = Domain.Shipped with { CallCentreSchedule = "H-0820" };

        Assert.Equal("H-247", CatalogMerge.Of(Domain.Shipped, ours, Domain.Shipped, [], true).Catalog.CallCentreSchedule);
        Assert.Equal("H-0820", CatalogMerge.Of(Domain.Shipped, Domain.Shipped, theirs, [], false).Catalog.CallCentreSchedule);
        Assert.Equal(
            new MergeConflict("callCentreSchedule", "callCentreSchedule", "\"H-247\"", "\"H-0820\""),
            Assert.Single(CatalogMerge.Of(Domain.Shipped, ours, theirs, [], true).Conflicts));
    }

    [Theory]
    // Silence removes nothing, whoever announced it and when; what was known before is told.
    [InlineData("a", "a", "", "", "a", "a", "")]
    [InlineData("", "a", "", "", "a", "", "")]
    [InlineData("a", "a=2", "", "", "a=2", "a", "")]
    [InlineData("a", "", "", "", "", "", "")]
    [InlineData("a", "", "a", "", "", "", "")]
    [InlineData("a b", "a b", "a=2", "", "a=2 b", "b", "")]
    [InlineData("a", "a", "a b", "", "a b", "", "")]
    // A name does, even if the catalog still has it.
    [InlineData("a b", "a b", "b", "a", "b", "", "")]
    [InlineData("a b", "a b", "a b", "a", "b", "", "")]
    [InlineData("a", "", "", "a", "", "", "")]
    // But not what we changed since.
    [InlineData("a", "a=2", "", "a", "a=2", "", "a")]
    [InlineData("", "a", "", "a", "a", "", "a")]
    public void An_incident_or_an_override_is_removed_by_name_alone(
        string before, string ours, string theirs, string named, string merged, string unnamed, string disputed)
    {
        foreach (var kind in CatalogMerge.RemovedByName)
        {
            var merge = CatalogMerge.Of(
                WithIncidents(kind, before), WithIncidents(kind, ours), WithIncidents(kind, theirs), [.. Words(named).Select(id => (kind, id))], false);

            Assert.Equal(merged, Incidents(kind, merge.Catalog));
            Assert.Equal(Words(unnamed).Select(id => (kind, id)), merge.Unnamed);
            Assert.Equal(Words(disputed), merge.Conflicts.Select(conflict => conflict.Id));
        }
    }

    [Fact]
    public void Random_catalogs_merged_with_one_that_did_not_change_are_what_they_are() =>
        Gen.Select(CatalogGenerator.Question, CatalogGenerator.Question, Gen.Bool).Sample(
            (one, another, theirsPrevail) =>
            {
                Catalog before = one.Directory.Catalog, after = Bare(another.Directory.Catalog);
                foreach (var merge in (CatalogMerge[])
                [
                    CatalogMerge.Of(before, after, before, [], theirsPrevail), CatalogMerge.Of(Bare(before), Bare(before), after, [], theirsPrevail),
                    CatalogMerge.Of(before, after, after, [], theirsPrevail),
                ])
                {
                    Assert.Empty(merge.Conflicts);
                    Assert.Equal(after.ToJson(), (merge.Catalog with { Incidents = after.Incidents, Overrides = after.Overrides }).ToJson());
                }
            },
            iter: 30);

    private static CatalogMerge Merge(string before, string ours, string theirs, bool theirsPrevail) =>
        CatalogMerge.Of(WithTopics(before), WithTopics(ours), WithTopics(theirs), [], theirsPrevail);

    private static Catalog WithTopics(string topics) => Domain.Shipped with { Topics = [.. Words(topics).Select(Named).Select(one => new Topic(one.Id, new(one.Is, one.Is)))] };

    private static string Text(Catalog catalog) => string.Join(' ', catalog.Topics.Select(topic => Said(topic.Id, topic.Name.En)));

    private static Catalog WithIncidents(string kind, string words) => kind == "incidents"
        ? Domain.Shipped with { Incidents = [.. Words(words).Select(Named).Select(one => new Incident(one.Id, "hotline", Instant.FromUtc(2026, 11, 22, 0, 0), null, new(one.Is, one.Is)))] }
        : Domain.Shipped with
        {
            Overrides = [.. Words(words).Select(Named).Select(one => new Override(one.Id, "hotline", new(2026, 12, 31), new(2026, 12, 31), [], new(one.Is, one.Is)))],
        };

    private static string Incidents(string kind, Catalog catalog) => string.Join(' ', kind == "incidents"
        ? catalog.Incidents.Select(one => Said(one.Id, one.Reason.En))
        : catalog.Overrides.Select(one => Said(one.Id, one.Reason.En)));

    private static Catalog Bare(Catalog catalog) => catalog with { Incidents = [], Overrides = [] };

    private static string[] Words(string text) => text.Split(' ', StringSplitOptions.RemoveEmptyEntries);

    private static (string Id, string Is) Named(string word) => word.Split('=') is [var id, var name] ? (id, name) : (word, "1");

    private static string Said(string id, string name) => name == "1" ? id : $"{id}={name}";
}
