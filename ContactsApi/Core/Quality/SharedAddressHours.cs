using ContactsApi.Core.Catalogs;
using ContactsApi.Core.Channels;
using ContactsApi.Core.Statements;

namespace ContactsApi.Core.Quality;

/// <summary>One address that is listed twice for the same requests, with other hours: what an answer says of it hangs on whom it is for.</summary>
public static class SharedAddressHours
{
    private static readonly FindingKind OtherHours = new("same-address-with-other-hours", Severity.Warning, new(
        "Узнайте у центра поддержки, когда по этому адресу отвечают и кому, и дайте верным утверждениям ранг preferred.",
        "Ask the support centre when this address is answered, and for whom, and rank the right statements preferred."));

    public static QualityRule Rule { get; } = new(Find, OtherHours);

    private static IEnumerable<Finding> Find(QualityContext context) =>
        from channel in context.Catalog.Channels
        let others = SharedAddress.OthersAt(channel, context.Catalog)
            .Where(other => SharedAddress.IsForTheSame(other, channel) && !HoursOf(other, context.Index).SetEquals(HoursOf(channel, context.Index))).ToList()
        where others.Count > 0
        let names = Phrases.Joined(", ", others.Select(other => Phrases.Quoted(other.Name)))
        select OtherHours.FoundIn(channel, new(
            $"Тот же адрес указан с другими часами: {names.Ru}.", $"The same address is listed with other hours: {names.En}."));

    /// <summary>All that is said of the hours, to anybody.</summary>
    private static HashSet<Coverage> HoursOf(Channel channel, CatalogIndex index) =>
    [
        .. from segment in channel.Priority.Keys
           from statement in Counting.For(segment, index.StatementsOf(channel).Hours)
           select Coverage.Of(index.Schedules[statement.Schedule].Hours),
    ];
}
