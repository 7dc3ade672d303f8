using System.Net;
using System.Text.RegularExpressions;
using ContactsApi.Tests.Support;

namespace ContactsApi.Tests.Contract;

/// <summary>The page for people works without any other host.</summary>
public sealed partial class SwaggerPageTests(ContactsApp app) : IClassFixture<ContactsApp>
{
    private readonly HttpClient client = app.CreateClient();

    [Fact]
    public async Task All_that_the_page_loads_is_served_beside_it()
    {
        var page = await client.GetStringAsync("/swagger/index.html", TestContext.Current.CancellationToken);
        var parts = Loads().Matches(page).Select(match => match.Groups["uri"].Value).ToList();

        Assert.Contains("index.js", parts);
        Assert.All(parts, part => Assert.False(Uri.TryCreate(part, UriKind.Absolute, out _) || part.StartsWith("//", StringComparison.Ordinal), part));
        foreach (var part in parts)
        {
            var response = await client.GetAsync($"/swagger/{part}", TestContext.Current.CancellationToken);
            Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        }
    }

    [Fact]
    public async Task The_page_reads_our_documents_the_public_one_first_and_sends_them_to_no_validator()
    {
        var script = await client.GetStringAsync("/swagger/index.js", TestContext.Current.CancellationToken);
        var settings = Json.Parse(Settings().Match(script).Groups["json"].Value);

        Assert.Equal(["/openapi.yaml", "/openapi.admin.yaml"], settings["urls"]!.AsArray().Select(document => document!["url"].Text()));
        Assert.Null(settings["validatorUrl"]);
        Assert.Contains("configObject.validatorUrl = null", script);
        Assert.DoesNotContain("://", settings.ToJsonString());
    }

    [GeneratedRegex("(src|href)=\"(?<uri>[^\"]*)\"")]
    private static partial Regex Loads();

    [GeneratedRegex("""var configObject = (?<json>\{.*\});""")]
    private static partial Regex Settings();
}
