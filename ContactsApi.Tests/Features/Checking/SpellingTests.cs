using System.Text;
using ContactsApi.Core.Channels;
using ContactsApi.Core.Checking;
using ContactsApi.Features.Asking;
using ContactsApi.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace ContactsApi.Tests.Features.Checking;

/// <summary>However a listed value is written, it is found; whatever else is written, it is not.</summary>
public sealed class SpellingTests : IDisposable
{
    private const int Random = 1000;

    private readonly ContactsApp app = new();

    /// <summary>What ships, and an e-mail address and a page of a network besides.</summary>
    public SpellingTests() => app.Change(catalog => catalog with
    {
        Channels = [.. catalog.Channels.Select(channel => channel.Id switch
        {
            "email" => channel with { Address = At("mailto:help@gosuslugi.ru") },
            "vk" => channel with { Address = At("https://vk.com/gosuslugi") },
            _ => channel,
        })],
    });

    /// <summary>Ways in which a number is written, of which the marks stand for its parts: code, then 3, 2 and 2 digits.</summary>
    private static readonly string[] Forms =
    [
        "+7{0}{1}{2}{3}", "8{0}{1}{2}{3}", "7{0}{1}{2}{3}", "{0}{1}{2}{3}", "+7 {0} {1}-{2}-{3}", "8 ({0}) {1}-{2}-{3}", "8-{0}-{1}-{2}-{3}", "+7({0}){1}{2}{3}",
        "007 {0} {1} {2} {3}", "810 7 {0} {1}{2}{3}", "0117{0}{1}{2}{3}", "8.{0}.{1}.{2}.{3}", "8 {0} {1} {2} {3} доб. 12", "+7 {0} {1}-{2}-{3} ext. 345", "8{0}{1}{2}{3}#7", "8({0}){1}{2}{3},123", "8,{0},{1},{2},{3}",
        "tel:+7{0}{1}{2}{3}", "TEL:+7-{0}-{1}-{2}-{3};ext=9", "sms:+7{0}{1}{2}{3}?body=hi", "SMSTO:8{0}{1}{2}{3}:привет", "https://wa.me/7{0}{1}{2}{3}",
        "viber://chat?number=%2B7{0}{1}{2}{3}", "  +7\u00A0{0}\u2009{1}\u2011{2}\u2011{3}  ", "\u200E+7 {0} {1} {2} {3}\u202C", "(8{0}) {1}–{2}–{3}",
        "BEGIN:VCARD\r\nVERSION:3.0\r\nFN:X\r\nTEL;TYPE=WORK:+7 {0} {1} {2}\r\n  {3}\r\nEND:VCARD", "MECARD:N:X;TEL:+7{0}{1}{2}{3};;",
        "Вам звонили с номера 8 ({0}) {1}-{2}-{3}, перезвоните",
    ];

    private static readonly Func<string, string>[] Scripts =
    [
        text => text,
        text => string.Concat(text.Select(c => char.IsAsciiDigit(c) ? (char)(c - '0' + '０') : c)),
        text => string.Concat(text.Select(c => char.IsAsciiDigit(c) ? (char)(c - '0' + '٠') : c)),
    ];

    private static readonly string[] Numbers = ["+78005553535", "+74951234567", "+74957777777", "+77077777777", "+78002000000", "+78005553536"];

    /// <summary>By the channels that have them.</summary>
    private static readonly (string Listed, string[] Spellings)[] Addresses =
    [
        ("portal-chat",
        [
            "gosuslugi.ru", "www.gosuslugi.ru", "https://www.gosuslugi.ru", "HTTPS://WWW.GOSUSLUGI.RU/", "http://gosuslugi.ru:443/", "gosuslugi.ru.", "GosUslugi.Ru",
            "https://gosuslugi.ru/help?utm_source=sms&utm_medium=1#top", "https:\\\\gosuslugi.ru\\help", "gosuslugi。ru", "ｇｏｓｕｓｌｕｇｉ．ｒｕ",
            "https://%67osuslugi.ru/", "MECARD:URL:https://gosuslugi.ru/;;", "BEGIN:VCARD\nURL:https://gosuslugi.ru\nEND:VCARD", "Зайдите на https://gosuslugi.ru/pay, срочно!",
        ]),
        ("telegram",
        [
            "https://t.me/Gosuslugi_support", "t.me/gosuslugi_support", "HTTPS://T.ME/GOSUSLUGI_SUPPORT", "https://t.me/s/Gosuslugi_support", "https://t.me/Gosuslugi_support/123",
            "https://t.me/Gosuslugi_support?start=x", "https://telegram.me/Gosuslugi_support", "tg://resolve?domain=Gosuslugi_support", "@Gosuslugi_support", "＠Gosuslugi_support",
            "Gosuslugi_support", " @gosuslugi_support ", "Напишите нам: @Gosuslugi_support.",
        ]),
        ("vk", ["https://vk.com/gosuslugi", "vk.com/Gosuslugi/", "https://vk.com/gosuslugi?w=wall", "http://www.vk.com/gosuslugi#1", "@gosuslugi", "https://vk.com/gosuslugi/posts", "m.vk.com/gosuslugi", "https://vk.ru/gosuslugi"]),
        ("email",
            ["help@gosuslugi.ru", "HELP@GOSUSLUGI.RU", "mailto:help@gosuslugi.ru", "mailto:Help%40gosuslugi.ru?subject=x", "<help@gosuslugi.ru>", "MATMSG:TO:help@gosuslugi.ru;SUB:x;;", "Пишите: help@gosuslugi.ru", "help (at) gosuslugi.ru", "help @ gosuslugi.ru", "\"help\"@gosuslugi.ru"]),
    ];

