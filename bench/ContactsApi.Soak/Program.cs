using System.Globalization;
using ContactsApi.Soak;

// Asks, edits and announces outages for a while, and prints what came of it:
//   ContactsApi.Soak MINUTES QUESTIONS-A-SECOND URL=PID...      the key of a steward in CONTACTS_KEY
CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
var minutes = double.Parse(args[0]);
var rate = int.Parse(args[1]);
var replicas = args[2..].Select(arg => arg.Split('=')).Select(parts => new Replica(new Uri(parts[0]), int.Parse(parts[1]))).ToArray();
using var end = new CancellationTokenSource(TimeSpan.FromMinutes(minutes));
var readers = new Readers(replicas, rate);
var editor = new Editor(replicas, Environment.GetEnvironmentVariable("CONTACTS_KEY")!);

Console.WriteLine("| minute | answers | failed | memory, MiB | handles | threads |\n|---:|---:|---:|---|---|---|");
await Task.WhenAll(readers.AskAsync(end.Token), editor.EditAsync(end.Token), ReportAsync(end.Token));

Console.WriteLine();
Console.WriteLine($"{readers.Answered} answers, {readers.Failed} failed, {readers.WentBack} of an older revision than one seen before.");
foreach (var (what, count) in readers.Failures.OrderByDescending(failure => failure.Value).Take(5))
    Console.WriteLine($"  {count} × {what}");
Console.WriteLine($"{editor.Written} writes, {editor.Unavailable} refused with 503, {editor.Unexpected} otherwise: {editor.LastUnexpected}");
Console.WriteLine($"A write was answered from by all {replicas.Length} after {editor.Spread()} ms (median, 99 %, longest).");

async Task ReportAsync(CancellationToken cancellation)
{
    for (var minute = 0; !cancellation.IsCancellationRequested; minute++)
    {
        Console.WriteLine(
            $"| {minute} | {readers.Answered} | {readers.Failed} | {Each(replica => replica.Mebibytes)} | {Each(replica => replica.Handles)} | {Each(replica => replica.Threads)} |");
        await Task.Delay(TimeSpan.FromMinutes(1), cancellation).ContinueWith(_ => { }, TaskScheduler.Default);
    }
}

string Each(Func<Replica, object> figure) => string.Join(", ", replicas.Select(figure));
