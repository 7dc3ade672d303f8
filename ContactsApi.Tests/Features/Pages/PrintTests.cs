using System.Text;
using System.Text.RegularExpressions;
using ContactsApi.Tests.Support;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace ContactsApi.Tests.Features.Pages;

/// <summary>What comes out of a printer: black on white, on a sheet of A4 within its margins.</summary>
[Collection<Alone>]
public sealed class PrintTests(ServedApp served) : IClassFixture<ServedApp>
{
    // A4 without the margins that the style sheet sets, in CSS pixels.
    private const int Width = 658;

    [Theory]
    [InlineData("/?need=voice")]
    [InlineData("/?segment=abroad&language=en")]
    [InlineData("/?exclude=portal-chat&exclude=mobile-app&exclude=hotline&exclude=chat-bot")]
    public async Task A_printed_page_has_no_box_of_ink_and_its_number_can_be_read(string uri)
    {
        await using var visit = await PrintAsync(uri);

        Assert.Empty(await visit.Page.EvaluateAsync<string[]>(
            """
            [...document.querySelectorAll('main *')].filter(one => one.offsetParent !== null).filter(one => {
              const { backgroundColor } = getComputedStyle(one);
              const [red, green, blue, alpha = 1] = backgroundColor.match(/[\d.]+/g).map(Number);
              return alpha > 0 && red + green + blue < 3 * 200 && one.textContent.trim() && one.offsetHeight > 20;
            }).map(one => one.outerHTML)
            """));
        Assert.Equal(Width, await visit.Page.EvaluateAsync<int>("document.documentElement.scrollWidth"));
    }

    [Theory]
    [InlineData("individual", "ru", "Поддержка Госуслуг Горячая линия 8 800 555-35-35 Наверняка отвечают по рабочим дням 08:00–20:00, по субботам 09:00–18:00, по воскресеньям и праздникам 10:00–16:00 (время московское) Сведения на 22 ноября 2026 года")]
    [InlineData("individual", "en", "Gosuslugi support Hotline 8 800 555-35-35 Certain to answer on working days 08:00–20:00, on Saturdays 09:00–18:00, on Sundays and holidays 10:00–16:00 (Moscow time) As known on 22 November 2026")]
    [InlineData("legal-entity", "ru", "Поддержка Госуслуг Горячая линия 8 800 555-35-35 Наверняка отвечают круглосуточно Сведения на 22 ноября 2026 года")]
    [InlineData("abroad", "en", "Gosuslugi support Main number from abroad +7 495 777-77-77 Certain to answer round the clock As known on 22 November 2026")]
    public async Task A_poster_has_the_number_the_hours_that_are_certain_a_code_and_a_date_and_nothing_else(string segment, string language, string text)
    {
        await using var visit = await PrintAsync($"/poster?segment={segment}&language={language}");

        Assert.Equal(text, await visit.Page.EvaluateAsync<string>("document.body.innerText.trim().replace(/\\s+/g, ' ')"));
        await Expect(visit.Page.Locator("img:visible")).ToHaveCountAsync(1);
        foreach (var part in new[] { ".number", "h1", "img" })
        {
            var box = (await visit.Page.Locator($".poster {part}").BoundingBoxAsync())!;
            Assert.InRange(box.X + box.Width / 2, Width / 2f - 1, Width / 2f + 1);
            Assert.InRange(box.X, 0, Width);
        }

        var number = await visit.Page.EvaluateAsync<float>(
            "(() => { const range = document.createRange(); range.selectNodeContents(document.querySelector('.number a')); const box = range.getBoundingClientRect(); return (box.left + box.right) / 2; })()");
        Assert.InRange(number, Width / 2f - 1, Width / 2f + 1);
    }

    /// <summary>With the longest list of holidays, and with the most that is not known.</summary>
    [Theory]
    [InlineData("/calendar?year=2026")]
    [InlineData("/calendar?year=2020&region=RU-KL")]
    [InlineData("/calendar?year=2027&region=RU-KL&language=en")]
    [InlineData("/calendar?year=2027&region=RU-CR&week=six-day")]
    public async Task A_year_fits_on_one_sheet(string uri)
    {
        await using var visit = await PrintAsync(uri);

        var pdf = Encoding.Latin1.GetString(await visit.Page.PdfAsync(new() { Format = "A4", PreferCSSPageSize = true }));

        Assert.Single(Regex.Matches(pdf, @"/Type\s*/Page\b"));
    }

    private async Task<Visit> PrintAsync(string uri)
    {
        var visit = await Visit.BeginAsync(width: Width, height: 980);
        await visit.Page.GotoAsync(served.At(uri));
        await visit.Page.EmulateMediaAsync(new() { Media = Media.Print });
        return visit;
    }
}
