using ContactsApi.Core;
using ContactsApi.Hosting;
using ContactsApi.Tests.Support;

namespace ContactsApi.Tests.Hosting;

public sealed class RequestLanguageTests(ContactsApp app) : IClassFixture<ContactsApp>
{
    [Theory]
    // Nothing said, or nothing that can be read.
    [InlineData(Language.Ru)]
    [InlineData(Language.Ru, "")]
    [InlineData(Language.Ru, ";;;")]
    [InlineData(Language.Ru, "en;q=much")]
    [InlineData(Language.Ru, "en;q=1.5")]
    [InlineData(Language.Ru, "\u0001")]
    // One language, or a variant of it.
    [InlineData(Language.En, "en")]
    [InlineData(Language.En, "EN")]
    [InlineData(Language.En, "en-GB")]
    [InlineData(Language.Ru, "ru-RU")]
    [InlineData(Language.Ru, "de")]
    [InlineData(Language.Ru, "english")]
    // The first in the order written, of those that there are.
    [InlineData(Language.Ru, "ru, en")]
    [InlineData(Language.En, "en, ru")]
    [InlineData(Language.En, "de, en-US, ru")]
    [InlineData(Language.En, "de", "en")]
    // Weights go before the order.
    [InlineData(Language.En, "ru;q=0.8, en")]
    [InlineData(Language.En, "ru;q=0.8, en;q=0.9")]
    [InlineData(Language.Ru, "en;q=0.001, ru;q=0.002")]
    [InlineData(Language.En, "de, fr;q=0.9, en;q=0.1")]
    // Weight 0 means "not this one".
    [InlineData(Language.Ru, "en;q=0")]
    [InlineData(Language.Ru, "en;q=0.000, ru;q=0.1")]
    [InlineData(Language.En, "en-GB;q=0, en")]
    // "*" stands for what no other range names.
    [InlineData(Language.Ru, "*")]
    [InlineData(Language.Ru, "*, en;q=0.5")]
    [InlineData(Language.En, "*;q=0.1, en")]
    [InlineData(Language.Ru, "en;q=0, *")]
    [InlineData(Language.En, "ru;q=0, *")]
    [InlineData(Language.En, "ru;q=0.3, *;q=0.8")]
    [InlineData(Language.En, "*, ru;q=0.1, en;q=0.2")]
    [InlineData(Language.Ru, "*;q=0")]
    public void The_language_is_what_the_caller_likes_best(Language expected, params string[] acceptLanguage) =>
        Assert.Equal(expected, RequestLanguage.Choose(acceptLanguage));

    [Theory]
    [InlineData("/v1/best-channel?segment=individual", "Accept", "Accept-Encoding")]
    [InlineData("/v1/best-channel")]
    [InlineData("/v1/channels/pigeon")]
    [InlineData("/v1/calendar/2026", "Accept-Encoding")]
    [InlineData("/nowhere")]
    public async Task Every_answer_names_its_language_and_what_it_depends_on(string uri, params string[] alsoBy)
    {
        foreach (var (asked, given) in new[] { ("en-GB, ru;q=0.1", "en"), ("ru", "ru"), (null, "ru") })
        {
            var answer = await app.CreateClient().AskAsync(uri, asked);

            Assert.Equal([given], answer.Response.Content.Headers.ContentLanguage);
            Assert.Equal(["Accept-Language", .. alsoBy], answer.Response.Headers.Vary);
        }
    }
}
