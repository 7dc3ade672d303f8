using System.Collections.Concurrent;
using System.Globalization;
using System.Text.RegularExpressions;

namespace ContactsApi.Soak;

/// <summary>Ask questions at a steady rate, every replica in turn, and look at each answer.</summary>
public sealed partial class Readers(IReadOnlyList<Replica> replicas, int perSecond)
{
    private static readonly string[] Zones = ["Europe/Moscow", "Asia/Vladivostok", "Europe/Berlin", "America/New_York"];
    private static readonly string[] Segments = ["individual", "legal-entity", "abroad"];

    private int answered;
    private int failed;
    private int wentBack;

    public int Answered => answered;

    public int Failed => failed;

    public int WentBack => wentBack;

    /// <summary>How often what went wrong.</summary>
    public ConcurrentDictionary<string, int> Failures { get; } = new();

    public async Task AskAsync(CancellationToken cancellation)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromSeconds(1.0 / perSecond));
        var asking = new ConcurrentDictionary<int, Task>();
        for (var i = 0; !cancellation.IsCancellationRequested; i++)
        {
            var number = i;
            asking[number] = AskAsync(replicas[number % replicas.Count], Question(number)).ContinueWith(_ => asking.TryRemove(number, out var _), TaskScheduler.Default);
            await timer.WaitForNextTickAsync(cancellation).AsTask().ContinueWith(_ => { }, TaskScheduler.Default);
        }

        await Task.WhenAll(asking.Values);
    }

    private async Task AskAsync(Replica replica, string question)
    {
        var newest = replica.Newest;
        try
        {
            using var response = await replica.Client.GetAsync(new Uri(question, UriKind.Relative));
            var text = await response.Content.ReadAsStringAsync();
            if (!response.IsSuccessStatusCode)
                Fail($"{(int)response.StatusCode} {question}");
            else if (Revision().Match(text) is { Success: true } match && !replica.See(long.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture), newest))
                Interlocked.Increment(ref wentBack);
        }
        catch (Exception problem) when (problem is HttpRequestException or OperationCanceledException or IOException)
        {
            Fail($"{problem.GetType().Name} {problem.Message}");
        }

        Interlocked.Increment(ref answered);
    }

    private void Fail(string what)
    {
        Interlocked.Increment(ref failed);
        Failures.AddOrUpdate(what, 1, (_, count) => count + 1);
    }

    private static string Question(int number)
    {
        var random = Random.Shared;
        var zone = Zones[random.Next(Zones.Length)];
        return (number % 10) switch
        {
            < 4 => $"/v1/best-channel?segment={Segments[random.Next(3)]}&timeZone={zone}",
            < 7 => $"/v1/best-channel?segment={Segments[random.Next(3)]}&timeZone={zone}&at=2026-{random.Next(1, 13):00}-{random.Next(1, 29):00}T{random.Next(24):00}:{random.Next(60):00}:00Z",
            7 => "/v1/channels/hotline/schedule?segment=individual&from=2026-11-23&to=2026-11-29",
            8 => "/v1/channels/hotline/availability?segment=individual",
            _ => "/v1/channels",
        };
    }

    [GeneratedRegex("\"catalogRevision\":([0-9]+)")]
    private static partial Regex Revision();
}
