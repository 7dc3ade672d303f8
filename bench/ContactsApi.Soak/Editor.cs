using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;

namespace ContactsApi.Soak;

/// <summary>A steward who every few seconds announces an outage, ends it or renames a channel, each time at another replica.</summary>
public sealed class Editor(IReadOnlyList<Replica> replicas, string key)
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(3);

    private readonly ConcurrentBag<double> spreads = [];

    public int Written { get; private set; }

    public int Unavailable { get; private set; }

    public int Unexpected { get; private set; }

    public string LastUnexpected { get; private set; } = "";

    public async Task EditAsync(CancellationToken cancellation)
    {
        string? incident = null;
        for (var i = 0; !cancellation.IsCancellationRequested; i++)
        {
            var replica = replicas[i % replicas.Count];
            var watch = Stopwatch.StartNew();
            try
            {
                using var response = incident is not null ? await EndAsync(replica, incident)
                    : i % 2 == 0 ? await SendAsync(replica, HttpMethod.Post, "/v1/admin/incidents", Announcement())
                    : await RenameAsync(replica, i);
                var revision = await RevisionAsync(response);
                incident = incident is null && revision is not null ? response.Headers.Location?.ToString() : null;
                if (revision is { } written)
                    await WaitForAllAsync(written, watch, cancellation);
            }
            catch (Exception problem) when (problem is HttpRequestException or OperationCanceledException)
            {
                Unavailable++;
            }

            await Task.Delay(Pause, cancellation).ContinueWith(_ => { }, TaskScheduler.Default);
        }
    }

    public string Spread()
    {
        var sorted = spreads.Order().ToList();
        return sorted.Count == 0 ? "-" : $"{sorted[sorted.Count / 2]:f0}, {sorted[(int)(sorted.Count * 0.99)]:f0}, {sorted[^1]:f0}";
    }

    private static string Announcement() => """{ "channelId": "portal-chat", "reason": { "ru": "Сбой", "en": "An outage" } }""";

    private Task<HttpResponseMessage> EndAsync(Replica replica, string incident) => SendAsync(replica, HttpMethod.Delete, incident, null, "*");

    private Task<HttpResponseMessage> RenameAsync(Replica replica, int number) => SendAsync(
        replica, HttpMethod.Patch, "/v1/admin/channels/hotline", $$"""{ "description": { "en": "An operator answers ({{number}})." } }""", "*");

    private async Task<HttpResponseMessage> SendAsync(Replica replica, HttpMethod method, string path, string? body, string? match = null)
    {
        using var request = new HttpRequestMessage(method, path);
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", key);
        if (match is not null)
            request.Headers.TryAddWithoutValidation("If-Match", match);
        if (body is not null)
            request.Content = new StringContent(body, Encoding.UTF8, method == HttpMethod.Patch ? "application/merge-patch+json" : "application/json");
        return await replica.Client.SendAsync(request);
    }

    private async Task<long?> RevisionAsync(HttpResponseMessage response)
    {
        if (response.StatusCode == HttpStatusCode.ServiceUnavailable)
            Unavailable++;
        else if (!response.IsSuccessStatusCode)
            (Unexpected, LastUnexpected) = (Unexpected + 1, $"{(int)response.StatusCode} {await response.Content.ReadAsStringAsync()}");
        if (!response.IsSuccessStatusCode)
            return null;
        Written++;
        return (await response.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("catalogRevision").GetInt64();
    }

    /// <summary>Measures from the sending of the write until every replica answers from it.</summary>
    private async Task WaitForAllAsync(long revision, Stopwatch watch, CancellationToken cancellation)
    {
        foreach (var replica in replicas)
        {
            while (!cancellation.IsCancellationRequested && await ShownByAsync(replica) < revision)
                await Task.Delay(5, CancellationToken.None);
        }

        if (!cancellation.IsCancellationRequested)
            spreads.Add(watch.Elapsed.TotalMilliseconds);
    }

    private static async Task<long> ShownByAsync(Replica replica) =>
        (await replica.Client.GetFromJsonAsync<JsonElement>(new Uri("/v1/best-channel?segment=individual", UriKind.Relative)))
            .GetProperty("catalogRevision").GetInt64();
}
