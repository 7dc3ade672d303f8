using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;

namespace ContactsApi.Tests.Support;

/// <summary>
/// A request as Swagger UI makes it of an operation of the contract when nobody fills anything in: each parameter with its example, or
/// else its default, and the first example of a body.
/// </summary>
/// <param name="Example">The name of another example of the body; the first when absent.</param>
public sealed record PrefilledRequest(Operation Operation, string? Example = null)
{
    /// <summary>Values for parameters, in place of what the page fills in.</summary>
    public IReadOnlyDictionary<string, string> Values { get; init; } = new Dictionary<string, string>();

    /// <summary>The parameters that the page asks for before it sends anything, and has nothing to fill in for.</summary>
    public IEnumerable<string> Missing => Operation.Parameters
        .Where(parameter => parameter["required"]?.GetValue<bool>() == true && ValuesOf(parameter).Length == 0)
        .Select(NameOf);

    public JsonNode? Body => Example is not null ? Operation.BodyExamples[Example] : Operation.BodyExamples.Values.FirstOrDefault();

    public HttpRequestMessage ToMessage()
    {
        var path = In("path").Aggregate(
            Operation.Path, (uri, parameter) => uri.Replace($"{{{NameOf(parameter)}}}", Uri.EscapeDataString(ValuesOf(parameter).Single())));
        var query = from parameter in In("query") from value in ValuesOf(parameter) select $"{NameOf(parameter)}={Uri.EscapeDataString(value)}";
        var message = new HttpRequestMessage(new HttpMethod(Operation.Method.ToUpperInvariant()), $"{path}?{string.Join('&', query)}");
        foreach (var parameter in In("header"))
            message.Headers.TryAddWithoutValidation(NameOf(parameter), ValuesOf(parameter));
        message.Headers.TryAddWithoutValidation("Accept", Operation.Responses.Where(one => one.Key is 200 or 201).Select(one => one.Value["content"]!.AsObject().First().Key));
        if (Operation.RequestType is { } type)
            message.Content = new ByteArrayContent(Encoding.UTF8.GetBytes(Body!.ToJsonString())) { Headers = { ContentType = MediaTypeHeaderValue.Parse(type) } };
        return message;
    }

    /// <summary>What the service answers, as soon as that is plain: a stream has no end.</summary>
    public static async Task<(int Status, string Text)> SendAsync(HttpClient client, HttpRequestMessage message)
    {
        using var response = await client.SendAsync(message, HttpCompletionOption.ResponseHeadersRead, TestContext.Current.CancellationToken);
        var isStream = response.Content.Headers.ContentType?.MediaType == "text/event-stream";
        return ((int)response.StatusCode, isStream ? "" : await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    private IEnumerable<JsonNode> In(string place) => Operation.Parameters.Where(parameter => parameter["in"].Text() == place);

    /// <summary>A schema's <c>examples</c> are shown and not filled in.</summary>
    private string[] ValuesOf(JsonNode parameter) => Values.TryGetValue(NameOf(parameter), out var value)
        ? [value]
        : (parameter["example"] ?? parameter["schema"]!["example"] ?? parameter["schema"]!["default"]) switch
        {
            null => [],
            JsonArray items => [.. items.Select(item => $"{item}")],
            var filledIn => [$"{filledIn}"],
        };

    private static string NameOf(JsonNode parameter) => parameter["name"].Text()!;
}
