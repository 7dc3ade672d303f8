using System.Net;
using ContactsApi.Core.Corrections;
using ContactsApi.Storage;
using ContactsApi.Tests.Support;
using Microsoft.Extensions.DependencyInjection;
using static Microsoft.Playwright.Assertions;

namespace ContactsApi.Tests.Features.Pages;

/// <summary>Who finds a mistake says so without knowing of any API, even without scripts, and sees later what became of it.</summary>
[Collection<Alone>]
public sealed class CorrectionPagesTests(ServedApp served) : IClassFixture<ServedApp>
{
    [Fact]
    public async Task A_mistake_is_reported_from_the_card_and_looked_up_by_its_number()
    {
        await using var visit = await Visit.BeginAsync(scripts: false, width: 390, height: 844);
        await visit.Page.GotoAsync(served.At("/?need=voice"));
        await visit.Page.GetByText("Нашли ошибку?").ClickAsync();
        await Expect(visit.Page.Locator("#channel")).ToHaveValueAsync("hotline");

        await visit.Page.GetByLabel("Что неверно").SelectOptionAsync("hours");
        await visit.Page.GetByLabel("Откуда вы это знаете").FillAsync("Ночью там не отвечают");
        await visit.Page.GetByRole(Microsoft.Playwright.AriaRole.Button).ClickAsync();

        await Expect(visit.Page.Locator("main")).ToContainTextAsync("Получено, ещё не проверено.");
        var number = await visit.Page.Locator("main strong").TextContentAsync();
        Assert.EndsWith($"/correction/{number}", new Uri(visit.Page.Url).AbsolutePath);
        var kept = served.App.Services.GetRequiredService<CorrectionStore>().Find(number!)!;
        Assert.Equal(new Report("hotline", CorrectionElement.Hours, null, "Ночью там не отвечают", null), kept.Report);
    }

    [Theory]
    [InlineData("because=%D0%9C%D0%BE%D0%B9+%D0%BD%D0%BE%D0%BC%D0%B5%D1%80+%2B79161234567&shouldBe=x", "fault-because")]
    [InlineData("because=...", "fault-because")]
    [InlineData("because=They+told+me&shouldBe=%0A", "fault-shouldBe")]
    [InlineData("because=They+told+me&element=colour", "<code>element</code>")]
    [InlineData("because=They+told+me&nonsense=1", "<code>nonsense</code>")]
    [InlineData("", "fault-because")]
    public async Task What_cannot_be_taken_is_said_beside_its_field_and_nothing_written_is_lost(string fields, string told)
    {
        var given = fields.Contains("element", StringComparison.Ordinal) ? fields : $"element=hours&{fields}";
        var (status, page) = await PostAsync($"channelId=faq&{given}");

        Assert.Equal(HttpStatusCode.BadRequest, status);
        Assert.Contains(told, page);
        Assert.Contains("<option value=\"faq\" selected>", page);
        if (fields.Contains("They", StringComparison.Ordinal))
            Assert.Contains("value=\"They told me\"", page);
    }

    [Fact]
    public async Task What_was_written_is_never_taken_for_markup() =>
        Assert.DoesNotContain("<script>", (await PostAsync("channelId=faq&because=%22%3E%3Cscript%3Ealert(1)%3C/script%3E&element=zz")).Page);

    [Fact]
    public async Task A_number_that_nobody_was_given_is_said_to_be_none()
    {
        var answer = await served.App.CreateClient().AskAsync("/correction/AAAA-AAAA-AAAA", "en");

        Assert.Equal(HttpStatusCode.NotFound, answer.Status);
        Assert.Contains("There is no report of that number", answer.Text);
    }

    private async Task<(HttpStatusCode Status, string Page)> PostAsync(string form)
    {
        using var client = served.App.CreateClient();
        using var content = new StringContent(form, System.Text.Encoding.UTF8, "application/x-www-form-urlencoded");
        using var response = await client.PostAsync("/correction?language=en", content, TestContext.Current.CancellationToken);
        return (response.StatusCode, await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }
}
