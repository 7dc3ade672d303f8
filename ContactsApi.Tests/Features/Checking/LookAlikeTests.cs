using ContactsApi.Core.Checking;
using ContactsApi.Features.Asking;
using ContactsApi.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace ContactsApi.Tests.Features.Checking;

/// <summary>What is easily taken for a listed value, and what is not.</summary>
public sealed class LookAlikeTests(ContactsApp app) : IClassFixture<ContactsApp>
{
    [Theory]
    [InlineData("8 800 555-35-34", "+78005553535", "одна цифра другая: 4 вместо 5")]
    [InlineData("8 800 555-35-3", "+78005553535", "не хватает одной цифры: 5")]
    [InlineData("8 800 555-35-355", "+78005553535", "лишняя цифра: 5")]
    [InlineData("8 800 555-53-35", "+78005553535", "две цифры переставлены: 53 вместо 35")]
    [InlineData("+1 800 555-35-35", "+78005553535", "одна цифра другая: 1 вместо 7")]
    [InlineData("https://gosus1ugi.ru/pay", "gosuslugi.ru", "похожие знаки вместо настоящих: «1» (цифра) вместо «l»")]
    [InlineData("gоsuslugi.ru", "gosuslugi.ru", "похожие знаки вместо настоящих: «о» (кириллица) вместо «o»")]
    [InlineData("https://xn--gsuslugi-nbh.ru", "gosuslugi.ru", "похожие знаки вместо настоящих: «о» (кириллица) вместо «o»")]
    [InlineData("gosuslugí.ru", "gosuslugi.ru", "похожие знаки вместо настоящих: «í» (U+00ED) вместо «i»")]
    [InlineData("GOSUSLUGl.RU", "gosuslugi.ru", "похожие знаки вместо настоящих: «l» (латиница) вместо «i»")]
    [InlineData("góśuślugi.ru", "gosuslugi.ru", "похожие знаки вместо настоящих: «ó» (U+00F3) вместо «o»")]
    [InlineData("gosuslug.ru", "gosuslugi.ru", "не хватает одного знака: i")]
    [InlineData("gosulsugi.ru", "gosuslugi.ru", "два знака переставлены: ls вместо sl")]
    [InlineData("gosuslugi.com", "gosuslugi.ru", "имя сайта то же, а окончание другое: gosuslugi.com вместо gosuslugi.ru")]
    [InlineData("госуслуги.рф", "gosuslugi.ru", "то же имя, но другими буквами: госуслуги вместо gosuslugi")]
    [InlineData("https://gosuslugi.ru.login-help.com/", "gosuslugi.ru", "«gosuslugi» здесь лишь часть имени")]
    [InlineData("gosuslugi-help.ru", "gosuslugi.ru", "«gosuslugi» здесь лишь часть имени")]
    [InlineData("lk-gosus1ugi.site", "gosuslugi.ru", "то же имя, но другими буквами: lk-gosus1ugi вместо gosuslugi")]
    [InlineData("https://www.gosuslugi.ru@evil.example/login", "gosuslugi.ru", "адрес ведёт на evil.example; «www.gosuslugi.ru» стоит перед знаком @ и ничего не значит")]
    [InlineData("@Gosuslugi_supp0rt", "@gosuslugi_support (t.me)", "похожие знаки вместо настоящих: «0» (цифра) вместо «o»")]
    [InlineData("t.me/Gosuslugi_support_bot", "@gosuslugi_support (t.me)", "«gosuslugi_support» здесь лишь часть имени")]
    [InlineData("@gosuslugi_help", "gosuslugi.ru", "«gosuslugi» здесь лишь часть имени")]
    [InlineData("support@gosuslugi-mail.ru", "gosuslugi.ru", "«gosuslugi» здесь лишь часть имени")]
    [InlineData("gosuslugi@mail.example", "gosuslugi.ru", "«gosuslugi» здесь лишь часть имени")]
    public void What_is_easily_taken_for_a_listed_value_is_told_with_what_differs(string asked, string listed, string difference)
    {
        var result = Assert.Single(Check(asked));

        Assert.Equal(CheckVerdict.LookAlike, result.Verdict);
        Assert.Equal(listed, result.Listed[0].Value.Text);
        Assert.StartsWith(difference, result.Difference!.Text.Ru, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("+7 916 123-45-67")]
    [InlineData("900")]
    [InlineData("555-35-35")]
    [InlineData("https://example.com/gosuslugi")]
    [InlineData("@support")]
    [InlineData("support@example.com")]
    [InlineData("https://vk.com/durov")]
    public void What_nobody_takes_for_a_listed_value_is_unknown(string asked) =>
        Assert.Equal(CheckVerdict.Unknown, Assert.Single(Check(asked)).Verdict);

    /// <summary>None but the owner of a site gives out names below its own; yet the source names the site alone.</summary>
    [Theory]
    [InlineData("https://esia.gosuslugi.ru/login")]
    [InlineData("no-reply@gosuslugi.ru")]
    [InlineData("info@sub.gosuslugi.ru")]
    public void What_is_of_a_listed_site_is_said_to_be_so_and_no_more(string asked)
    {
        var result = Assert.Single(Check(asked));

        Assert.Equal((CheckVerdict.Unknown, "gosuslugi.ru"), (result.Verdict, result.WithinSite?.Text));
    }

    [Theory]
    [InlineData("Здравствуйте, помогите войти")]
    [InlineData("???")]
    [InlineData("12")]
    [InlineData("WIFI:S:home;T:WPA;P:secret;;")]
    [InlineData("\uD800")]
    [InlineData("https://")]
    [InlineData("@")]
    public void What_holds_nothing_that_can_be_compared_is_read_as_nothing(string asked) => Assert.Empty(Check(asked));

    /// <summary>Whoever sends the true number beside a false link would have the one vouch for the other.</summary>
    [Fact]
    public void Of_several_values_each_is_told()
    {
        var results = Check("Звоните 8 800 555-35-35 или зайдите на gosuslugi-help.ru");

        Assert.Equal([CheckVerdict.Listed, CheckVerdict.LookAlike], results.Select(result => result.Verdict));
    }

    private IReadOnlyList<CheckResult> Check(string text) => app.Services.GetRequiredService<ContactChecks>().Check(text, app.Snapshot);
}
