using System.Net;
using ContactsApi.Hosting;
using ContactsApi.Tests.Support;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace ContactsApi.Tests.Hosting;

/// <summary>Refusals that no endpoint gives: there is none, it has another method, or it failed.</summary>
public sealed class ProblemTests(ContactsApp app) : IClassFixture<ContactsApp>
{
    [Theory]
    [InlineData("/index.html")]
    [InlineData("/v1")]
    [InlineData("/v1/best-channel/now")]
    [InlineData("/v1/channels/hotline/availability/now")]
    [InlineData("/health")]
    [InlineData("/swagger/nothing.js")]
    public async Task An_unknown_route_is_a_problem(string uri) =>
        AssertProblem(HttpStatusCode.NotFound, "route-not-found", await app.CreateClient().AskAsync(uri));

    [Theory]
    [InlineData("POST", "/v1/best-channel?segment=individual")]
    [InlineData("PUT", "/v1/channels")]
    [InlineData("DELETE", "/v1/channels/hotline")]
    [InlineData("PATCH", "/v1/channels/pigeon")]
    [InlineData("OPTIONS", "/v1/calendar/2026")]
    [InlineData("BREW", "/health/live")]
    public async Task A_wrong_method_is_a_problem_that_names_the_right_one(string method, string uri)
    {
        var answer = await app.CreateClient().AskAsync(uri, method: new HttpMethod(method));

        AssertProblem(HttpStatusCode.MethodNotAllowed, "method-not-allowed", answer);
        Assert.Equal(["GET", "HEAD"], answer.Response.Content.Headers.Allow);
    }

    public static TheoryData<string> Paths => [.. PublishedContract.Operations.Select(operation => operation.AnyUri).Distinct(), "/", "/calendar", "/widget.js", "/openapi.yaml", "/openapi.json"];

    [Theory]
    [MemberData(nameof(Paths))]
    public async Task Every_method_that_an_address_understands_is_named_and_no_other(string uri)
    {
        var client = app.CreateClient();
        var named = (await client.AskAsync(uri, method: new HttpMethod("BREW"))).Response.Content.Headers.Allow;

        Assert.NotEmpty(named);
        foreach (var method in new[] { "GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS" })
        {
            using var request = new HttpRequestMessage(new HttpMethod(method), uri);
            using var response = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, TestContext.Current.CancellationToken);
            Assert.Equal(named.Contains(method), response.StatusCode != HttpStatusCode.MethodNotAllowed);
        }
    }

    [Theory]
    [InlineData("ru", "Ошибка на нашей стороне; повторите запрос позже")]
    [InlineData("en", "An error on our side; please repeat the request later")]
    public async Task A_failure_is_a_problem_that_does_not_tell_its_cause(string language, string title)
    {
        var clock = new FailingClock();
        await using var failing = app.WithWebHostBuilder(host => host.ConfigureTestServices(services => services.AddSingleton<IClock>(clock)));
        var client = failing.CreateClient();
        clock.Fails = true;

        var answer = await client.AskAsync("/v1/best-channel?segment=individual", language);

        AssertProblem(HttpStatusCode.InternalServerError, "internal-error", answer);
        Assert.Equal((title, title), (answer.Body["title"].Text(), answer.Body["detail"].Text()));
        Assert.Equal([language], answer.Response.Content.Headers.ContentLanguage);
        Assert.DoesNotContain(FailingClock.Secret, answer.Text);
        Assert.DoesNotContain("Exception", answer.Text);
    }

    private static void AssertProblem(HttpStatusCode status, string code, Answer answer)
    {
        Assert.Equal((status, ProblemResponse.ContentType), (answer.Status, answer.MediaType));
        Assert.Equal((code, (int)status), (answer.Body["code"].Text(), answer.Body["status"]!.GetValue<int>()));
        Assert.Empty(answer.Blamed);
        Assert.Empty(JsonSchema.FaultsOf(answer.Body, PublishedContract.Schema("ProblemResponse")));
    }

    private sealed class FailingClock : IClock
    {
        public const string Secret = "the spring is broken";

        public bool Fails { get; set; }

        public Instant GetCurrentInstant() => Fails ? throw new InvalidOperationException(Secret) : NodaConstants.UnixEpoch;
    }
}
