using System.Net;
using ContactsApi.Core.Channels;
using ContactsApi.Tests.Support;

namespace ContactsApi.Tests.Features.Pages;

/// <summary>The script of the widget, as it is sent.</summary>
public sealed class WidgetScriptTests(ContactsApp app) : IClassFixture<ContactsApp>
{
    private readonly HttpClient client = app.CreateClient();

    [Fact]
    public async Task It_takes_at_most_15_kB()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/widget.js");
        request.Headers.AcceptEncoding.ParseAdd("gzip");
        using var response = await client.SendAsync(request, TestContext.Current.CancellationToken);

        var compressed = await response.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken);
        Assert.InRange(compressed.Length, 1, 15_000);
        Assert.StartsWith("// <contact-widget", await response.Content.ReadUnpackedAsync());
    }

    [Fact]
    public async Task It_carries_the_plain_number_of_each_segment_from_the_catalog()
    {
        Assert.Contains(
            """const PLAIN = {"individual":{"uri":"tel:+78005553535","display":"8 800 555-35-35"},"legal-entity":""", (await client.AskAsync("/widget.js", "ru")).Text);

        using var other = new ContactsApp();
        other.ChangeChannel("hotline", channel => channel with { Address = new ChannelAddress { Phone = "+78005550000" } });
        Assert.Contains("\"individual\":{\"uri\":\"tel:+78005550000\"", (await other.CreateClient().AskAsync("/widget.js", "ru")).Text);
    }

    [Fact]
    public async Task It_is_sent_again_only_when_it_changed()
    {
        var tag = (await client.AskAsync("/widget.js", "ru")).Response.Headers.ETag!;
        using var request = new HttpRequestMessage(HttpMethod.Get, "/widget.js");
        request.Headers.IfNoneMatch.Add(tag);

        using var response = await client.SendAsync(request, TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.NotModified, response.StatusCode);
    }
}
