using ContactsApi.Core;
using ContactsApi.Core.Catalogs;
using ContactsApi.Core.Channels;
using ContactsApi.Storage;
using ContactsApi.Tests.Support;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using NodaTime.Extensions;

namespace ContactsApi.Tests.Storage;

/// <summary>
/// A store that holds what is no longer taken up: addresses that may be no link, and texts that are not legible. The service starts on
/// it, answers, shows no such link anywhere, lets nothing break a line of any format, and says what is to be mended.
/// </summary>
public sealed class UnfitContentTests : IDisposable
{
    private const string Injected = "\r\nX-INJECTED:1\rX-INJECTED:2\nX-INJECTED:3\u2028X-INJECTED:4\u0085X-INJECTED:5\0\u202E";

    private readonly Journal journal = new();
    private readonly ContactsApp app;

    public UnfitContentTests() => app = new()
    {
        Settings = new Dictionary<string, string> { ["Telegram:Secret"] = AllAnswers.TelegramSecret },
        Replace = services => services.AddSingleton<ILoggerProvider>(journal),
    };

    public static TheoryData<string> Addresses =>
    [
        "javascript:alert('unsafe')", "data:text/html,unsafe", "app:unsafe", "", "/unsafe", "https://unsafe.example/\r\nX-INJECTED:1",
        "mailto:unsafe%0D%0AX-INJECTED:1@example.org", "mailto:unsafe\r\nX-INJECTED:1@example.org", $"https://unsafe.example/{new string('a', 3000)}",
    ];

    [Theory]
    [MemberData(nameof(Addresses))]
    public async Task An_address_that_may_be_no_link_is_one_nowhere(string address)
    {
        Hold(SmallCatalog.Of(Chat with { Address = At(address) }, Office) with
        {
            Offices = [SmallCatalog.Office("o") with { Address = new(new("а", "a")) { Uri = new(address, UriKind.RelativeOrAbsolute) } }],
        });

        foreach (var (request, answer) in await AllAnswers.OfAsync(app, "ru", "en"))
        {
            Assert.True((int)answer.Status < 500, $"{answer.Status} {request}");
            // The history tells what was written, as a text.
            if (!request.Contains("/v1/revisions/", StringComparison.Ordinal))
                Assert.DoesNotContain("unsafe", answer.Text);
            AssertNoLineInjected(request, answer.Text);
        }

        using var client = app.CreateClient();
        var shown = (await client.ReadAsync("/v1/best-channel?segment=individual"))["best"]!["address"]!;
        Assert.Equal((null, "a chat"), (shown["uri"], shown["display"].Text()));
    }

    [Fact]
    public async Task A_text_that_is_not_legible_breaks_no_line_of_any_format()
    {
        var bad = new LocalizedText($"а{Injected}", $"a{Injected}");
        Hold(SmallCatalog.Of(
            Chat with { Name = bad, Description = bad, Cost = new(bad, "1.1"), Address = At("https://example.org") with { Display = bad } },
            SmallCatalog.Channel("line") with { Name = bad, Description = bad },
            Office with { Name = bad }) with
        {
            Offices = [SmallCatalog.Office("o") with { Name = bad, Address = new(bad) }],
        });

        foreach (var (request, answer) in await AllAnswers.OfAsync(app, "ru", "en"))
        {
            Assert.True((int)answer.Status < 500, $"{answer.Status} {request}");
            AssertNoLineInjected(request, answer.Text);
        }
    }

