using Microsoft.Playwright;

namespace ContactsApi.Tests.Support;

/// <summary>Somebody who looks at a page in a browser of their own.</summary>
public sealed class Visit : IAsyncDisposable
{
    private readonly List<string> complaints = [];

    private Visit(IPage page) => Page = page;

    public IPage Page { get; }

    /// <summary>What the browser had to complain about: failed scripts, refused styles, blocked requests.</summary>
    public IReadOnlyList<string> Complaints => complaints;

    /// <summary>The hosts that were asked for anything.</summary>
    public HashSet<string> Hosts { get; } = [];

    /// <param name="zone">The zone of the visitor's clocks.</param>
    public static async Task<Visit> BeginAsync(
        string language = "ru", string zone = "Europe/Moscow", int width = 1280, int height = 900, bool scripts = true, bool dark = false)
    {
        var browser = await Browser.SharedAsync();
        var context = await browser.NewContextAsync(new()
        {
            Locale = language,
            TimezoneId = zone,
            ViewportSize = new() { Width = width, Height = height },
            JavaScriptEnabled = scripts,
            ColorScheme = dark ? ColorScheme.Dark : ColorScheme.Light,
        });
        var visit = new Visit(await context.NewPageAsync());
        visit.Page.SetDefaultTimeout(Browser.Patience);
        visit.Page.Console += (_, message) =>
        {
            if (message.Type == "error")
                visit.complaints.Add(message.Text);
        };
        visit.Page.PageError += (_, error) => visit.complaints.Add(error);
        visit.Page.Request += (_, request) => visit.Hosts.Add(new Uri(request.Url).Authority);
        return visit;
    }

    public async ValueTask DisposeAsync() => await Page.Context.CloseAsync();
}
