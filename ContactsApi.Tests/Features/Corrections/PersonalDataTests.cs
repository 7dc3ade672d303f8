using ContactsApi.Features.Corrections;
using ContactsApi.Tests.Support;

namespace ContactsApi.Tests.Features.Corrections;

/// <summary>What a text may hold, and what it is refused for.</summary>
public sealed class PersonalDataTests
{
    [Theory]
    [InlineData("Пишите мне: ivan.petrov@example.ru", "an e-mail address")]
    [InlineData("Call me: +7 916 123-45-67", "a phone number")]
    [InlineData("Мой телефон 8 (916) 123-45-67", "a phone number")]
    [InlineData("телефон 89161234567", "a phone number")]
    [InlineData("I am at +49 30 901820", "a phone number")]
    [InlineData("СНИЛС 112-233-445 95", "a SNILS")]
    [InlineData("СНИЛС 11223344595", "a SNILS")]
    [InlineData("карта 2200 1234 5678 9010", "the number of a card or policy")]
    [InlineData("4276123456789010", "the number of a card or policy")]
    [InlineData("паспорт 45 09 123456", "the number of a passport")]
    [InlineData("паспорт 4509 № 123456", "the number of a passport")]
    [InlineData("ИНН 500100732259", "the tax number")]
    [InlineData("обращение № 1234567", "the number of a request")]
    [InlineData("My ticket no. 1234567 is not answered", "the number of a request")]
    [InlineData("Меня зовут Иван", "something about a person")]
    [InlineData("my name is Ivan", "something about a person")]
    public void What_looks_like_something_about_a_person_is_refused_and_named(string text, string what)
    {
        Assert.Contains(Refusals(text), refusal => refusal.StartsWith($"This seems to be {what}", StringComparison.Ordinal));
        Assert.NotEmpty(Refusals($"Не так. {text}. Проверьте."));
    }

    [Theory]
    [InlineData("На портале указано 08:00-20:00 по рабочим дням")]
    [InlineData("On 2026-11-22 10:00 and 2026-11-23 10:30 nobody answered")]
    [InlineData("22.11.2026 с 09:00 до 18:00")]
    [InlineData("8 800 100-70-10 is free, 115 is not")] // any toll-free line
    [InlineData("8 (495) 777-77-77 answered at night")] // in the catalog
    [InlineData("+7 495 123-45-67 is given twice")]
    [InlineData("https://www.gosuslugi.ru/help/news/2026_11_22 says so")]
    [InlineData("Раздел 3.1, 5 минут, 24/7")]
    public void What_tells_of_a_channel_is_taken(string text) => Assert.Empty(Refusals(text));

    [Theory]
    [InlineData("+7 916 123-45-67")]
    [InlineData("8 3412 56-78-90")]
    [InlineData("89161234567")] // as many digits as a SNILS
    [InlineData("support@gosuslugi.example")]
    [InlineData("https://t.me/gosuslugi")]
    public void An_address_may_be_a_number_or_a_mailbox(string text) => Assert.Empty(Refusals(text, isAddress: true));

    [Theory]
    [InlineData("8 800 100-70-10, паспорт 45 09 123456")]
    [InlineData("+7 916 123-45-67, my name is Ivan")]
    public void Nothing_else_may_hide_in_an_address(string text) => Assert.NotEmpty(Refusals(text, isAddress: true));

    [Fact]
    public void Every_kind_is_named_once()
    {
        Assert.Equal(3, Refusals("a@example.ru b@example.ru, 8 916 123-45-67, +7 916 123-45-68, паспорт 45 09 123456").Count);
    }

    private static List<string> Refusals(string text, bool isAddress = false) =>
        [.. PersonalData.In(text, Domain.Shipped, isAddress).Select(refusal => refusal.En)];
}