    private ContactChecks Checks => app.Services.GetRequiredService<ContactChecks>();

    [Fact]
    public void Two_hundred_spellings_and_more_of_ten_listed_values_are_all_found()
    {
        var spellings = (
            from number in Numbers
            from form in Forms
            from script in form.Any(c => c is '%' or '/') ? Scripts[..1] : Scripts
            let written = string.Format(null, form, number[2..5], number[5..8], number[8..10], number[10..])
            select (Listed: number, Written: written.StartsWith("BEGIN", StringComparison.Ordinal) ? written : script(written)))
            .Concat(from address in Addresses from written in address.Spellings select (address.Listed, Written: written)).ToList();

        Assert.InRange(spellings.Count, 200, 1000);
        Assert.Equal(10, spellings.Select(one => one.Listed).Distinct().Count());
        Assert.Empty(
            from one in spellings
            let results = Checks.Check(one.Written, app.Snapshot)
            where results is not [{ Verdict: CheckVerdict.Listed } result] || !result.Listed.Any(listed => one.Listed == listed.Value.Text || one.Listed == listed.Contact.Channel!.Id)
            select $"{one.Listed} as {one.Written}: {string.Join(", ", results.Select(result => $"{result.Value} {result.Verdict}"))}");
    }

    /// <summary>In a hand-written or printed number some letters cannot be told from digits.</summary>
    [Theory]
    [InlineData("8 8ОО 555-З5-З5")] // Cyrillic О and З
    [InlineData("8 8oo 555 35 35")]
    [InlineData("+7 8OO 555-35-35")]
    public void Letters_that_look_like_digits_are_read_as_digits(string written)
    {
        var result = Assert.Single(Checks.Check(written, app.Snapshot));

        Assert.Equal((CheckVerdict.Listed, "+78005553535", ReadingNote.LettersForDigits), (result.Verdict, result.Value.Text, result.Value.Note));
    }

    [Fact]
    public void A_thousand_values_that_are_not_listed_are_unknown_or_truly_one_step_away()
    {
        var random = Seed.Random();
        var values = Enumerable.Range(0, Random).Select(i => (i % 4) switch
        {
            0 => $"+7{random.NextInt64(3_000_000_000, 9_999_999_999)}",
            // Numbers near listed ones: one to four digits are others.
            1 => Mutated(Numbers[random.Next(Numbers.Length)], random),
            2 => $"https://{Word(random)}.{(random.Next(2) == 0 ? "ru" : "com")}/{Word(random)}",
            _ => random.Next(2) == 0 ? $"@{Word(random)}" : $"{Word(random)}@{Word(random)}.ru",
        }).Where(value => !Numbers.Contains(value)).ToList();

        Assert.All(values, value =>
        {
            var result = Assert.Single(Checks.Check(value, app.Snapshot));
            if (result.Value is PhoneValue phone)
                Assert.Equal(Numbers.Any(number => Distance(number, phone.Number) == 1), result.Verdict == CheckVerdict.LookAlike);
            else
                Assert.Equal(CheckVerdict.Unknown, result.Verdict);
            Assert.True(result.Verdict is CheckVerdict.LookAlike or CheckVerdict.Unknown, $"{value}: {result.Verdict}");
        });
        Assert.Contains(values, value => Checks.Check(value, app.Snapshot)[0].Verdict == CheckVerdict.LookAlike);
    }

    public void Dispose() => app.Dispose();

    private static ChannelAddress At(string uri) => new() { Uri = new(uri), Display = new(uri, uri) };

    private static string Word(Random random) => string.Concat(Enumerable.Range(0, random.Next(5, 14)).Select(_ => (char)random.Next('a', 'z' + 1)));

    private static string Mutated(string number, Random random)
    {
        var digits = new StringBuilder(number);
        for (var i = random.Next(1, 5); i > 0; i--)
            digits[random.Next(2, digits.Length)] = (char)random.Next('0', '9' + 1);
        return digits.ToString();
    }

    /// <summary>Written out on purpose in another way than the code under test: Damerau's distance of two numbers, adjacent swaps as one step.</summary>
    private static int Distance(string a, string b)
    {
        var d = new int[a.Length + 1, b.Length + 1];
        for (var i = 0; i <= a.Length; i++)
        {
            for (var j = 0; j <= b.Length; j++)
            {
                d[i, j] = i == 0 || j == 0 ? i + j : Math.Min(Math.Min(d[i - 1, j], d[i, j - 1]) + 1, d[i - 1, j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1));
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                    d[i, j] = Math.Min(d[i, j], d[i - 2, j - 2] + 1);
            }
        }

        return d[a.Length, b.Length];
    }
}
