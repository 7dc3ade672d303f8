using System.Text.Json.Nodes;

namespace ContactsApi.Tests.Support;

/// <summary>An event of a stream; a heartbeat has neither id nor data.</summary>
public sealed record StreamEvent(string? Id, string Type, string Data)
{
    public const string Heartbeat = "heartbeat";

    public JsonNode Body => Json.Parse(Data);
}

/// <summary>Reads a stream of server-sent events as they come, by the rules for browsers.</summary>
public sealed class EventReader(HttpResponseMessage response, StreamReader lines) : IDisposable
{
    public HttpResponseMessage Response => response;

    public static async Task<EventReader> OpenAsync(HttpClient client, string uri, string? lastEventId = null, string acceptLanguage = "en")
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, uri);
        request.Headers.TryAddWithoutValidation("Accept-Language", acceptLanguage);
        if (lastEventId is not null)
            request.Headers.TryAddWithoutValidation("Last-Event-ID", lastEventId);
        var response = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, TestContext.Current.CancellationToken);
        return new(response, new StreamReader(await response.Content.ReadAsStreamAsync(TestContext.Current.CancellationToken)));
    }

    /// <summary>The next event, heartbeats aside.</summary>
    public async Task<StreamEvent> NextAsync()
    {
        while (true)
        {
            if (await NextOfAnyKindAsync() is { Type: not StreamEvent.Heartbeat } found)
                return found;
        }
    }

    /// <summary>The next event or heartbeat. To wait for what does not come is a fault.</summary>
    public async Task<StreamEvent> NextOfAnyKindAsync() =>
        await ReadAsync() ?? throw new InvalidOperationException("The stream has ended");

    /// <summary>Reads on to the end of the stream.</summary>
    public async Task ReadToEndAsync()
    {
        while (await ReadAsync() is not null)
        {
        }
    }

    public void Dispose()
    {
        lines.Dispose();
        response.Dispose();
    }

    private async Task<StreamEvent?> ReadAsync()
    {
        string? id = null;
        var (type, data, isComment) = ("message", "", false);
        while (await Eventually.EndsAsync(lines.ReadLineAsync()) is { } line)
        {
            switch (line.Split(": ", 2))
            {
                case [""] when data.Length > 0: return new(id, type, data);
                case [""] when isComment: return new(null, StreamEvent.Heartbeat, "");
                case ["id", var value]: id = value; break;
                case ["event", var value]: type = value; break;
                case ["data", var value]: data = value; break;
                case [":"]: isComment = true; break;
            }
        }

        return null;
    }
}
