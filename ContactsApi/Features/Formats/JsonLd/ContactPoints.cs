using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Unicode;
using ContactsApi.Core;
using ContactsApi.Core.Catalogs;
using ContactsApi.Core.Channels;
using ContactsApi.Hosting.Caching;
using ContactsApi.Serialization;
using NodaTime;

namespace ContactsApi.Features.Formats.JsonLd;

/// <summary>Channels as search engines read them: contact points of an organisation, in the words of schema.org.</summary>
public static class ContactPoints
{
    public const string MediaType = "application/ld+json";

    /// <summary>Pages hold such data within their HTML, so what could end it there is escaped.</summary>
    private static readonly JsonSerializerOptions Options = new() { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    /// <param name="channels">Each with an address.</param>
    /// <param name="segment">Whose hours to give; with none, those that hold for everybody whom the channel serves.</param>
    /// <param name="today">From when on days are given that are not as their weekday.</param>
    public static AnswerBody Of(
        IEnumerable<Channel> channels, Segment? segment, LocalDate today, ContactDirectory directory, Language language, string fileName) => new(
        JsonSerializer.SerializeToUtf8Bytes(
            new JsonObject
            {
                ["@context"] = "https://schema.org",
                ["@type"] = "GovernmentOrganization",
                ["name"] = Publisher.FullName.In(language),
                ["contactPoint"] = Array(channels.Select(channel => Point(channel, segment, today, directory, language))),
            },
            Options),
        MediaType) { FileName = fileName };

    private static JsonObject Point(Channel channel, Segment? segment, LocalDate today, ContactDirectory directory, Language language)
    {
        var address = channel.Address!;
        var hours = channel.Priority.Keys.Where(served => segment is null || served == segment)
            .Select(served => directory.UsualHoursOf(directory.DeskOf(channel, served)!)).ToList();
        var point = new JsonObject
        {
            ["@type"] = "ContactPoint",
            ["name"] = channel.Name.In(language),
            ["description"] = channel.Description.In(language),
            ["contactType"] = "customer support",
            [channel.Kind == ChannelKind.Fax ? "faxNumber" : "telephone"] = address.Phone,
            ["email"] = address.Mailbox(),
            ["url"] = address.Mailbox() is null ? SafeLink.Of(address.Uri)?.OriginalString : null,
            ["areaServed"] = AreaServed(channel),
            ["availableLanguage"] = Array(channel.Languages.Keys.Select(served => JsonValue.Create(EnumNames<Language>.Of(served)))),
            ["contactOption"] = IsTollFree(channel) ? "https://schema.org/TollFree" : null,
            ["hoursAvailable"] = Array(CertainHours.Of(hours, PublishedDates.FromWithNextYear(today))),
        };
        foreach (var absent in point.Where(member => member.Value is null or JsonArray { Count: 0 }).Select(member => member.Key).ToList())
            point.Remove(absent);
        return point;
    }

    /// <summary>Nothing for a channel that serves callers abroad too.</summary>
    private static JsonNode? AreaServed(Channel channel) =>
        channel.Restrictions.Regions.Count > 0 ? Array(channel.Restrictions.Regions.Keys.Select(code => JsonValue.Create(code)))
        : channel.Serves(Segment.Abroad) ? null
        : JsonValue.Create("RU");

    /// <summary>Only where a source says so.</summary>
    private static bool IsTollFree(Channel channel) =>
        channel.Address!.Phone is not null
        && channel.Capabilities.TryGetValue(Capability.FreeOfCharge, out var reference)
        && reference != Provenance.Editorial;

    private static JsonArray Array(IEnumerable<JsonNode?> items) => [.. items];
}
