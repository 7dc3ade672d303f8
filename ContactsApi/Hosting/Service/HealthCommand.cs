namespace ContactsApi.Hosting.Service;

/// <summary>
/// The command <c>health</c>: asks the service that runs beside it whether it can answer questions. It is there for containers,
/// whose image has no tool to do so.
/// </summary>
public static class HealthCommand
{
    private const int Ready = 0;
    private const int NotReady = 1;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    /// <summary>Asks at the address by which the same configuration would make the service listen.</summary>
    public static async Task<int> AskHealthAsync(this WebApplication app)
    {
        var address = app.Configuration[$"{HealthOptions.Section}:{nameof(HealthOptions.Urls)}"] is { Length: > 0 } own
            ? own
            : HealthListener.Addresses(app.Configuration);
        try
        {
            // Never by a proxy: the service is on this very machine.
            using var client = new HttpClient(new SocketsHttpHandler { UseProxy = false }) { Timeout = Patience };
            using var answer = await client.GetAsync(ReadinessAt(address));
            await Console.Out.WriteLineAsync(await answer.Content.ReadAsStringAsync());
            return answer.IsSuccessStatusCode ? Ready : NotReady;
        }
        catch (Exception problem) when (problem is HttpRequestException or TaskCanceledException or FormatException)
        {
            await Console.Error.WriteLineAsync($"{address}: {problem.Message}");
            return NotReady;
        }
    }

    /// <param name="addresses">As in ASPNETCORE_URLS: the first of them is asked, and one that means every host is asked at home.</param>
    /// <exception cref="FormatException">The first address is none.</exception>
    public static Uri ReadinessAt(string addresses)
    {
        var address = BindingAddress.Parse(addresses.Split(';')[0]);
        var host = address.Host is "+" or "*" or "0.0.0.0" or "[::]" ? "localhost" : address.Host;
        return new UriBuilder(address.Scheme, host, address.Port, "/health/ready").Uri;
    }
}
