using ContactsApi.Core.Hours;
using ContactsApi.Storage;
using ContactsApi.Tests.Support;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace ContactsApi.Tests.Features.Desk;

/// <summary>The pictures of <c>docs/desk.md</c> can be made. They are put into <c>docs/images</c> with <c>CONTACTS_TEST_PICTURES=1</c>.</summary>
[Collection<Alone>]
public sealed class DeskScreenshots
{
    private static readonly (string Name, string Uri, int Width, int Height)[] Pictures =
    [
        ("desk-outage", "/desk/outages/new/hotline", 390, 900),
        ("desk-dispute", "/desk/disputes/hotline", 1100, 1000),
        ("desk-phone", "/desk", 390, 900),
    ];

    [Fact]
    public async Task The_pictures_are_taken()
    {
        using var app = new ServedApp();
        app.App.Time.SetUtcNow(Domain.At("2026-11-22 03:10").ToDateTimeOffset());
        await using var visit = await Visit.BeginAsync();
        await visit.Page.GotoAsync(app.At("/desk"));
        await visit.Page.Locator("#key").FillAsync(app.App.Services.GetRequiredService<ContactsApi.Hosting.Access.ApiKeys>().Create("Анна", Scope.Steward, null, new Origin("a test")).Text);
        await visit.Page.Keyboard.PressAsync("Enter");
        await Expect(visit.Page.Locator("h1")).ToHaveTextAsync("Сейчас");

        foreach (var (name, uri, width, height) in Pictures)
        {
            if (name == "desk-phone")
                app.App.Change(catalog => catalog with { Incidents = [new Incident("chat", "portal-chat", Domain.At("2026-11-22 02:40"), null, new("Сбой на портале.", "The portal has a failure."))] });
            await visit.Page.SetViewportSizeAsync(width, height);
            await visit.Page.GotoAsync(app.At(uri), new() { WaitUntil = WaitUntilState.Load });
            var picture = await visit.Page.ScreenshotAsync();

            Assert.Equal("PNG", System.Text.Encoding.ASCII.GetString(picture, 1, 3));
            if (Environment.GetEnvironmentVariable("CONTACTS_TEST_PICTURES") == "1")
                await File.WriteAllBytesAsync(Path.Combine(Repository.Root, "docs", "images", $"{name}.png"), picture, TestContext.Current.CancellationToken);
        }
    }
}
