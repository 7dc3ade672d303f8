using System.Net;
using System.Xml.Linq;
using ContactsApi.Core.Channels;
using ContactsApi.Tests.Support;

namespace ContactsApi.Tests.Features.Formats;

/// <summary>Codes to be read by phones, read by jsQR.</summary>
public sealed class QrCodeTests(ContactsApp app) : IClassFixture<ContactsApp>
{
    private const string Card =
        "BEGIN:VCARD\r\nVERSION:4.0\r\nKIND:org\r\nFN:Госуслуги: Горячая линия\r\nORG:Госуслуги\\, центр поддержки\r\n"
        + "TEL;VALUE=uri;TYPE=\"voice,work\":tel:+78005553535\r\nNOTE:Для граждан и организаций.\r\nEND:VCARD\r\n";

    private readonly HttpClient client = app.CreateClient();

    [Theory]
    [InlineData("hotline", "tel", "tel:+78005553535")]
    [InlineData("abroad-main", "tel", "tel:+74957777777")]
    [InlineData("portal-chat", "page", "https://www.gosuslugi.ru")]
    [InlineData("telegram", "page", "https://t.me/Gosuslugi_support")]
    [InlineData("hotline", "vcard", Card)]
    public async Task Another_reader_finds_exactly_what_was_meant(string channel, string of, string text)
    {
        var files = new List<byte[]>();
        foreach (var size in new[] { "", "&moduleSize=4", "&moduleSize=11" })
        {
            foreach (var extension in new[] { "svg", "png" })
                files.Add(await client.GetByteArrayAsync($"/v1/channels/{channel}/qr.{extension}?of={of}{size}", TestContext.Current.CancellationToken));
        }

        var read = await ForeignReader.ReadAsync("read-qr-codes", files.Select(Convert.ToBase64String));

        Assert.All(read.AsArray(), code => Assert.Equal(text, code!["text"].Text()));
        var widths = read.AsArray().Select(code => code!["width"]!.GetValue<int>()).ToList();
        Assert.Equal([widths[0], widths[0], widths[0] / 2, widths[0] / 2, widths[0] / 8 * 11, widths[0] / 8 * 11], widths);
    }

    [Theory]
    [InlineData("svg", "image/svg+xml")]
    [InlineData("png", "image/png")]
    public async Task It_goes_as_a_picture_that_may_be_kept(string extension, string mediaType)
    {
        app.Time.AdjustTime(app.Time.Start.AddSeconds(1)); // the second of the revision is over
        var answer = await client.AskAsync($"/v1/channels/hotline/qr.{extension}?of=tel");

        Assert.Equal(mediaType, answer.MediaType);
        Assert.Equal($"hotline-tel.{extension}", answer.Response.Content.Headers.ContentDisposition!.FileName!.Trim('"'));
        Assert.NotNull(answer.Response.Content.Headers.LastModified);
        Assert.NotNull(answer.Response.Headers.ETag);
        Assert.Contains("default-src 'none'", Assert.Single(answer.Response.Headers.GetValues("Content-Security-Policy")), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("ru", "QR-код: Горячая линия, 8 800 555-35-35")]
    [InlineData("en", "QR code: Hotline, 8 800 555-35-35")]
    public async Task It_says_what_it_is_to_those_who_do_not_see_it(string language, string title)
    {
        var image = XElement.Parse((await client.AskAsync("/v1/channels/hotline/qr.svg?of=tel", language)).Text);

        Assert.Equal("img", image.Attribute("role")!.Value);
        Assert.Equal(title, image.Elements().First(element => element.Name.LocalName == "title").Value);
    }

    [Fact]
    public async Task Whatever_a_steward_writes_it_is_a_picture_or_a_refusal()
    {
        await using var changed = new ContactsApp();
        changed.ChangeChannel("hotline", channel => channel with
        {
            Name = new("<b> & «да» 👩‍👩‍👧🇷🇺", "Hotline"),
            Notices = [.. Enumerable.Range(0, 3).Select(i => new Notice($"n{i}", "1.1", new("слово", new string('x', 1000))))],
        });
        using var asking = changed.CreateClient();

        var image = XElement.Parse((await asking.AskAsync("/v1/channels/hotline/qr.svg?of=tel")).Text);
        var tooLong = await asking.AskAsync("/v1/channels/hotline/qr.png?of=vcard", "en");

        Assert.StartsWith("QR-код: <b> & «да» 👩‍👩‍👧🇷🇺, ", image.Elements().First().Value, StringComparison.Ordinal);
        Assert.Equal((HttpStatusCode.NotFound, "too-long-for-qr-code"), (tooLong.Status, tooLong.Body["code"].Text()));
    }

    [Theory]
    [InlineData("/v1/channels/hotline/qr.svg?of=page", 404, "address-not-found")]
    [InlineData("/v1/channels/telegram/qr.png?of=tel", 404, "address-not-found")]
    [InlineData("/v1/channels/email/qr.png?of=vcard", 404, "address-not-found")]
    [InlineData("/v1/channels/pigeon/qr.png?of=tel", 404, "channel-not-found")]
    [InlineData("/v1/channels/hotline/qr.png", 400, "invalid-parameters")]
    [InlineData("/v1/channels/hotline/qr.png?of=tel&moduleSize=0", 400, "invalid-parameters")]
    [InlineData("/v1/channels/hotline/qr.png?of=tel&moduleSize=41", 400, "invalid-parameters")]
    public async Task What_there_is_none_of_is_refused(string uri, int status, string code)
    {
        var answer = await client.AskAsync(uri);

        Assert.Equal((status, code), ((int)answer.Status, answer.Body["code"].Text()));
    }
}
