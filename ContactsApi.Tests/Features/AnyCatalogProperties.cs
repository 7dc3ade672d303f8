using ContactsApi.Tests.Support;
using CsCheck;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace ContactsApi.Tests.Features;

/// <summary>Whatever passes the rules of catalogs, every question about it is answered, in every format.</summary>
public sealed class AnyCatalogProperties : IDisposable
{
    private static readonly int Catalogs = 10 * int.Parse(Environment.GetEnvironmentVariable("CONTACTS_TEST_SAMPLES") ?? "1", null);

    private readonly Journal journal = new();
    private readonly ContactsApp app;

    public AnyCatalogProperties() => app = new()
    {
        Settings = new Dictionary<string, string> { ["Telegram:Secret"] = AllAnswers.TelegramSecret },
        Replace = services => services.AddSingleton<ILoggerProvider>(journal),
    };

    [Fact]
    public async Task Of_any_catalog_everything_is_answered() => await Gen.Select(HostileCatalogs.Any, Generators.OneOf("ru", "en")).SampleAsync(
        async sample =>
        {
            app.Change(_ => sample.Item1);
            var answers = await AllAnswers.OfAsync(app, sample.Item2);

            var failed = answers.Where(one => (int)one.Answer.Status >= 500).Select(one => $"{one.Answer.Status} {one.Request}").ToList();
            Assert.True(failed.Count == 0, string.Join('\n', [.. failed, .. journal.Lines]));
            // Were most of it refused, little would have been tried.
            Assert.InRange(answers.Count(one => one.Answer.Status == System.Net.HttpStatusCode.OK), answers.Count / 2, answers.Count);
        },
        iter: Catalogs);

    public void Dispose() => app.Dispose();
}
