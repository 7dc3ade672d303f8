using System.Diagnostics;
using System.Text.RegularExpressions;
using ContactsApi.Core.Catalogs;
using ContactsApi.Core.Corrections;
using ContactsApi.Features.Webhooks;
using ContactsApi.Storage;
using ContactsApi.Tests.Support;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using NodaTime;
using static Microsoft.Playwright.Assertions;

namespace ContactsApi.Tests.Features.Desk;

/// <summary>The desk in a browser: on a phone and wide, with scripts and without.</summary>
[Collection<Alone>]
public sealed class DeskBrowserTests : IDisposable
{
    private static readonly string[] Views =
    [
        "/desk", "/desk/outages/new/hotline", "/desk/outages/hotline-2026-11-22", "/desk/corrections", "/desk/disputes", "/desk/disputes/hotline", "/desk/channels",
        "/desk/channels/hotline", "/desk/hours", "/desk/hours/new/hotline", "/desk/hours/every-new-year", "/desk/hours/every-new-year/remove", "/desk/offices", "/desk/offices/new",
        "/desk/offices/csv", "/desk/office/east", "/desk/office/east/remove", "/desk/history", "/desk/history/2", "/desk/keys", "/desk/audit", "/desk/hours/nothing-there",
        "/desk/disputes/hotline/answers", "/desk/organization", "/desk/webhooks",
    ];

    /// <summary>What is no view: a line of text, asked for by a script.</summary>
    private const string PhoneCheck = "/desk/phone";

    private readonly ServedApp served = new();

    /// <summary>Two taps, signing in aside. How long it takes from opening the page to the changed answer, <c>-showLiveOutput</c> tells.</summary>
    [Theory]
    [InlineData(390, false)]
    [InlineData(1280, true)]
    public async Task An_outage_is_announced_in_a_few_taps_and_ended_in_one(int width, bool scripts)
    {
        await using var visit = await Visit.BeginAsync(width: width, height: 844, scripts: scripts);
        var key = served.App.KeyOf(Scope.Steward).Text;
        var began = Stopwatch.GetTimestamp();

        await visit.Page.GotoAsync(served.At("/desk"));
        await visit.Page.Locator("#key").FillAsync(key);
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Войти" }).ClickAsync();
        await visit.Page.GetByRole(AriaRole.Link, new() { Name = "Горячая линия" }).First.ClickAsync();
        await Expect(visit.Page.Locator("#closes")).ToContainTextAsync("Голосовой помощник");
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Не отвечают, причину выясняем." }).ClickAsync();
        await Expect(visit.Page.Locator(".running")).ToContainTextAsync("Не работает:");
        var answer = await served.App.CreateClient().ReadAsync("/v1/channels/hotline/availability?segment=individual");

        Assert.Equal("incident", answer["cause"].Text());
        TestContext.Current.TestOutputHelper!.WriteLine($"{width} px, scripts {scripts}: from opening the page to the changed answer {Stopwatch.GetElapsedTime(began).TotalSeconds:0.0} s");
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Снова работает" }).ClickAsync();
        await Expect(visit.Page.Locator(".running")).ToHaveCountAsync(0);
        Assert.Empty(visit.Complaints);
    }

