using System.Collections.Concurrent;
using System.Text.Json;
using System.Text.Json.Nodes;
using ContactsApi.Hosting;
using ContactsApi.Hosting.Queries;
using ContactsApi.Tests.Support;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;

namespace ContactsApi.Tests.Features;

/// <summary>Whatever is sent, the service either answers or says in its own words why it does not.</summary>
public sealed class FuzzTests(ContactsApp app) : IClassFixture<ContactsApp>
{
    private const int Requests = 10_000;

    /// <summary>Blamed without being in the query: they are required there, or they are in the path.</summary>
    private static readonly string[] BlamedAnyway = ["segment", "from", "to", "of", "year", "date", "value", "channel", "sentAt"];

    [Fact]
    public async Task Ten_thousand_random_requests_are_answered_or_refused_with_a_reason()
    {
        var requests = new RandomRequests();
        var faults = new ConcurrentBag<string>();
        var statuses = new ConcurrentDictionary<int, int>();

        await Parallel.ForEachAsync(
            Enumerable.Range(0, Requests).Select(_ => requests.Next()).ToList(),
            TestContext.Current.CancellationToken,
            async (request, cancellation) =>
            {
                var response = await SendAsync(request, cancellation);
                statuses.AddOrUpdate(response.StatusCode, 1, (_, count) => count + 1);
                if (await FaultOfAsync(request, response, cancellation) is { } fault)
                    faults.Add($"{response.StatusCode} {request}: {fault}");
            });

        Assert.True(faults.IsEmpty, string.Join(Environment.NewLine, faults.Order(StringComparer.Ordinal).Take(10)));
        // Were nearly all requests refused at the first hurdle, little would have been tried.
        Assert.All([200, 400, 404, 405], status => Assert.InRange(statuses.GetValueOrDefault(status), Requests / 50, Requests));
    }

    private async Task<HttpResponse> SendAsync(RawRequest request, CancellationToken cancellation) =>
        (await app.Server.SendAsync(
            context =>
            {
                context.Request.Method = request.Method;
                context.Request.Path = new PathString(request.Path);
                context.Request.QueryString = new QueryString(request.Query);
                context.Request.Headers.AcceptLanguage = request.AcceptLanguage;
            },
            cancellation)).Response;

    private static async Task<string?> FaultOfAsync(RawRequest request, HttpResponse response, CancellationToken cancellation)
    {
        if (response.StatusCode == 200)
            return null;
        if (response.StatusCode is < 400 or >= 500)
            return "neither an answer nor a refusal";
        if (RandomRequests.Pages.Contains(request.Path) && response is { StatusCode: 400, ContentType: "text/html; charset=utf-8" })
            return null;
        if (response.ContentType != ProblemResponse.ContentType)
            return $"{response.ContentType} is no problem";
        if (request.Method == HttpMethods.Head)
            return null;
        var problem = await JsonSerializer.DeserializeAsync<JsonNode>(response.Body, cancellationToken: cancellation);
        if (problem!["code"].Text() is not { Length: > 0 } || problem["status"]!.GetValue<int>() != response.StatusCode)
            return $"{problem} has no code, or another status";
        return response.StatusCode == 400 ? FaultOfBlame(request, [.. problem["errors"]!.AsObject().Select(error => error.Key)]) : null;
    }

    private static string? FaultOfBlame(RawRequest request, IReadOnlyList<string> blamed)
    {
        var sent = new List<string>(BlamedAnyway);
        foreach (var pair in new QueryStringEnumerable(request.Query))
            sent.Add(pair.DecodeName().ToString());
        return blamed.Count == 0
            ? "nothing is to blame"
            : blamed.FirstOrDefault(name => !sent.Exists(known => known == name || IsShortened(name, known))) is { } unsent
                ? $"'{unsent}' was not sent"
                : null;
    }

    private static bool IsShortened(string name, string sent) =>
        sent.Length > QueryReader.MaxLength && name.Length is > 0 and <= QueryReader.MaxLength && sent.StartsWith(name, StringComparison.Ordinal);
}
