using System.Net;
using System.Xml.Linq;
using ContactsApi.Core.Hours;
using ContactsApi.Storage;
using ContactsApi.Tests.Support;
using Dapper;
using Microsoft.Extensions.DependencyInjection;

namespace ContactsApi.Tests.Features.Pages;

/// <summary>What works now, and what did not: it is Sunday 22 November 2026, 03:00 in Moscow.</summary>
public sealed class StatusTests : IDisposable
{
    private static readonly XNamespace Atom = "http://www.w3.org/2005/Atom";

    private readonly ContactsApp app = new();
    private readonly HttpClient client;

    public StatusTests() => client = app.CreateClient();

    [Fact]
    public async Task Without_outages_it_says_so()
    {
        var page = await PageAsync("/status");

        Assert.Contains("No outage is known.", page);
        Assert.Contains("There were none.", page);
    }

    [Fact]
    public async Task An_outage_of_now_stands_on_top_and_one_that_is_over_below_for_ninety_days()
    {
        Break(("now", "hotline", "2026-11-22 02:30", null), ("over", "telegram", "2026-11-01 10:00", "2026-11-01 12:00"), ("long-over", "faq", "2026-08-01 10:00", "2026-08-02 12:00"), ("to-come", "chat-bot", "2026-11-23 10:00", null));

        var page = await PageAsync("/status");

        Assert.Contains("Out of order: “Hotline”", page);
        Assert.Contains("Since 22 November, 02:30; nobody knows yet when it will work again. reason.", page);
        Assert.Contains("“Telegram”: From 1 November, 10:00 until 1 November, 12:00. reason.", page);
        Assert.DoesNotContain("1 August", page);
        Assert.DoesNotContain("23 November", page);
    }

    [Fact]
    public async Task What_is_out_of_order_is_told_apart_from_what_is_shut_by_its_hours()
    {
        Break(("now", "hotline", "2026-11-22 02:30", null));

        var page = await PageAsync("/status");

        Assert.Contains("Hotline out of order 1 outage in 90 days", page);
        Assert.Contains("Telegram closed", page);
    }

    /// <summary>People were told of it, so it was.</summary>
    [Fact]
    public async Task An_outage_that_was_taken_out_of_the_catalog_is_told_until_then()
    {
        Break(("now", "hotline", "2026-11-22 02:30", null));
        app.Time.Advance(TimeSpan.FromMinutes(10));
        Break();

        var page = await PageAsync("/status");

        Assert.Contains("No outage is known.", page);
        Assert.Contains("“Hotline”, “Voice assistant”, “Hotline from abroad”: From 22 November, 02:30 until 22 November, 03:10. reason.", page);
    }

    [Fact]
    public async Task Without_its_store_it_tells_what_works_all_the_same()
    {
        Break(("now", "hotline", "2026-11-22 02:30", null));
        using var other = app.Services.GetRequiredService<Database>().Open();
        other.Execute("ALTER TABLE element RENAME TO hidden");

        Assert.Contains("Hotline out of order", await PageAsync("/status"));
    }

    [Fact]
    public async Task The_feed_has_an_entry_for_each_that_keeps_its_id_and_tells_when_it_is_over()
    {
        Break(("now", "hotline", "2026-11-22 02:30", null), ("over", "telegram", "2026-11-01 10:00", "2026-11-01 12:00"));

        var answer = await client.AskAsync("/status.atom?language=en", "ru");
        var feed = XDocument.Parse(answer.Text).Root!;

        Assert.Equal("application/atom+xml", answer.Response.Content.Headers.ContentType?.MediaType);
        Assert.Equal(Atom + "feed", feed.Name);
        Assert.Equal("2026-11-21T23:30:00Z", feed.Element(Atom + "updated")!.Value);
        Assert.Equal("http://localhost/status?language=en", feed.Element(Atom + "id")!.Value);
        Assert.Equal(
            [
                ("urn:contacts-api:incident:now", "Out of order: “Hotline”, “Voice assistant”, “Hotline from abroad”", "2026-11-21T23:30:00Z"),
                ("urn:contacts-api:incident:over", "Works again: “Telegram”", "2026-11-01T09:00:00Z"),
            ],
            feed.Elements(Atom + "entry").Select(entry => (entry.Element(Atom + "id")!.Value, entry.Element(Atom + "title")!.Value, entry.Element(Atom + "updated")!.Value)));
        Assert.All(feed.Elements(Atom + "entry"), entry => Assert.All(["published", "content", "link"], part => Assert.NotNull(entry.Element(Atom + part))));
    }

    public void Dispose()
    {
        client.Dispose();
        app.Dispose();
    }

    private void Break(params (string Id, string Channel, string Start, string? End)[] incidents) => app.Change(catalog => catalog with
    {
        Incidents = [.. incidents.Select(one => new Incident(one.Id, one.Channel, Domain.At(one.Start), one.End is null ? null : Domain.At(one.End), Domain.Reason))],
    });

    private async Task<string> PageAsync(string path) =>
        System.Text.RegularExpressions.Regex.Replace(System.Text.RegularExpressions.Regex.Replace(WebUtility.HtmlDecode((await client.AskAsync($"{path}?language=en", "ru")).Text), "<[^>]*>", ""), "\\s+", " ");
}