    /// <summary>What a steward does by day, one after the other: each time what would change is seen first, and holds at once.</summary>
    [Theory]
    [InlineData(390, false)]
    [InlineData(1280, true)]
    public async Task Every_task_of_the_day_is_done(int width, bool scripts)
    {
        var correction = Receive("faq", "Ответы на вопросы");
        await using var visit = await Visit.BeginAsync(width: width, height: 844, scripts: scripts);
        var page = visit.Page;
        await page.GotoAsync(served.At("/desk"));
        await SignInAsync(visit, Scope.Admin);

        // A dispute.
        await page.GotoAsync(served.At("/desk/disputes"));
        await page.GetByRole(AriaRole.Link, new() { Name = "Горячая линия", Exact = true }).First.ClickAsync();
        await page.Locator("input[value='hours-3.1']").CheckAsync();
        await SaveAsync(page, "спорно → закрыто");
        Assert.Equal("closed", (await served.App.CreateClient().ReadAsync("/v1/channels/hotline/availability?segment=individual"))["state"].Text());

        // New Year's hours, from now on every year.
        await page.GotoAsync(served.At("/desk/hours"));
        await page.Locator(".tiles").GetByRole(AriaRole.Link, new() { Name = "Чат на портале" }).ClickAsync();
        await SetHoursAsync(page);
        await Expect(page.Locator("#preview")).ToContainTextAsync("за 14 дней с 31 декабря 2026 года");
        await SaveAsync(page, "открыто → закрыто");
        await Expect(page.Locator("main")).ToContainTextAsync("каждый год 31 декабря – 2 января");
        Assert.Equal(new AnnualDate(1, 2), Assert.Single(Catalog.Overrides).YearlyTo);

        // A number.
        await page.GotoAsync(served.At("/desk/channels"));
        await page.GetByRole(AriaRole.Link, new() { Name = "WhatsApp" }).ClickAsync();
        await page.GetByLabel("Телефон с кодом").FillAsync("8 (800) 555-35-35");
        if (scripts)
            await Expect(page.Locator("#phone-check")).ToContainTextAsync("Горячая линия");
        await SaveAsync(page, "+78005553535");
        Assert.Equal("+78005553535", served.App.Snapshot.Directory.Channels["whatsapp"].Address!.Phone);

        // Offices from a table: first one that has a fault.
        await page.GotoAsync(served.At("/desk/offices"));
        await page.GetByRole(AriaRole.Link, new() { Name = "Из таблицы" }).ClickAsync();
        await TakeTableAsync(page, "RU-ZZZ");
        await Expect(page.Locator(".fault")).ToContainTextAsync("Строка 2");
        await page.Locator("textarea[name=csv]").FillAsync("");
        await TakeTableAsync(page, "RU-PRI");
        await SaveAsync(page, "offices / east", isShown: true);
        Assert.Equal("RU-PRI", Assert.Single(Catalog.Offices).Region);

        // A correction, with the edit that mends it.
        await page.GotoAsync(served.At("/desk/corrections"));
        await page.Locator($"a[href*='{correction}']").First.ClickAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Исправить и принять" }).ClickAsync();
        await page.GetByLabel("Название по-русски").FillAsync("Ответы на вопросы");
        await SaveAsync(page, "name.ru", "Сохранить и принять поправку");
        await Expect(page.Locator("main")).ToContainTextAsync("Принята: исправлено ревизией 6.");

        // One change is taken back: the others stay.
        await page.GotoAsync(served.At("/desk/history"));
        await page.Locator(".revisions li a").Nth(2).ClickAsync();
        await SaveAsync(page, "+78005553535", "Взять обратно");
        Assert.Equal((null, "Ответы на вопросы"), (served.App.Snapshot.Directory.Channels["whatsapp"].Address, served.App.Snapshot.Directory.Channels["faq"].Name.Ru));

        // A key is made, shown once, and revoked.
        await page.GotoAsync(served.At("/desk/keys"));
        await page.GetByLabel("Чей").FillAsync("Борис");
        await page.GetByRole(AriaRole.Button, new() { Name = "Создать" }).ClickAsync();
        await Expect(page.Locator("#issued")).ToContainTextAsync("cak_");
        await page.GotoAsync(served.At("/desk/keys"));
        await Expect(page.Locator("#issued")).ToHaveCountAsync(0);
        var row = page.Locator("tr", new() { HasText = "Борис" });
        await row.GetByRole(AriaRole.Button, new() { Name = "Отозвать" }).ClickAsync();
        await Expect(row).ToContainTextAsync("отозван");
        Assert.All(visit.Complaints, complaint => Assert.Contains("status of 422", complaint, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Axe_finds_nothing_in_any_view_and_nothing_is_wider_than_a_phone()
    {
        served.App.Change(catalog => catalog with
        {
            Incidents = [new("hotline-2026-11-22", "hotline", Domain.At("2026-11-22 01:00"), null, new("Сбой.", "[in Russian] Сбой."))],
            Overrides = [new("every-new-year", "hotline", null, null, [], Domain.Reason) { Yearly = new(12, 31), YearlyTo = new(1, 2) }],
            Offices = [SmallCatalog.Office("east") with { Hours = [] }],
        });
        served.App.Services.GetRequiredService<HeldWebhooks>().Create("https://example.org/hooks", ["channel.changed"], null, served.App.KeyOf(Scope.Read).Key, new("a tester"));
        string[] views = [.. Views, $"/desk/corrections/{Receive("faq", "Ответы")}"];
        Assert.All(RoutesOfViews(), route => Assert.Contains(views.Append("/desk/sign-in"), view => Regex.IsMatch(view, route)));
        // Half of them and half of them at once, as it is the browser that is busy.
        await Task.WhenAll(views.Chunk((views.Length + 1) / 2).Select(LookAtAsync));
    }

    private async Task LookAtAsync(string[] views)
    {
        await using var visit = await Visit.BeginAsync(width: 390, height: 844);
        await visit.Page.GotoAsync(served.At("/desk/sign-in"));
        await Axe.FindsNothingAsync(visit, "/desk/sign-in");
        await SignInAsync(visit, Scope.Admin);
        foreach (var view in views)
        {
            await visit.Page.GotoAsync(served.At(view));
            await visit.Page.EvaluateAsync("document.querySelectorAll('details').forEach(details => details.open = true)");
            await Axe.FindsNothingAsync(visit, view);
            Assert.Equal((view, 390), (view, await visit.Page.EvaluateAsync<int>("document.documentElement.scrollWidth")));
        }

        // What is not there the browser tells by its status.
        Assert.All(visit.Complaints, complaint => Assert.Contains("status of 404", complaint));
        Assert.Equal([new Uri(served.At("/")).Authority], visit.Hosts);
    }

    [Fact]
    public async Task Axe_finds_nothing_in_a_fault_a_preview_and_by_night()
    {
        await using var visit = await Visit.BeginAsync(width: 390, height: 844);
        await visit.Page.GotoAsync(served.At("/desk"));
        await SignInAsync(visit, Scope.Admin);

        await visit.Page.GotoAsync(served.At("/desk/hours/new/portal-chat"));
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = ShowFirst }).ClickAsync();
        await Expect(visit.Page.Locator(".fault")).ToHaveCountAsync(1);
        await Axe.FindsNothingAsync(visit, "a fault");
        await SetHoursAsync(visit.Page);
        await Expect(visit.Page.Locator("#preview")).ToBeVisibleAsync();
        await Axe.FindsNothingAsync(visit, "a preview");
        Assert.Equal(390, await visit.Page.EvaluateAsync<int>("document.documentElement.scrollWidth"));

        await visit.Page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Dark });
        foreach (var view in new[] { "/desk", "/desk/disputes/hotline" })
        {
            await visit.Page.GotoAsync(served.At(view));
            await Axe.FindsNothingAsync(visit, view, "color-contrast");
        }

