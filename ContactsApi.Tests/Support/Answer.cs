using System.Net;
using System.Text;
using System.Text.Json.Nodes;

namespace ContactsApi.Tests.Support;

/// <summary>What the service answered to one request.</summary>
public sealed record Answer(HttpResponseMessage Response, string Text)
{
    public HttpStatusCode Status => Response.StatusCode;

    public string? MediaType => Response.Content.Headers.ContentType?.MediaType;

    public JsonNode Body => Json.Parse(Text);

    /// <summary>The parameters to blame, where it is a refusal.</summary>
    public IEnumerable<string> Blamed => Body["errors"]!.AsObject().Select(error => error.Key);
}

public static class AnswerExtensions
{
    public static async Task<Answer> PostAsync(this HttpClient client, string uri, string body, string? acceptLanguage = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, uri) { Content = new StringContent(body, Encoding.UTF8, "application/json") };
        if (acceptLanguage is not null)
            request.Headers.TryAddWithoutValidation("Accept-Language", acceptLanguage);
        var response = await client.SendAsync(request, TestContext.Current.CancellationToken);
        return new Answer(response, await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    /// <param name="acceptLanguage">Sent as it is; absent, no header is sent.</param>
    public static async Task<Answer> AskAsync(this HttpClient client, string uri, string? acceptLanguage = null, HttpMethod? method = null)
    {
        using var request = new HttpRequestMessage(method ?? HttpMethod.Get, uri);
        if (acceptLanguage is not null)
            request.Headers.TryAddWithoutValidation("Accept-Language", acceptLanguage);
        var response = await client.SendAsync(request, TestContext.Current.CancellationToken);
        return new Answer(response, await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }
}