    [Fact]
    public async Task It_is_found_and_logged_with_its_place()
    {
        Hold(Domain.Shipped with
        {
            Channels = [Domain.Shipped.Channels[0] with { Address = At("app:unsafe"), Name = new("а", "a\0") }, .. Domain.Shipped.Channels.Skip(1)],
            Topics = [Domain.Shipped.Topics[0] with { Name = new("а\u202E", "a") }, .. Domain.Shipped.Topics.Skip(1)],
        });
        using var client = app.CreateClient();

        var findings = (await client.ReadAsync("/v1/quality?code=content-unfit"))["findings"]!.AsArray();

        Assert.Equal(
            [
                "-: This is not fit to be shown to people: topics[0].name.ru: character 2, U+202E, does not fit: it changes the direction of writing.",
                "hotline: This is not fit to be shown to people: channels[hotline].name.en: character 2, U+0000, does not fit: it is a control character.",
                "hotline: This is not fit to be shown to people: channels[hotline].address.uri: a full address is needed that begins with one of: "
                    + $"{string.Join(", ", SafeLink.Schemes.Select(scheme => $"{scheme}:"))}.",
            ],
            findings.Select(finding => $"{finding!["channelId"].Text() ?? "-"}: {finding["text"].Text()}"));
        var line = Assert.Single(journal.Lines, line => line.Contains("Revision"));
        Assert.StartsWith("Warning Revision 2 holds 3 texts or addresses that are not fit to be shown; the first is $.topics[0].name.ru: character 2, U+202E", line);
    }

    /// <summary>Whoever has an outage to announce does not have to mend an address first.</summary>
    [Fact]
    public async Task Nothing_but_what_is_unfit_itself_is_kept_from_being_changed()
    {
        Hold(Domain.Shipped with { Channels = [Domain.Shipped.Channels[0] with { Name = new("а", "a\0") }, .. Domain.Shipped.Channels.Skip(1)] });
        using var steward = app.CreateClientWith(Scope.Steward);

        Assert.Equal(201, (int)(await steward.WriteAsync("POST", "/v1/admin/incidents", """{ "channelId": "hotline", "reason": { "ru": "Сбой", "en": "An outage" } }""")).Status);
        Assert.Equal(200, (int)(await steward.PatchAsync("/v1/admin/channels/portal-chat", """{ "name": { "en": "A chat" } }""")).Status);
        Assert.Equal(200, (int)(await steward.PatchAsync("/v1/admin/channels/hotline/hours/hours-3.1", """{ "rank": "preferred" }""")).Status);
        var refused = await steward.PatchAsync("/v1/admin/channels/hotline", """{ "name": { "ru": "Линия" } }""");
        Assert.Equal((422, "name.en"), ((int)refused.Status, Assert.Single(refused.Blamed)));
        Assert.Equal(200, (int)(await steward.PatchAsync("/v1/admin/channels/hotline", """{ "name": { "en": "A line" } }""")).Status);
        Assert.Empty((await steward.ReadAsync("/v1/quality?code=content-unfit"))["findings"]!.AsArray());
    }

    public void Dispose() => app.Dispose();

    private static Channel Chat { get; } = SmallCatalog.Channel("chat", 1) with { Kind = ChannelKind.Chat };

    private static Channel Office { get; } = SmallCatalog.Channel("office") with { Kind = ChannelKind.Office, Mode = Mode.InPerson, Address = null };

    private static ChannelAddress At(string address) => new() { Uri = new(address, UriKind.RelativeOrAbsolute), Display = new("чат", "a chat") };

    /// <summary>Puts it into the store past all rules, as an earlier version did, before the service starts.</summary>
    private void Hold(Catalog catalog)
    {
        FilledStore.CopyTo(app.StorePath);
        InstantHandler.Register();
        var store = new RevisionStore(new ContactsApi.Storage.Sqlite.SqliteDatabase(Microsoft.Extensions.Options.Options.Create(new StoreOptions { Path = app.StorePath })));
        store.Append(catalog, 1, app.Time.GetUtcNow().ToInstant(), new("an earlier version"), "A change");
    }

    /// <summary>Of what consists of lines that each mean something: to some readers other characters than CR and LF end one.</summary>
    private static void AssertNoLineInjected(string request, string text)
    {
        if (((string[])[".ics", ".vcf", "text/plain"]).Any(request.Contains))
            Assert.DoesNotMatch(@"[\0\r\n\f\u2028\u0085]X-INJECTED", text);
    }
}