        // What cannot be written the browser tells by its status.
        Assert.All(visit.Complaints, complaint => Assert.Contains("status of 422", complaint));
        Assert.Equal([new Uri(served.At("/")).Authority], visit.Hosts);
    }

    [Fact]
    public async Task Another_site_can_neither_send_a_form_nor_frame_a_page()
    {
        await using var visit = await Visit.BeginAsync();
        await visit.Page.GotoAsync(served.At("/desk"));
        await SignInAsync(visit, Scope.Steward);
        // Another host than the service's: to browsers that is another site.
        await using var site = await ForeignSite.StartAsync(
            $"""<form method="post" action="{served.At("/desk/outages/new/hotline")}"><input name="prepared" value="carrier"><button>Win</button></form><iframe src="{served.At("/desk")}" title="desk"></iframe>""",
            "default-src * 'unsafe-inline'; frame-src *; form-action *");
        var address = site.Address.Replace("127.0.0.1", "localhost", StringComparison.Ordinal);
        await visit.Page.GotoAsync(address);
        Assert.DoesNotContain("Сейчас", await FrameTextAsync(visit));

        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Win" }).ClickAsync();

        await Expect(visit.Page.Locator("main")).ToContainTextAsync("Вход для редакторов");
        Assert.Empty(served.App.Snapshot.Directory.Catalog.Incidents);
    }

    [Fact]
    public async Task A_draft_outlives_the_session()
    {
        await using var visit = await Visit.BeginAsync();
        await visit.Page.GotoAsync(served.At("/desk"));
        await SignInAsync(visit, Scope.Steward);
        await visit.Page.GotoAsync(served.At("/desk/channels/faq"));
        await visit.Page.GetByLabel("Название по-русски").FillAsync("Ответы");
        served.App.Time.Advance(TimeSpan.FromHours(12));
        await visit.Page.Locator("#edit button").First.ClickAsync();
        await SignInAsync(visit, Scope.Steward);

        await visit.Page.GotoAsync(served.At("/desk/channels/faq"));

        await Expect(visit.Page.GetByLabel("Название по-русски")).ToHaveValueAsync("Ответы");
    }

    public void Dispose() => served.Dispose();

    private const string ShowFirst = "Показать, что изменится";

    private Catalog Catalog => served.App.Snapshot.Directory.Catalog;

    /// <summary>Fills the form of special hours in and has shown what would change.</summary>
    private static async Task SetHoursAsync(IPage page)
    {
        await page.GetByLabel("С какого дня").FillAsync("2026-12-31");
        await page.GetByLabel("По какой день").FillAsync("2027-01-02");
        await page.GetByLabel("каждый год").CheckAsync();
        await page.GetByLabel("Почему, по-русски").FillAsync("Новый год");
        await page.GetByRole(AriaRole.Button, new() { Name = ShowFirst }).ClickAsync();
    }

    private static async Task TakeTableAsync(IPage page, string region)
    {
        var table = $"id,region,name.ru,name.en,address.postal.ru,address.postal.en\neast,{region},Офис,Office,\"690000, Владивосток, ул. Светланская, 1\",\"1 Svetlanskaya, Vladivostok\"\n";
        await page.Locator("#f-file").SetInputFilesAsync(new FilePayload { Name = "offices.csv", MimeType = "text/csv", Buffer = System.Text.Encoding.UTF8.GetBytes(table) });
        await page.GetByRole(AriaRole.Button, new() { Name = ShowFirst }).ClickAsync();
    }

    /// <summary>Has shown what would change, unless it is, and saves it.</summary>
    private static async Task SaveAsync(IPage page, string shown, string button = "Сохранить", bool isShown = false)
    {
        if (!isShown && await page.Locator("#preview").CountAsync() == 0)
            await page.GetByRole(AriaRole.Button, new() { Name = ShowFirst }).ClickAsync();
        await Expect(page.Locator("#preview")).ToContainTextAsync(shown);
        await page.GetByRole(AriaRole.Button, new() { Name = button, Exact = true }).ClickAsync();
        await Expect(page.Locator(".saved")).ToBeVisibleAsync();
    }

    /// <summary>Somebody reports that a channel has another name.</summary>
    private string Receive(string channel, string name) => served.App.Services.GetRequiredService<CorrectionStore>().Receive(
        new(channel, CorrectionElement.Name, null, "Так написано на портале", name), served.App.Snapshot.CreatedAt, new Origin("anonymous"))!.Correction.Number;

    /// <summary>The addresses of views, as patterns.</summary>
    private IEnumerable<string> RoutesOfViews() => served.App.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
        .Where(endpoint => endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods.Contains("GET") == true)
        .Select(endpoint => $"/{endpoint.RoutePattern.RawText!.Trim('/')}")
        .Where(route => route.StartsWith("/desk", StringComparison.Ordinal) && route != PhoneCheck)
        .Select(route => $"^{Regex.Replace(route, "{[^}]+}", "[^/]+")}$");

    private async Task SignInAsync(Visit visit, Scope scope)
    {
        await visit.Page.Locator("#key").FillAsync(served.App.KeyOf(scope).Text);
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Войти" }).ClickAsync();
        await Expect(visit.Page.Locator("h1")).ToHaveTextAsync("Сейчас");
    }

    private static async Task<string> FrameTextAsync(Visit visit)
    {
        try
        {
            return await visit.Page.Frames[1].EvaluateAsync<string>("document.body?.innerText ?? ''");
        }
        catch (PlaywrightException)
        {
            return "";
        }
    }
}
