using System.Text.RegularExpressions;
using ContactsApi.Core;
using ContactsApi.Core.Choosing;
using ContactsApi.Core.Quality;

namespace ContactsApi.Features.Pages;

/// <summary>The words for what was changed, which the store names by kinds, ids and paths.</summary>
public static partial class HistoryWords
{
    /// <summary>Whether a message is what the service writes where nobody gives a reason: kinds and ids.</summary>
    public static bool IsSummary(string message) => Summary().IsMatch(message);

    /// <param name="directory">As it is now: what is no more in it keeps its id for a name.</param>
    public static LocalizedText OfElement(string kind, string id, ContactDirectory directory)
    {
        var catalog = directory.Catalog;
        return kind switch
        {
            "channels" => Phrases.Quoted(Channel(id)),
            "incidents" => Of("сбой", "an outage", Channel(catalog.Incidents.FirstOrDefault(one => one.Id == id)?.ChannelId ?? id)),
            "overrides" => Of("особые часы", "special hours", Channel(catalog.Overrides.FirstOrDefault(one => one.Id == id)?.ChannelId ?? id)),
            "offices" => Of("офис", "the office", catalog.Offices.FirstOrDefault(one => one.Id == id)?.Name ?? new(id, id)),
            "topics" => Of("что делать", "what to do", directory.Topics.TryGetValue(id, out var topic) ? topic.Name : new(id, id)),
            "schedules" => Of("часы", "the hours", catalog.Schedules.FirstOrDefault(one => one.Id == id)?.Name ?? new(id, id)),
            "regions" => Of("регион", "the region", directory.Regions.TryGetValue(id, out var region) ? region.Name : new(id, id)),
            "years" => new($"выходные {id} года", $"the days off of {id}"),
            "organization" => new("организация", "the organisation"),
            "statute" => new("праздники по закону", "the holidays by law"),
            "preparations" => new("что приготовить", "what to have at hand"),
            "nextSteps" => new("что делать, если не отвечают", "what to do if nobody answers"),
            _ => new("о документе, из которого взяты сведения", "the document that the facts are from"),
        };

        LocalizedText Channel(string channel) => directory.Channels.TryGetValue(channel, out var found) ? found.Name : new(channel, channel);
    }

    /// <param name="path">As <c>address.phone</c>: its first name says what it is about.</param>
    public static LocalizedText OfField(string path) => path.Split('.', '[')[0] switch
    {
        "name" or "title" or "legalName" => new("название", "the name"),
        "description" or "text" or "reason" or "notes" or "notices" => new("описание", "the description"),
        "address" => new("адрес или номер", "the address or number"),
        "hours" or "windows" or "from" or "to" or "yearly" or "yearlyTo" or "start" or "end" or "timeZone" => new("часы и даты", "hours and dates"),
        "answers" => new("когда ответят", "when an answer comes"),
        "priority" => new("что советовать раньше", "what to advise first"),
        "capabilities" or "languages" or "restrictions" or "mode" or "kind" => new("кому и чем там помогут", "whom they help there, and with what"),
        "cost" => new("сколько стоит", "what it costs"),
        "steps" => new("что сделать самому", "what to do by oneself"),
        "verification" => new("проверка", "a check"),
        _ => new("прочее", "other"),
    };

    private static LocalizedText Of(string what, string whatEn, LocalizedText name) => new($"{what} «{name.Ru}»", $"{whatEn} “{name.En}”");

    [GeneratedRegex("^(Added|Changed|Removed) ([a-zA-Z]+/|[0-9]+ elements)")]
    private static partial Regex Summary();
}
