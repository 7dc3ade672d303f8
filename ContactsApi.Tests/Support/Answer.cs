using System.Net;
using System.Text;
using System.Text.Json.Nodes;

namespace ContactsApi.Tests.Support;

/// <summary>What the service answered to one request.</summary>
public sealed record Answer(HttpResponseMessage Response, string Text)
{
    public HttpStatusCode Status => Response.StatusCode;

    public string? MediaType => Response.Content.Headers.ContentType?.MediaType;

    /// <summary>As JSON; of a format that is none, the text.</summary>
    public JsonNode Body => MediaType is null || MediaType.EndsWith("json", StringComparison.Ordinal) ? Json.Parse(Text) : JsonValue.Create(Text);

    /// <summary>The parameters to blame, where it is a refusal.</summary>
    public IEnumerable<string> Blamed => Body["errors"]!.AsObject().Select(error => error.Key);
}

public static class AnswerExtensions
{
    /// <summary>Carries an API key, good or bad, from now on.</summary>
    public static HttpClient With(this HttpClient client, string key)
    {
        client.DefaultRequestHeaders.Remove("Authorization");
        client.DefaultRequestHeaders.TryAddWithoutValidation("Authorization", $"Bearer {key}");
        return client;
    }

    public static async Task<Answer> PostAsync(this HttpClient client, string uri, string body, string? acceptLanguage = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, uri) { Content = new StringContent(body, Encoding.UTF8, "application/json") };
        if (acceptLanguage is not null)
            request.Headers.TryAddWithoutValidation("Accept-Language", acceptLanguage);
        var response = await client.SendAsync(request, TestContext.Current.CancellationToken);
        return new Answer(response, await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    /// <param name="acceptLanguage">Sent as it is; absent, no header is sent.</param>
    /// <param name="body">JSON.</param>
    public static async Task<Answer> AskAsync(
        this HttpClient client, string uri, string? acceptLanguage = null, HttpMethod? method = null, string? body = null)
    {
        using var request = new HttpRequestMessage(method ?? HttpMethod.Get, uri);
        if (body is not null)
            request.Content = new StringContent(body, System.Text.Encoding.UTF8, "application/json");
        if (acceptLanguage is not null)
            request.Headers.TryAddWithoutValidation("Accept-Language", acceptLanguage);
        var response = await client.SendAsync(request, TestContext.Current.CancellationToken);
        return new Answer(response, await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }
}
