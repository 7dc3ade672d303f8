using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;

namespace ContactsApi.Tests.Support;

/// <summary>How a process of the service ended, and all that it had written.</summary>
public sealed record ServiceEnd(int ExitCode, string Output, IReadOnlyList<string> ErrorLines);

/// <summary>The built service in a process of its own, configured by its environment as an operator would.</summary>
public sealed partial class ServiceProcess : IAsyncDisposable
{
    /// <summary>A setting for those who wait for each other's writes: nobody gives up.</summary>
    public static readonly (string Name, string Value) Patient = ("Store__BusyTimeoutSeconds", "60");

    /// <summary>What this process may have been given, and the service is not to inherit.</summary>
    private static readonly string[] Settings = ["LANG", "LC_", "Store__", "ASPNETCORE_", "Kestrel__", "Logging__", "Limits__", "Proxies__", "Cors__", "Freshness__", "Server__", "Health__", "OTEL_"];

    private readonly string databasePath;
    private readonly Process process;
    private readonly Task<string> output;
    private readonly Task<IReadOnlyList<string>> errorLines;
    private readonly TaskCompletionSource<Uri> address = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <param name="databasePath">The database; its folder is the working directory.</param>
    /// <param name="settings">Environment variables, over a free port, a terminal that speaks English, and an end without a pause.</param>
    public ServiceProcess(string databasePath, params IEnumerable<(string Name, string Value)> settings)
        : this(databasePath, [], settings)
    {
    }

    /// <param name="arguments">What the program is called with.</param>
    public ServiceProcess(string databasePath, IEnumerable<string> arguments, params IEnumerable<(string Name, string Value)> settings)
    {
        this.databasePath = databasePath;
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "ContactsApi.dll"), .. arguments])
        {
            WorkingDirectory = Path.GetDirectoryName(databasePath),
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var inherited in start.Environment.Keys.Where(IsSetting).ToList())
            start.Environment.Remove(inherited);
        foreach (var (name, value) in DefaultSettings(databasePath).Concat(settings))
            start.Environment[name] = value;

        process = Process.Start(start)!;
        output = process.StandardOutput.ReadToEndAsync();
        errorLines = ReadErrorsAsync();
    }

    /// <summary>Where it listens, as soon as it does.</summary>
    public Task<Uri> AddressAsync() => Eventually.EndsAsync(address.Task);

    public async Task<ServiceEnd> EndAsync()
    {
        await Eventually.EndsAsync(process.WaitForExitAsync(TestContext.Current.CancellationToken));
        return new ServiceEnd(process.ExitCode, await output, await errorLines);
    }

    /// <summary>Tells it to end, as a service manager does: by SIGTERM.</summary>
    public async Task TellToEndAsync()
    {
        using var kill = Process.Start("sh", ["-c", string.Create(CultureInfo.InvariantCulture, $"kill -TERM {process.Id}")]);
        await kill.WaitForExitAsync(TestContext.Current.CancellationToken);
    }

    public async Task<ServiceEnd> TerminateAsync()
    {
        await TellToEndAsync();
        return await EndAsync();
    }

    /// <summary>A caller who may edit: with a key made as an operator makes it, by the command.</summary>
    public async Task<HttpClient> StewardAsync()
    {
        var client = new HttpClient { BaseAddress = await AddressAsync() };
        await using var command = new ServiceProcess(databasePath, ["keys", "create", "--name", "a steward", "--scope", "steward"]);
        client.With((await command.EndAsync()).Output.Trim());
        // The service learns of it within a second.
        await Eventually.IsTrueAsync(async () => (await client.AskAsync("/v1/admin/topics")).Status != HttpStatusCode.Unauthorized);
        return client;
    }

    public bool HasEnded => process.HasExited;

    /// <summary>Ends it at once, as a power cut does: <c>kill -9</c>.</summary>
    public async Task<ServiceEnd> KillAsync()
    {
        process.Kill();
        return await EndAsync();
    }

    /// <summary>Whatever a test came to, no process outlives it.</summary>
    public async ValueTask DisposeAsync()
    {
        if (!process.HasExited)
            process.Kill(entireProcessTree: true);
        await process.WaitForExitAsync(CancellationToken.None);
        process.Dispose();
    }

    private async Task<IReadOnlyList<string>> ReadErrorsAsync()
    {
        List<string> lines = [];
        while (await process.StandardError.ReadLineAsync() is { } line)
        {
            lines.Add(line);
            if (Listening().Match(line) is { Success: true } match)
                address.TrySetResult(new Uri(match.Groups["address"].Value));
        }

        address.TrySetException(new InvalidOperationException($"It ended without listening: {string.Join('\n', lines)}"));
        return lines;
    }

    private static IEnumerable<(string Name, string Value)> DefaultSettings(string databasePath) =>
        [("ASPNETCORE_URLS", "http://127.0.0.1:0"), ("Store__Path", databasePath), ("Server__PauseSeconds", "0")];

    private static bool IsSetting(string variable) =>
        Settings.Any(prefix => variable.StartsWith(prefix, StringComparison.OrdinalIgnoreCase));

    [GeneratedRegex("Now listening on: (?<address>http://[0-9.:]+)", RegexOptions.ExplicitCapture)]
    private static partial Regex Listening();
}
