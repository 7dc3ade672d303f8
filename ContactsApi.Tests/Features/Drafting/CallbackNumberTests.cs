using ContactsApi.Core;
using ContactsApi.Features.Drafting;

namespace ContactsApi.Tests.Features.Drafting;

/// <summary>Numbers as people write them down, and what is told to those who wrote something else.</summary>
public sealed class CallbackNumberTests
{
    [Theory]
    [InlineData("8 916 123-45-67", "+7 916 123-45-67")]
    [InlineData("8(916)1234567", "+7 916 123-45-67")]
    [InlineData("7 916 123 45 67", "+7 916 123-45-67")]
    [InlineData("9161234567", "+7 916 123-45-67")]
    [InlineData("812 345-67-89", "+7 812 345-67-89")] // a town whose code begins as the trunk prefix does
    [InlineData("8 800 555-35-35", "+7 800 555-35-35")]
    [InlineData("+7 707 777 77 77", "+7 707 777 7777")]
    [InlineData("8 10 49 30 123456", "+49 30 123456")]
    [InlineData("+375 29 123-45-67", "+375 29 123-45-67")]
    [InlineData("тел. +1 (202) 555-0123", "+1 202-555-0123")]
    public void A_number_is_shown_in_international_form(string written, string shown)
    {
        Assert.Equal(new LocalizedText(shown, shown), CallbackNumber.Of(written));
        Assert.Null(CallbackNumber.FaultOf(written));
    }

    [Theory]
    [InlineData("8 916 123-45-67 доб. 12", "+7 916 123-45-67", "12")]
    [InlineData("+7 916 123-45-67 ext. 12", "+7 916 123-45-67", "12")]
    [InlineData("8 495 123-45-67 #4", "+7 495 123-45-67", "4")]
    [InlineData("+49 30 123456 доб 5", "+49 30 123456", "5")]
    public void An_extension_is_named_by_the_word_of_each_language(string written, string shown, string extension) =>
        Assert.Equal(new LocalizedText($"{shown} доб. {extension}", $"{shown} ext. {extension}"), CallbackNumber.Of(written));

    [Theory]
    // A digit is missing, with and without what goes before the number.
    [InlineData("8 916 123 45 6", "В номере не хватает 1 цифры.", "The number lacks 1 digit.")]
    [InlineData("+7 916 123 45 6", "В номере не хватает 1 цифры.", "The number lacks 1 digit.")]
    [InlineData("7 916 123 45 6", "В номере не хватает 1 цифры.", "The number lacks 1 digit.")]
    [InlineData("916 123 45 6", "В номере не хватает 1 цифры.", "The number lacks 1 digit.")]
    [InlineData("8 812 345 67 8", "В номере не хватает 1 цифры.", "The number lacks 1 digit.")]
    [InlineData("8 916 123 45 6 доб. 12", "В номере не хватает 1 цифры.", "The number lacks 1 digit.")]
    [InlineData("8 916 123", "В номере не хватает 4 цифр.", "The number lacks 4 digits.")]
    [InlineData("+375 29 123 45 6", "В номере не хватает 1 цифры.", "The number lacks 1 digit.")]
    [InlineData("+44 20 7946 095", "В номере не хватает 1 цифры.", "The number lacks 1 digit.")]
    [InlineData("+86 138 0013 800", "В номере не хватает 1 цифры.", "The number lacks 1 digit.")]
    // Some are too many.
    [InlineData("8 916 123 45 678", "В номере 1 лишняя цифра.", "The number has 1 digit too many.")]
    [InlineData("+7 916 123 45 678", "В номере 1 лишняя цифра.", "The number has 1 digit too many.")]
    [InlineData("8 495 123 45 67 89", "В номере 2 лишние цифры.", "The number has 2 digits too many.")]
    [InlineData("8 916 123 45 67 12345", "В номере 5 лишних цифр.", "The number has 5 digits too many.")]
    [InlineData("+7 123 456 78 901 2", "В номере слишком много цифр.", "The number has too many digits.")]
    // As many as there should be, but no such code.
    [InlineData("8 123 456 78 90", "Номеров с таким кодом города или оператора не бывает: проверьте первые цифры.", "There are no numbers with this area or operator code: check the first digits.")]
    [InlineData("+7 123 456 78 90", "Номеров с таким кодом города или оператора не бывает: проверьте первые цифры.", "There are no numbers with this area or operator code: check the first digits.")]
    [InlineData("+420 123 456 789", "Номеров с таким кодом города или оператора не бывает: проверьте первые цифры.", "There are no numbers with this area or operator code: check the first digits.")]
    // Without a code that could be told from it.
    [InlineData("112", "Номер слишком короткий: его нужно писать вместе с кодом города или оператора.", "The number is too short: write it with its area or operator code.")]
    [InlineData("1234567", "Номер слишком короткий: его нужно писать вместе с кодом города или оператора.", "The number is too short: write it with its area or operator code.")]
    // No number at all, or of no country.
    [InlineData("позвоните", "Такого номера телефона не бывает. Нужен российский номер или номер с плюсом и кодом страны.", "There is no such phone number. A Russian number is needed, or one with a plus and its country code.")]
    [InlineData("+999 1234567", "Такого номера телефона не бывает. Нужен российский номер или номер с плюсом и кодом страны.", "There is no such phone number. A Russian number is needed, or one with a plus and its country code.")]
    [InlineData("89161234567890123456", "Такого номера телефона не бывает. Нужен российский номер или номер с плюсом и кодом страны.", "There is no such phone number. A Russian number is needed, or one with a plus and its country code.")]
    public void What_is_no_number_is_told_what_it_lacks(string written, string russian, string english)
    {
        Assert.Equal(new LocalizedText(russian, english), CallbackNumber.FaultOf(written));
        Assert.Null(CallbackNumber.Of(written));
    }
}
