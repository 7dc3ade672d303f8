using System.Text;
using System.Xml.Linq;
using ContactsApi.Core;
using ContactsApi.Features.Wording;
using ContactsApi.Serialization;
using Microsoft.AspNetCore.Http.HttpResults;
using NodaTime;

namespace ContactsApi.Features.Pages;

/// <summary>The outages as a feed that readers know: Atom, RFC 4287. An entry keeps its id and is updated when it ends.</summary>
public static class StatusFeed
{
    public const string Address = "/status.atom";

    private const string MediaType = "application/atom+xml";

    private static readonly XNamespace Atom = "http://www.w3.org/2005/Atom";

    private static readonly LocalizedText Title = new("Поддержка Госуслуг: сбои", "Gosuslugi support: outages");

    /// <param name="since">When the facts last changed.</param>
    public static FileContentHttpResult Of(ServiceStatus status, PageRequest page, Instant now, Instant since)
    {
        var language = page.Language;
        var home = page.Origin + page.To("/status");
        List<Outage> outages = [.. status.Now, .. status.Past];
        var updated = outages.Select(outage => Changed(outage, now)).DefaultIfEmpty(since).Max();
        var feed = new XElement(
            Atom + "feed",
            new XAttribute(XNamespace.Xml + "lang", EnumNames<Language>.Of(language)),
            new XElement(Atom + "id", home),
            new XElement(Atom + "title", Title.In(language)),
            new XElement(Atom + "updated", Text(updated)),
            new XElement(Atom + "author", new XElement(Atom + "name", Title.In(language))),
            Link("self", page.Origin + page.To(Address)),
            Link("alternate", home),
            outages.Select(outage => new XElement(
                Atom + "entry",
                new XElement(Atom + "id", $"urn:contacts-api:incident:{outage.Incident.Id}"),
                new XElement(Atom + "title", $"{(status.Now.Contains(outage) ? Begun : Ended).In(language)} {outage.Names.In(language)}"),
                new XElement(Atom + "published", Text(outage.Incident.Start)),
                new XElement(Atom + "updated", Text(Changed(outage, now))),
                Link("alternate", home),
                new XElement(Atom + "content", Sentences.Joined(outage.Span.In(language), outage.Incident.Reason.In(language))))));
        return TypedResults.Bytes(Encoding.UTF8.GetBytes($"<?xml version=\"1.0\" encoding=\"utf-8\"?>\n{feed}\n"), $"{MediaType}; charset=utf-8");
    }

    private static LocalizedText Begun { get; } = new("Не работает:", "Out of order:");

    private static LocalizedText Ended { get; } = new("Снова работает:", "Works again:");

    private static Instant Changed(Outage outage, Instant now) => outage.Incident.End is { } end && end <= now ? end : outage.Incident.Start;

    private static XElement Link(string relation, string address) =>
        new(Atom + "link", new XAttribute("rel", relation), new XAttribute("href", address));

    private static string Text(Instant instant) => NodaTime.Text.InstantPattern.General.Format(instant);
}
