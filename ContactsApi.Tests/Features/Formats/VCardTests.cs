using System.Net;
using System.Text;
using ContactsApi.Core;
using ContactsApi.Core.Statements;
using ContactsApi.Tests.Support;

namespace ContactsApi.Tests.Features.Formats;

/// <summary>Entries of an address book, read by ical.js.</summary>
public sealed class VCardTests(ContactsApp app) : IClassFixture<ContactsApp>
{
    private const string Hotline = "/v1/channels/hotline/contact.vcf";

    private readonly HttpClient client = app.CreateClient();

    [Theory]
    [InlineData("hotline", "TEL tel:+78005553535")]
    [InlineData("legal-fax", "TEL tel:+78005553536")]
    [InlineData("portal-chat", "URL https://www.gosuslugi.ru")]
    [InlineData("telegram", "URL https://t.me/Gosuslugi_support")]
    public async Task Another_reader_finds_the_name_and_the_address(string channel, string reach)
    {
        var card = await ReadAsync((await client.AskAsync($"/v1/channels/{channel}/contact.vcf", "en")).Text);
        var name = app.Snapshot.Directory.Channels[channel].Name.En;

        Assert.Equal(["VERSION 4.0", "KIND org", $"FN Gosuslugi: {name}", "ORG Gosuslugi support centre", reach], card.Take(5));
    }

    [Fact]
    public async Task It_is_written_as_address_books_take_it()
    {
        var answer = await client.AskAsync(Hotline);

        Assert.Equal("text/vcard; charset=utf-8", answer.Response.Content.Headers.ContentType!.ToString());
        Assert.Equal("hotline.vcf", answer.Response.Content.Headers.ContentDisposition!.FileName!.Trim('"'));
        Assert.StartsWith("BEGIN:VCARD\r\nVERSION:4.0\r\n", answer.Text, StringComparison.Ordinal);
        Assert.Contains("\r\nTEL;VALUE=uri;TYPE=\"voice,work\":tel:+78005553535\r\n", answer.Text, StringComparison.Ordinal);
        Assert.All(answer.Text.Split("\r\n"), line => Assert.True(Encoding.UTF8.GetByteCount(line) <= 75 && !line.Contains('\n', StringComparison.Ordinal), line));
    }

    [Fact]
    public async Task A_fax_is_no_voice() =>
        Assert.Contains("\r\nTEL;VALUE=uri;TYPE=\"fax,work\":tel:+78005553536\r\n", (await client.AskAsync("/v1/channels/legal-fax/contact.vcf")).Text, StringComparison.Ordinal);

    [Fact]
    public async Task Whatever_a_steward_writes_another_reader_finds_it()
    {
        await using var changed = new ContactsApp();
        var name = new LocalizedText("Ящик; \\n, «да»: \"нет\" 👩‍👩‍👧 " + string.Concat(Enumerable.Repeat("щ👍", 50)), "Mailbox");
        changed.ChangeChannel("email", channel => channel with
        {
            Name = name,
            Description = new("Первая; вторая\\nтретья", "One"),
            Address = new() { Uri = new("mailto:help@example.org"), Display = new("help@example.org", "help@example.org") },
        });

        var card = await ReadAsync((await changed.CreateClient().AskAsync("/v1/channels/email/contact.vcf")).Text);

        Assert.Contains($"FN Госуслуги: {name.Ru}", card);
        Assert.Contains("EMAIL help@example.org", card);
        Assert.Contains("NOTE Первая; вторая\\nтретья. Для граждан и тех, кто за границей.", card);
    }

    /// <summary>Who finds an entry in an address book a year later remembers none of it.</summary>
    [Theory]
    [InlineData("hotline", "Для граждан и организаций.")]
    [InlineData("urgent-phone", "Для граждан. Только для срочных обращений.")]
    [InlineData("legal-tech-support", "Для организаций. Только по темам: «Нет доступа к кабинету организации», «Трудности с электронной подписью».")]
    [InlineData("legal-northwest", "Для организаций. Только для регионов: «Санкт-Петербург», «Ленинградская область».")]
    [InlineData("telegram", "Никто не подтвердил, что это официальный аккаунт: убедитесь в этом, прежде чем писать.")]
    public async Task It_says_for_whom_and_on_what_condition_the_channel_is(string channel, string conditions)
    {
        var note = app.Snapshot.Directory.Channels[channel].Description.Ru;

        Assert.Contains(
            await ReadAsync((await client.AskAsync($"/v1/channels/{channel}/contact.vcf")).Text),
            property => property.StartsWith($"NOTE {note} {conditions}", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_doubt_about_the_address_goes_with_it_even_into_a_code()
    {
        await using var changed = new ContactsApp();
        changed.ChangeChannel("hotline", channel => channel with { Address = channel.Address! with { Verification = SmallCatalog.Marked(VerificationOutcome.Disputed) } });
        using var asking = changed.CreateClient();
        const string Doubt = "The address is in doubt: we called, it is a wrong number.";

        var card = await ReadAsync((await asking.AskAsync("/v1/channels/hotline/contact.vcf", "en")).Text);
        using var request = new HttpRequestMessage(HttpMethod.Get, "/v1/channels/hotline/qr.png?of=vcard") { Headers = { { "Accept-Language", "en" } } };
        using var code = await asking.SendAsync(request, TestContext.Current.CancellationToken);
        var read = await ForeignReader.ReadAsync(
            "read-qr-codes", new[] { Convert.ToBase64String(await code.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken)) });

        Assert.Contains(card, line => line.StartsWith("NOTE ", StringComparison.Ordinal) && line.EndsWith(Doubt, StringComparison.Ordinal));
        Assert.Contains($"NOTE For individuals and organisations. {Doubt}", await ReadAsync(read[0]!["text"].Text()!));
    }

    [Fact]
    public async Task A_channel_without_an_address_has_none()
    {
        var answer = await client.AskAsync("/v1/channels/email/contact.vcf");

        Assert.Equal((HttpStatusCode.NotFound, "address-not-found"), (answer.Status, answer.Body["code"].Text()));
    }

    private static async Task<IReadOnlyList<string>> ReadAsync(string card) =>
    [
        .. (await ForeignReader.ReadAsync("read-vcards", new[] { card }))[0]!.AsArray()
            .Select(property => $"{property!["name"].Text()} {property["value"].Text()}"),
    ];
}
