using System.Collections.Concurrent;
using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using ContactsApi.Hosting;
using ContactsApi.Storage;
using ContactsApi.Tests.Support;

namespace ContactsApi.Tests.Features.Corrections;

/// <summary>Whatever body is sent, it is taken or refused in our own words.</summary>
public sealed class CorrectionFuzzTests(ContactsApp app) : IClassFixture<ContactsApp>
{
    private const int Requests = 4_000;

    private const string Right = """{ "channelId": "hotline", "element": "hours", "statementId": null, "because": "It answers at night", "shouldBe": "10:00" }""";

    private static readonly string[] Values =
    [
        "null", "true", "0", "-1", "1e999", "2.50", "\"\"", "\" \"", "[]", "{}", "[null]", "\"hotline\"", "\"address\"", "\"\\uD800\"", "\"\\u0000\"",
        "\"\\u202E\"", "\"😀\"", "\"+7 916 123-45-67\"", "{ \"ru\": 1 }", "\"" + new string('я', 501) + "\"", "\"" + new string('x', 20_000) + "\"",
        new string('[', 200), new string('[', 31) + new string(']', 31), "NaN", "'x'", "\"\t\"",
    ];

    private static readonly string[] Names = ["channelId", "element", "statementId", "because", "shouldBe", "more", "", "a.b", "$", "\\uDC00", new('n', 300)];

    private static readonly string[] Uris =
    [
        "/v1/corrections", "/v1/corrections", "/v1/corrections", "/v1/corrections?x=1",
        "/v1/admin/corrections/K7QM-4TZP-W2XD/accept", "/v1/admin/corrections/K7QM-4TZP-W2XD/reject",
    ];

    private readonly Random random = Seed.Random();

    [Fact]
    public async Task Thousands_of_random_bodies_are_taken_or_refused_with_a_reason()
    {
        using var client = app.CreateClientWith(Scope.Steward);
        var faults = new ConcurrentBag<string>();
        var statuses = new ConcurrentDictionary<HttpStatusCode, int>();

        await Parallel.ForEachAsync(
            Enumerable.Range(0, Requests).Select(_ => (Uri: Any(Uris), Body: Body(), Type: MediaType())).ToList(),
            TestContext.Current.CancellationToken,
            async (sent, cancellation) =>
            {
                using var content = new ByteArrayContent(sent.Body);
                content.Headers.ContentType = sent.Type;
                var response = await client.PostAsync(sent.Uri, content, cancellation);
                statuses.AddOrUpdate(response.StatusCode, 1, (_, count) => count + 1);
                if (FaultOf(response, await response.Content.ReadAsStringAsync(cancellation)) is { } fault)
                    faults.Add($"{response.StatusCode} {sent.Uri} {sent.Type} {Encoding.UTF8.GetString(sent.Body)}: {fault}");
            });

        Assert.True(faults.IsEmpty, string.Join(Environment.NewLine, faults.Order(StringComparer.Ordinal).Take(5)));
        // Were nearly all refused at the first hurdle, little would have been tried.
        Assert.All(
            [HttpStatusCode.OK, HttpStatusCode.BadRequest, HttpStatusCode.RequestEntityTooLarge, HttpStatusCode.UnsupportedMediaType],
            status => Assert.InRange(statuses.GetValueOrDefault(status), Requests / 100, Requests));
    }

    private static string? FaultOf(HttpResponseMessage response, string text)
    {
        if (response.IsSuccessStatusCode)
            return null;
        if ((int)response.StatusCode >= 500)
            return "a failure";
        if (response.Content.Headers.ContentType?.MediaType != ProblemResponse.ContentType)
            return "no problem";
        if (text.Length > 50_000)
            return $"an answer of {text.Length} characters";
        var problem = JsonNode.Parse(text)!;
        return response.StatusCode == HttpStatusCode.BadRequest && problem["errors"]!.AsObject().Count == 0 ? "nothing is to blame" : null;
    }

    private byte[] Body() => random.Next(8) switch
    {
        0 => Bytes(),
        1 => Any(Encoding.Unicode, Encoding.BigEndianUnicode, Encoding.UTF32, Encoding.Latin1).GetBytes(Right.Replace("night", "ночь")),
        2 => [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(Right)],
        3 => Encoding.UTF8.GetBytes(Right)[..random.Next(Right.Length)],
        4 => Encoding.UTF8.GetBytes(Any(Values)),
        5 => Encoding.UTF8.GetBytes(Right),
        _ => Encoding.UTF8.GetBytes($"{{ {string.Join(", ", Enumerable.Range(0, random.Next(1, 7)).Select(_ => $"\"{Any(Names)}\": {Any(Values)}"))} }}"),
    };

    private byte[] Bytes()
    {
        var bytes = new byte[random.Next(200)];
        random.NextBytes(bytes);
        return bytes;
    }

    private MediaTypeHeaderValue? MediaType() => random.Next(16) switch
    {
        0 => null,
        1 => new("text/plain"),
        2 => new("application/json", "utf-16"),
        3 => new("application/json", "klingon"),
        4 => new("application/json", "utf-8"),
        _ => new("application/json"),
    };

    private T Any<T>(params T[] choices) => choices[random.Next(choices.Length)];
}
