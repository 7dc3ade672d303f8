using System.ComponentModel.DataAnnotations;

namespace ContactsApi.Hosting.Overload;

/// <summary>How much the server takes on at once, and how it ends. Bound from the configuration section <c>Server</c>.</summary>
public sealed class ServerOptions
{
    public const string Section = "Server";

    /// <summary>
    /// Connections at once; a further one is closed unanswered. Default 10000; 1 to 1,000,000. Together with the buffers of a
    /// connection it bounds memory.
    /// </summary>
    [Range(1, 1_000_000)]
    public int Connections { get; set; } = 10_000;

    /// <summary>
    /// Connections at once of one address (IPv6: one /64 network); a further one is closed unanswered. Known proxies have no such share.
    /// Default 0, which means a tenth of <see cref="Connections"/>; 0 to 1,000,000.
    /// </summary>
    [Range(0, 1_000_000)]
    public int ConnectionsPerAddress { get; set; }

    /// <summary>How many that comes to.</summary>
    public int ConnectionsOfOneAddress => ConnectionsPerAddress > 0 ? ConnectionsPerAddress : Math.Max(1, Connections / 10);

    /// <summary>
    /// How long a client may take for the head of a request, in seconds. Default 10; 1 to 300. A head is a few hundred bytes: who takes
    /// longer only holds a connection.
    /// </summary>
    [Range(1, 300)]
    public int HeadSeconds { get; set; } = 10;

    /// <summary>
    /// How long a connection may lie idle, in seconds. Default 75; 1 to 3600. Longer than the 60 s that proxies usually keep theirs, so
    /// that it is they who close it and never send a request into one that is being closed.
    /// </summary>
    [Range(1, 3600)]
    public int IdleSeconds { get; set; } = 75;

    /// <summary>
    /// Requests worked on at once, not counting health and answers that are at hand. Default 256; 1 to 100,000. Working one out takes
    /// far less than a millisecond, so that more come together only where they wait for the store or for a slow client.
    /// </summary>
    [Range(1, 100_000)]
    public int RequestsAtOnce { get; set; } = 256;

    /// <summary>Requests that wait for their turn beyond those; a further one gets 503 at once. Default 256; 0 to 100,000.</summary>
    [Range(0, 100_000)]
    public int RequestsWaiting { get; set; } = 256;

    /// <summary>
    /// Streams at once; a further one gets 503. Default 5000; 1 to 1,000,000. They are neither requests at once nor do they wait for such,
    /// but each is a connection.
    /// </summary>
    [Range(1, 1_000_000)]
    public int Streams { get; set; } = 5000;

    /// <summary>
    /// How long a stream is silent at most, in seconds. Default 15; 1 to 3600. Sooner than a proxy gives up on it.
    /// </summary>
    [Range(1, 3600)]
    public int HeartbeatSeconds { get; set; } = 15;

    /// <summary>
    /// How long the server goes on answering after it was told to end, while readiness already says no, in seconds. Default 5, in
    /// development 0; 0 to 20. Enough for a balancer that asks every second or two to send requests elsewhere.
    /// </summary>
    [Range(0, 20)]
    public int PauseSeconds { get; set; } = 5;
}
