using ContactsApi.Core.Checking;
using ContactsApi.Features.Asking;
using ContactsApi.Features.Wording;
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
    [InlineData("+7 (800) 555-35-355", "+78005553535", "лишняя цифра: 5")]
    [InlineData("Вам звонили с 8 800 555-35-3, кто это?", "+78005553535", "не хватает одной цифры: 5")]
    [InlineData("звоните 8 8ОО 555-З5-З4 срочно", "+78005553535", "одна цифра другая: 4 вместо 5")] // Cyrillic О and З
    [InlineData("call +8 800 555 35 35 now", "+78005553535", "одна цифра другая: 8 вместо 7")]
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
    [InlineData("https://gosuslugi.ru%40evil.example", "gosuslugi.ru", "адрес ведёт на evil.example; «gosuslugi.ru» стоит перед знаком @ и ничего не значит")]
    [InlineData("https://gosuslugi.ru%2F@evil.example", "gosuslugi.ru", "адрес ведёт на evil.example; «gosuslugi.ru/» стоит перед знаком @ и ничего не значит")]
    [InlineData("https://evil.example/www.gosuslugi.ru/login", "gosuslugi.ru", "адрес ведёт на evil.example; «gosuslugi.ru» стоит за именем сайта и ничего не значит")]
    [InlineData("https://[2001:db8::1]/gosuslugi.ru", "gosuslugi.ru", "адрес ведёт на [2001:db8::1]; «gosuslugi.ru» стоит за именем сайта и ничего не значит")]
    [InlineData("@gosuslugi", "gosuslugi.ru", "так называется сайт gosuslugi.ru, а аккаунта с таким именем в справочнике нет")]
    [InlineData("https://m.vk.com/gosuslugi", "gosuslugi.ru", "так называется сайт gosuslugi.ru, а аккаунта с таким именем в справочнике нет")]
    [InlineData("vk.com/Gosuslugi_support", "@gosuslugi_support (t.me)", "аккаунт с тем же именем, но на vk.com, а не на t.me")]
    [InlineData("https://www.facebook.com/gosuslugi.support/", "@gosuslugi_support (t.me)", "один знак другой: . вместо _")]
    [InlineData("t.me/gosuslugi.support", "@gosuslugi_support (t.me)", "один знак другой: . вместо _")]
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
    [InlineData("http://[::1]:8080/")]
    [InlineData("https://ok.ru/group/123")]
    [InlineData("https://vk.com/durov")]
    public void What_nobody_takes_for_a_listed_value_is_unknown(string asked) =>
        Assert.Equal(CheckVerdict.Unknown, Assert.Single(Check(asked)).Verdict);

    /// <summary>None but the owner of a site gives out names below its own; yet the source names the site alone.</summary>
    [Theory]
    [InlineData("https://esia.gosuslugi.ru/login")]
    [InlineData("no-reply@gosuslugi.ru")]
    [InlineData("info@sub.gosuslugi.ru")]
    [InlineData("\"support\"@gosuslugi.ru")]
    [InlineData("support@ gosuslugi.ru")]
    [InlineData("support @gosuslugi.ru")]
    [InlineData("support (at) gosuslugi.ru")]
    [InlineData("support(собака)gosuslugi.ru")]
    public void What_is_of_a_listed_site_is_said_to_be_so_and_no_more(string asked)
    {
        var result = Assert.Single(Check(asked));

        Assert.Equal((CheckVerdict.Unknown, "gosuslugi.ru"), (result.Verdict, result.WithinSite?.Text));
    }

    [Theory]
    [InlineData("Здравствуйте, помогите войти")]
    [InlineData("???")]
    [InlineData("12")]
    [InlineData("карта 4276 3800 1234 5678")]
    [InlineData("паспорт 4510 123456")]
    [InlineData("8O8OOО5ОО58О 8O8OOО5ОО58О слово")]
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

    [Theory]
    [InlineData("8 800 555 35 35 8 495 777 77 77")]
    [InlineData("8 800 555-35-35, 8 495 777-77-77")]
    [InlineData("8(800)5553535,8(495)7777777")]
    [InlineData("+78005553535+74957777777")]
    [InlineData("8-800-555-35-35 / 8-495-777-77-77")]
    [InlineData("88005553535\n84957777777")]
    [InlineData("8 8ОО 555 35 35 8 495 777 77 77")] // Cyrillic О
    [InlineData("8 800 555-35-35 (495) 777-77-77")]
    public void Two_numbers_are_two_whatever_stands_between_them(string asked) =>
        Assert.Equal(["+78005553535", "+74957777777"], Check(asked).Where(result => result.Verdict == CheckVerdict.Listed).Select(result => result.Value.Text));

    /// <summary>The true one does not vouch for the other.</summary>
    [Fact]
    public void A_mistyped_number_behind_a_listed_one_is_told_too() =>
        Assert.Equal([CheckVerdict.Listed, CheckVerdict.LookAlike], Check("8 800 555 35 35 8 800 555 35 3").Select(result => result.Verdict));

    /// <summary>It is shown as it was read, not as a library makes a number of it.</summary>
    [Theory]
    [InlineData("8 800 555-35-355", "+780055535355")]
    [InlineData("+8 800 555 35 35", "+88005553535")]
    [InlineData("8 800 555-35-34", "+78005553534")]
    public void No_digit_of_a_number_is_lost_when_it_is_shown(string asked, string digits) =>
        Assert.Equal(digits, string.Concat(CheckWording.Shown(Assert.Single(Check(asked)).Value).Where(c => c == '+' || char.IsAsciiDigit(c))));

    private IReadOnlyList<CheckResult> Check(string text) => app.Services.GetRequiredService<ContactChecks>().Check(text, app.Snapshot);
}
