using ContactsApi.Hosting.OpenApi;
using ContactsApi.Tests.Support;
using static Microsoft.Playwright.Assertions;

namespace ContactsApi.Tests.Contract;

/// <summary>The page for people in a real browser. It tells how soon the first operation was there.</summary>
[Collection<Alone>]
public sealed class SwaggerBrowserTests(ServedApp served) : IClassFixture<ServedApp>
{
    [Fact]
    public async Task It_opens_with_the_one_question_that_the_service_exists_for()
    {
        await using var visit = await Visit.BeginAsync();
        await visit.Page.GotoAsync(served.At("/swagger/index.html"));

        await Expect(visit.Page.Locator(".opblock").First).ToContainTextAsync("How do I reach the support centre right now?");

        var soon = await visit.Page.EvaluateAsync<double>("performance.now()");
        TestContext.Current.TestOutputHelper!.WriteLine($"The first operation was on the screen after {soon:0} ms");
        await Expect(visit.Page.Locator(".opblock-body")).ToHaveCountAsync(0);
        Assert.Empty(visit.Complaints);
        Assert.Equal([served.Address.Authority], visit.Hosts);
    }

    [Fact]
    public async Task Stewards_find_their_document_behind_that_for_partners()
    {
        await using var visit = await Visit.BeginAsync();
        await visit.Page.GotoAsync(served.At("/swagger/index.html"));

        await visit.Page.SelectOptionAsync("#select", PublishedDocument.Admin.YamlPath);

        await Expect(visit.Page.Locator(".info .title")).ToContainTextAsync(PublishedDocument.Admin.Title);
        await Expect(visit.Page.Locator(".opblock-tag").First).ToContainTextAsync("Corrections");
        Assert.Empty(visit.Complaints);
    }
}
