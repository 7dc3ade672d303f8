using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Unicode;
using ContactsApi.Core;
using ContactsApi.Core.Channels;
using ContactsApi.Core.Choosing;
using ContactsApi.Core.Hours;
using ContactsApi.Core.Statements;
using ContactsApi.Features.Responses;
using ContactsApi.Features.Wording;
using ContactsApi.Hosting.Caching;
using ContactsApi.Serialization;
using NodaTime;

namespace ContactsApi.Features.Formats.JsonLd;

/// <summary>Channels as search engines read them: contact points of an organisation, in the words of schema.org.</summary>
public static class ContactPoints
{
    private const int MostOffices = 100;

    public const string MediaType = "application/ld+json";

    /// <summary>Pages hold such data within their HTML, so what could end it there is escaped.</summary>
    private static readonly JsonSerializerOptions Options = new() { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    /// <param name="channels">Each with an address.</param>
    /// <param name="region">Whose offices to give; with none, no offices: there may be many thousands.</param>
    /// <param name="segment">Whose hours to give; with none, those that hold for everybody whom the channel serves.</param>
    /// <param name="today">From when on days are given that are not as their weekday.</param>
    public static ResponseBody Of(
        IEnumerable<Channel> channels, Segment? segment, Region? region, LocalDate today, ContactDirectory directory, Language language, string fileName) => new(
        JsonSerializer.SerializeToUtf8Bytes(
            WithoutAbsent(new JsonObject
            {
                ["@context"] = "https://schema.org",
                ["@type"] = "GovernmentOrganization",
                ["name"] = Publisher.FullName.In(language),
                ["legalName"] = directory.Catalog.Organization.LegalName?.In(language),
                ["contactPoint"] = Array(channels.Select(channel => Point(channel, segment, today, directory, language))),
                ["department"] = Array(region is null ? [] : directory.OfficesOf(region).Take(MostOffices).Select(office => Department(office, language))),
            }),
            Options),
        MediaType) { FileName = fileName };

    private static JsonObject Point(Channel channel, Segment? segment, LocalDate today, ContactDirectory directory, Language language)
    {
        var address = channel.Address!;
        var dates = PublishedDates.FromWithNextYear(today);
        var hours = channel.Priority.Keys.Where(served => segment is null || served == segment)
            .Select(served => directory.UsualHoursOf(directory.ServedAs(channel, served)!)).ToList();
        var point = new JsonObject
        {
            ["@type"] = "ContactPoint",
            ["name"] = channel.Name.In(language),
            ["description"] = Described(channel, segment, hours, dates, directory, language),
            ["contactType"] = "customer support",
            [channel.Kind == ChannelKind.Fax ? "faxNumber" : "telephone"] = address.Phone,
            ["email"] = address.Mailbox(),
            ["url"] = address.Mailbox() is null ? SafeLink.Of(address.Uri)?.OriginalString : null,
            ["areaServed"] = AreaServed(channel),
            ["availableLanguage"] = Array(channel.Languages.Keys.Select(served => JsonValue.Create(EnumNames<Language>.Of(served)))),
            ["contactOption"] = IsTollFree(channel) ? "https://schema.org/TollFree" : null,
            ["hoursAvailable"] = Array(CertainHours.Of(hours, dates)),
        };
        return WithoutAbsent(point);
    }

    private static JsonObject Department(Office office, Language language) => WithoutAbsent(new()
    {
        ["@type"] = "GovernmentOffice",
        ["name"] = office.Name.In(language),
        ["address"] = office.Address.Parts is not { } parts ? office.Address.OneLine().In(language) : WithoutAbsent(new()
        {
            ["@type"] = "PostalAddress",
            ["addressCountry"] = ListedPhone.Russia,
            ["postalCode"] = parts.PostalCode,
            ["addressRegion"] = parts.AddressRegion?.In(language),
            ["addressLocality"] = parts.AddressLocality.In(language),
            ["streetAddress"] = parts.StreetAddress.In(language),
        }),
        ["telephone"] = office.Address.Phone,
        ["url"] = SafeLink.Of(office.Address.Uri)?.OriginalString,
    });

    private static JsonObject WithoutAbsent(JsonObject members)
    {
        foreach (var absent in members.Where(member => member.Value is null or JsonArray { Count: 0 }).Select(member => member.Key).ToList())
            members.Remove(absent);
        return members;
    }

    /// <summary>With all that the vocabulary has no word for.</summary>
    private static string Described(
        Channel channel, Segment? segment, IReadOnlyList<UsualHours> hours, DateInterval dates, ContactDirectory directory, Language language)
    {
        var oneOfSome = segment is { } asked && channel.Priority.Count > 1 ? HoursFor(asked).In(language) : "";
        var followsCalendar = hours.Any(one => UsualHours.Week.Any(day => one.On(day) != one.OnHolidays));
        var caveat = followsCalendar ? CalendarCaveat.Of([dates.Start.Year, dates.End.Year], directory.Calendar)?.In(language) ?? "" : "";
        return Sentences.Joined(channel.Description.In(language), Conditions.Of(channel, directory, language), oneOfSome, caveat);
    }

    private static LocalizedText HoursFor(Segment segment)
    {
        var whom = Conditions.For(segment);
        return new($"Часы указаны {whom.Ru}.", $"The hours are those {whom.En}.");
    }

    /// <summary>Nothing for a channel that serves callers abroad too.</summary>
    private static JsonNode? AreaServed(Channel channel) =>
        channel.Restrictions.Regions.Count > 0 ? Array(channel.Restrictions.Regions.Keys.Select(code => JsonValue.Create(code)))
        : channel.Serves(Segment.Abroad) ? null
        : JsonValue.Create(ListedPhone.Russia);

    /// <summary>
    /// Only where a source says so, and of a number that is free of charge in all of the area served: a Russian toll-free number costs from
    /// abroad what each operator takes, so of a line for callers abroad this is not said, whatever the source promises to some.
    /// </summary>
    private static bool IsTollFree(Channel channel) =>
        channel.Address!.Phone is { } phone
        && !channel.Serves(Segment.Abroad)
        && ListedPhone.Of(phone).IsTollFreeInRussia
        && channel.Capabilities.TryGetValue(Capability.FreeOfCharge, out var reference)
        && reference != Provenance.Editorial;

    private static JsonArray Array(IEnumerable<JsonNode?> items) => [.. items];
}
