using System.Net;
using ContactsApi.Core.Channels;
using ContactsApi.Tests.Support;
using static Microsoft.Playwright.Assertions;

namespace ContactsApi.Tests.Features.Pages;

/// <summary>What happened comes first: what one can do alone, then only what helps somebody in that trouble.</summary>
[Collection<Alone>]
public sealed class TroubleTests(ServedApp served) : IClassFixture<ServedApp>
{
    [Theory]
    [InlineData("ru", "Не могу войти", "registration")]
    [InlineData("ru", "Не приходит код", "sms-code")]
    [InlineData("ru", "Вход заблокирован", "account-locked")]
    [InlineData("ru", "Где моё заявление", "application-status")]
    [InlineData("en", "A document is not accepted", "document-upload")]
    public async Task One_press_shows_the_steps_to_take_alone(string language, string trouble, string topic)
    {
        await using var visit = await Visit.BeginAsync(language, width: 390, height: 844);
        await visit.Page.GotoAsync(served.At("/"));

        await visit.Page.GetByText(trouble, new() { Exact = true }).ClickAsync();

        await Expect(visit.Page.Locator("h2").First).ToHaveTextAsync(trouble);
        var steps = served.App.Snapshot.Directory.Topics[topic].Steps;
        await Expect(visit.Page.Locator(".steps li")).ToHaveTextAsync(steps.Select(step => language == "ru" ? step.Text.Ru : step.Text.En));
    }

    [Theory]
    [InlineData("registration")]
    [InlineData("sms-code")]
    [InlineData("account-locked")]
    public async Task Nobody_who_cannot_sign_in_is_sent_behind_a_login(string topic)
    {
        await using var visit = await Visit.BeginAsync();
        foreach (var segment in new[] { "individual", "legal-entity", "abroad" })
        {
            await visit.Page.GotoAsync(served.At($"/?topic={topic}&segment={segment}"));

            var offered = await visit.Page.Locator("h1, .next h3").AllTextContentsAsync();
            Assert.NotEmpty(offered);
            Assert.All(offered, name => Assert.Contains(
                Capability.NoLogin, served.App.Snapshot.Directory.Catalog.Channels.Single(channel => channel.Name.Ru == name).Capabilities.Keys));
            foreach (var door in new[] { "в личном кабинете", "в профиле", "в чат", "приложение «Госуслуги»" })
                await Expect(visit.Page.Locator(".trouble, .best .guidance, .best .way-in")).Not.ToContainTextAsync([door]);
        }
    }

    [Fact]
    public async Task Whatever_else_happened_is_behind_one_more_press()
    {
        await using var visit = await Visit.BeginAsync(scripts: false);
        await visit.Page.GotoAsync(served.At("/"));

        await visit.Page.GetByText("Другое", new() { Exact = true }).ClickAsync();
        await visit.Page.GetByText("Сбой сайта, телефона или формы").ClickAsync();

        Assert.Contains("topic=technical-failure", visit.Page.Url);
        await Expect(visit.Page.Locator(".steps li")).Not.ToHaveCountAsync(0);
    }

    [Theory]
    [InlineData("Europe/Moscow", "Показано на сейчас, по московскому времени.")]
    [InlineData("Asia/Vladivostok", "Показано на сейчас, по времени Vladivostok (Москва +7 ч).")]
    [InlineData("America/St_Johns", "Показано на сейчас, по времени St Johns (Москва −6.5 ч).")]
    public async Task What_was_guessed_is_said_in_words_and_the_rest_stays_folded(string zone, string said)
    {
        await using var visit = await Visit.BeginAsync(zone: zone);
        await visit.Page.GotoAsync(served.At("/"));

        await Expect(visit.Page.Locator("#choices summary")).ToContainTextAsync(said);
        await Expect(visit.Page.Locator("#ask")).ToBeHiddenAsync();
    }

    /// <summary>Everything was tried by night; the hotline promises to answer by about five past ten on a Sunday.</summary>
    [Theory]
    [InlineData("ru", "Вы попробовали всё, что есть", "Ответят примерно до 10:05. Попробуйте тогда ещё раз:", "придите в региональный офис")]
    [InlineData("en", "You have tried all that there is", "An answer is promised by about 10:05. Try once more then:", "go to a regional office")]
    public async Task After_the_last_alternative_it_says_when_to_try_again_and_where_the_office_is(string language, string title, string when, string office)
    {
        var all = string.Concat(served.App.Snapshot.Directory.Channels.Keys.Select(id => $"&exclude={id}"));
        var page = WebUtility.HtmlDecode((await served.App.CreateClient().AskAsync($"/?need=voice&need=human&language={language}{all}", language)).Text);

        Assert.Contains(title, page);
        Assert.Contains(when, page);
        Assert.Contains("tel:+78005553535", page);
        Assert.Contains(office, page);
    }
}
