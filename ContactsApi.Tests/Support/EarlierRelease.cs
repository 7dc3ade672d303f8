using ContactsApi.Core.Catalogs;
using NodaTime;

namespace ContactsApi.Tests.Support;

/// <summary>What a release shipped that knew no guidance, fewer years, a topic less, and another name of a channel; and stores as it left them.</summary>
public static class EarlierRelease
{
    public const string NewTopic = "service-information", RenamedChannel = "faq";

    public static Catalog Catalog { get; } = Domain.Shipped with
    {
        Years = [.. Domain.Shipped.Years.Where(year => year.Year is >= 2020 and <= 2026).Select(year => year with
        {
            NonWorking = [.. year.NonWorking.Select(span => span with { To = LocalDate.Min(span.To, new(2021, 11, 3)) })],
            Days = [.. year.Days.Where(day => !day.OrdinaryWeekend)],
        })],
        Topics = [.. Domain.Shipped.Topics.Where(topic => topic.Id != NewTopic).Select(topic => topic with { Steps = [] })],
        Channels = [.. Domain.Shipped.Channels.Select(channel => channel.Id == RenamedChannel ? channel with { Name = new("Прежнее имя", "A former name") } : channel)],
        Preparations = [],
        NextSteps = [],
    };

    private static readonly Instant Then = Instant.FromUtc(2026, 11, 20, 0, 0);

    /// <summary>Fills the store as the first start of that release did, in the form that it knew.</summary>
    /// <param name="catalog">What it shipped, if that matters.</param>
    public static void Fill(TestStore store, Catalog? catalog = null)
    {
        store.Database.Prepare();
        Assert.NotNull(store.Revisions.Append(catalog ?? Catalog, 0, Then, new("contacts-api"), "The catalog shipped with the service"));
        foreach (var unknown in new[] { "\"steps\":[]", "\"ordinaryWeekend\":false", "\"cost\":null" })
            store.Execute($"UPDATE element SET body = REPLACE(REPLACE(body, ',{unknown}', ''), '{unknown},', '')");
        Assert.Equal(0, store.Query<long>("SELECT COUNT(*) FROM element WHERE body LIKE '%\"steps\"%' OR body LIKE '%\"ordinaryWeekend\"%'"));
    }

    /// <summary>Writes a revision as a steward does at the terminal.</summary>
    public static void Edit(TestStore store, Func<Catalog, Catalog> edit, string author = "Anna", string message = "An edit", string? keyId = null)
    {
        var newest = store.Revisions.ReadNewest()!;
        Assert.NotNull(store.Revisions.Append(
            edit(newest.Catalog), newest.Number, Then + Duration.FromHours(newest.Number), new(author) { KeyId = keyId }, message));
    }
}
