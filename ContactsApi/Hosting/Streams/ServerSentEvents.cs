using System.Buffers;
using System.Text;
using System.Text.Json;
using ContactsApi.Serialization;

namespace ContactsApi.Hosting.Streams;

/// <summary>
/// The wire form of server-sent events (https://html.spec.whatwg.org/multipage/server-sent-events.html). The framework has one too, but
/// it writes every event anew for every reader, and knows no comments.
/// </summary>
public static class ServerSentEvents
{
    public const string ContentType = "text/event-stream";

    /// <summary>The header by which a reader that comes back says what it saw last.</summary>
    public const string LastEventId = "Last-Event-ID";

    /// <summary>A comment, which readers pass over: it shows proxies that the stream lives.</summary>
    public static ReadOnlyMemory<byte> Heartbeat { get; } = ":\n\n"u8.ToArray();

    /// <param name="id">Without line breaks, as the type.</param>
    public static void WriteEvent<T>(this IBufferWriter<byte> writer, string id, string type, T data)
    {
        writer.Write(Encoding.UTF8.GetBytes($"id: {id}\nevent: {type}\ndata: "));
        // JSON that is not indented has no line breaks.
        using (var json = new Utf8JsonWriter(writer, new JsonWriterOptions { Encoder = ContactsJson.Options.Encoder }))
            JsonSerializer.Serialize(json, data, ContactsJson.Options);
        writer.Write("\n\n"u8);
    }

    /// <summary>After how long a reader whose stream ended comes back; not all at the same moment.</summary>
    public static byte[] RetryAfter(TimeSpan shortest, TimeSpan longest) =>
        Encoding.UTF8.GetBytes($"retry: {Random.Shared.Next((int)shortest.TotalMilliseconds, (int)longest.TotalMilliseconds)}\n\n");
}
