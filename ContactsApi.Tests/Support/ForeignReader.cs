using System.Diagnostics;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace ContactsApi.Tests.Support;

/// <summary>
/// A program that is not ours reads what the service wrote: a script of <c>.ci/</c>, run by Node.js. Where Node.js or its packages
/// are not installed the tests that need them are skipped, unless <c>CONTACTS_TEST_REQUIRE_ALL=1</c> makes them mandatory.
/// </summary>
public static class ForeignReader
{
    private static readonly string? Folder = Ancestors(AppContext.BaseDirectory)
        .Select(folder => Path.Combine(folder, ".ci"))
        .FirstOrDefault(folder => File.Exists(Path.Combine(folder, "package-lock.json")));

    /// <param name="script">The name of the script, as <c>read-opening-hours</c>.</param>
    /// <param name="input">What it is to read, as JSON.</param>
    /// <returns>What it printed, as JSON.</returns>
    public static async Task<JsonNode> ReadAsync<T>(string script, T input)
    {
        if (Environment.GetEnvironmentVariable(PostgresServer.RequireAll) != "1")
        {
            Assert.SkipUnless(IsInPath("node"), "Node.js is not installed.");
            Assert.SkipUnless(Folder is not null && Directory.Exists(Path.Combine(Folder, "node_modules")), "Its packages are not installed: npm ci --prefix .ci --ignore-scripts");
        }

        using var process = Process.Start(new ProcessStartInfo("node", [Path.Combine(Folder!, $"{script}.mjs")])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            Environment = { ["TZ"] = Domain.Moscow.Id },
        })!;
        var (output, error) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.StandardInput.WriteAsync(JsonSerializer.Serialize(input, JsonSerializerOptions.Web));
        process.StandardInput.Close();
        await Eventually.EndsAsync(process.WaitForExitAsync(TestContext.Current.CancellationToken));
        Assert.True(process.ExitCode == 0, await error);
        return Json.Parse(await output);
    }

    private static IEnumerable<string> Ancestors(string? folder)
    {
        for (; folder is not null; folder = Path.GetDirectoryName(folder))
            yield return folder;
    }

    private static bool IsInPath(string program) => (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
        .Any(folder => File.Exists(Path.Combine(folder, program)));
}
