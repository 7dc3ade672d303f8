using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;

namespace ContactsApi.Tests.Support;

/// <summary>Requests that write, in few words.</summary>
public static class Writes
{
    /// <param name="match">If-Match, as it is sent.</param>
    /// <param name="noneMatch">If-None-Match, as it is sent.</param>
    /// <param name="contentType">By default what the method takes.</param>
    public static async Task<Answer> WriteAsync(
        this HttpClient client, string method, string uri, string? body = null, string? match = null, string? noneMatch = null, string? contentType = null)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), uri);
        request.Headers.TryAddWithoutValidation("Accept-Language", "en");
        if (match is not null)
            request.Headers.TryAddWithoutValidation("If-Match", match);
        if (noneMatch is not null)
            request.Headers.TryAddWithoutValidation("If-None-Match", noneMatch);
        if (body is not null)
        {
            request.Content = new ByteArrayContent(Encoding.UTF8.GetBytes(body));
            request.Content.Headers.ContentType = MediaTypeHeaderValue.Parse(
                contentType ?? (method == "PATCH" ? "application/merge-patch+json" : "application/json"));
        }

        var response = await client.SendAsync(request, TestContext.Current.CancellationToken);
        return new Answer(response, await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    public static Task<Answer> PatchAsync(this HttpClient client, string uri, string patch, string match = "*") =>
        client.WriteAsync("PATCH", uri, patch, match);

    public static Task<Answer> CreateAsync(this HttpClient client, string uri, string body) => client.WriteAsync("PUT", uri, body, noneMatch: "*");

    public static string? Tag(this Answer answer) => answer.Response.Headers.ETag?.ToString();

    public static string? Code(this Answer answer) => answer.Body["code"].Text();

    public static long Revision(this Answer answer) => answer.Body["catalogRevision"]!.GetValue<long>();

    /// <summary>The fields that were changed, as <c>channels/hotline name.en</c>.</summary>
    public static IEnumerable<string> Changed(this Answer answer) =>
        from change in answer.Body["changes"]!.AsArray()
        from field in change!["fields"]!.AsArray().DefaultIfEmpty()
        select $"{change["kind"]}/{change["id"]} {field?["path"]}".TrimEnd();

    public static async Task<string?> TagOfAsync(this HttpClient client, string uri) => (await client.AskAsync(uri)).Tag();

    public static async Task<JsonNode> ReadAsync(this HttpClient client, string uri) => (await client.AskAsync(uri, "en")).Body;
}
