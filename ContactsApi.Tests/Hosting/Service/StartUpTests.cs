using System.Net;
using System.Net.Sockets;
using System.Text.Json.Nodes;
using ContactsApi.Tests.Support;

namespace ContactsApi.Tests.Hosting.Service;

/// <summary>The built service, started as an operator starts it.</summary>
[Collection<Alone>]
public sealed class StartUpTests : IDisposable
{
    private readonly TemporaryStore store = new();

    [Fact]
    public async Task A_good_start_answers_and_ends_when_it_is_told_to()
    {
        await using var service = new ServiceProcess(store.Path);
        using var client = new HttpClient { BaseAddress = await service.AddressAsync() };

        Assert.Equal("ok", (await client.GetJsonAsync("/health/ready"))["status"].Text());
        Assert.NotNull((await client.GetJsonAsync("/v1/best-channel?segment=individual"))["best"]);

        var end = await service.TerminateAsync();
        Assert.Equal(0, end.ExitCode);
        Assert.Empty(end.Output);
        Assert.All(end.ErrorLines, line => Assert.IsType<JsonObject>(Json.Parse(line)));
    }

    [Fact]
    public async Task Nothing_is_written_but_the_database()
    {
        var folder = Path.GetDirectoryName(store.Path)!;
        await using var service = new ServiceProcess(store.Path, ("HOME", folder));
        await service.AddressAsync();
        await service.TerminateAsync();

        Assert.All(Directory.GetFileSystemEntries(folder), entry => Assert.StartsWith(store.Path, entry));
    }

    [Fact]
    public async Task Two_services_that_start_at_once_on_a_missing_database_both_answer_from_one_revision()
    {
        await using var one = new ServiceProcess(store.Path, ServiceProcess.Patient);
        await using var other = new ServiceProcess(store.Path, ServiceProcess.Patient);
        using var client = new HttpClient();

        foreach (var service in new[] { one, other })
        {
            var ready = await client.GetJsonAsync(new Uri(await service.AddressAsync(), "/health/ready").ToString());
            Assert.Equal(1, ready["catalogRevision"]!.GetValue<int>());
        }

        Assert.Equal(1, store.Query<long>("SELECT COUNT(*) FROM revision"));
    }

    [Fact]
    public async Task A_corrupt_database_stops_the_start()
    {
        await File.WriteAllTextAsync(store.Path, "No database, whatever its name may say.", TestContext.Current.CancellationToken);

        AssertRefused($"The database {store.Path}: the file is corrupt", await EndOf());
    }

    [Fact]
    public async Task A_missing_database_stops_the_start_where_it_must_not_be_created() =>
        AssertRefused($"The database {store.Path}: there is no such file", await EndOf(("Store__CreateIfMissing", "false")));

    [Fact]
    public async Task The_line_is_in_the_language_of_the_terminal() => AssertRefused(
        $"База данных {store.Path}: файла нет", await EndOf(("Store__CreateIfMissing", "false"), ("LANG", "ru_RU.UTF-8")));

    [Theory]
    [InlineData("Store__BusyTimeoutSeconds", "0", "BusyTimeoutSeconds must be between 1 and 60")]
    [InlineData("Store__BusyTimeoutSeconds", "soon", "'soon' at 'Store:BusyTimeoutSeconds'")]
    [InlineData("Freshness__MaxAgeSeconds", "-1", "MaxAgeSeconds must be between 0 and 3600")]
    [InlineData("Limits__AddressPerMinute", "-1", "AddressPerMinute must be between 0 and 1000000000")]
    [InlineData("Limits__KeyPerMinute", "many", "'many' at 'Limits:KeyPerMinute'")]
    [InlineData("Proxies__Known", "10.0.0.1, 10.0.0.0/33", "'10.0.0.0/33' is neither an IP address nor a network")]
    [InlineData("Cors__Origins", "https://a.example/page", "'https://a.example/page' is no origin")]
    [InlineData("Cors__Origins", "*, https://a.example", "'*' is no origin")]
    [InlineData("Quality__StaleAfterDays", "0", "StaleAfterDays must be between 1 and 3650")]
    [InlineData("Quality__StaleAfterDays", "3651", "StaleAfterDays must be between 1 and 3650")]
    [InlineData("OTEL_EXPORTER_OTLP_ENDPOINT", "collector:4317", "'collector:4317' is no address of a collector")]
    [InlineData("Server__PauseSeconds", "21", "PauseSeconds must be between 0 and 20")]
    [InlineData("Store__Path", "", "The Path field is required")]
    public async Task A_wrong_setting_stops_the_start(string name, string value, string problem)
    {
        var end = await EndOf((name, value));

        AssertRefused("The configuration is not right. ", end);
        Assert.Contains(problem, end.ErrorLines[0]);
    }

    [Fact]
    public async Task A_taken_port_stops_the_start()
    {
        using var taken = new TcpListener(IPAddress.Loopback, 0);
        taken.Start();

        await AssertCannotListen($"http://{taken.LocalEndpoint}");
    }

    [Theory]
    [InlineData("nonsense")]
    [InlineData("http://127.0.0.1:99999")]
    [InlineData("https://127.0.0.1:0")] // without a certificate
    [InlineData("http://192.0.2.1:5080")] // kept for documentation by RFC 5737, so never an address of this machine
    public async Task An_address_that_cannot_be_listened_at_stops_the_start(string address) => await AssertCannotListen(address);

    public void Dispose() => store.Dispose();

    private async Task<ServiceEnd> EndOf(params IEnumerable<(string Name, string Value)> settings)
    {
        await using var service = new ServiceProcess(store.Path, settings);
        return await service.EndAsync();
    }

    private async Task AssertCannotListen(string address)
    {
        var end = await EndOf(("ASPNETCORE_URLS", address));

        AssertRefused("The service cannot listen: ", end);
        Assert.Contains("ASPNETCORE_URLS", end.ErrorLines[0]);
    }

    /// <summary>One line for a person, and nothing else: no log, no stack trace.</summary>
    private static void AssertRefused(string start, ServiceEnd end)
    {
        Assert.StartsWith(start, Assert.Single(end.ErrorLines));
        Assert.Empty(end.Output);
        Assert.Equal(78, end.ExitCode);
    }
}
