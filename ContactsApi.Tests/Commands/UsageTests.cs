using ContactsApi.Commands;
using ContactsApi.Core;
using ContactsApi.Tests.Support;

namespace ContactsApi.Tests.Commands;

/// <summary>What the program takes its words for.</summary>
public sealed class UsageTests
{
    private const string Service = "How to reach the Gosuslugi support centre right now";
    private const string Catalog = "The catalog as a file";
    private const string Keys = "API keys, for those";
    private const string Incidents = "Outages: what is out of order";

    [Theory]
    [InlineData("")]
    [InlineData("--urls=http://localhost:5080")]
    [InlineData("--URLS http://localhost:5080")]
    [InlineData("urls=http://localhost:5080")]
    [InlineData("/urls=http://localhost:5080")]
    [InlineData("--Store:Path=contacts.db")]
    [InlineData("--Store:Path contacts.db --Freshness:MaxAgeSeconds 0")]
    [InlineData("--Logging:LogLevel:Default=Warning --environment Development")]
    [InlineData("--environment=Development --contentRoot=/app --applicationName=ContactsApi")]
    [InlineData("--http_ports=8080 --OTEL_EXPORTER_OTLP_ENDPOINT=http://collector:4317")]
    [InlineData("--Store= --Store:Path=contacts.db")]
    public void Settings_start_the_service(string arguments) => Assert.Equal(("", "", null), Answer(arguments));

    [Theory]
    [InlineData("openapi", "openapi")]
    [InlineData("openapi admin", "openapi")]
    [InlineData("openapi admin --Store:Path=contacts.db", "openapi")]
    [InlineData("openapi --Store:Path=contacts.db", "openapi")]
    [InlineData("health --urls=http://localhost:5080", "health")]
    [InlineData("--urls http://localhost:5080 health", "health")]
    [InlineData("--Store:Path=contacts.db catalog export", "catalog")]
    [InlineData("catalog", "catalog")]
    [InlineData("catalog validate help", "catalog")]
    [InlineData("keys create --name help --scope read", "keys")]
    [InlineData("incident start hotline --ru help", "incident")]
    public void A_command_is_left_to_itself(string arguments, string command)
    {
        Assert.Equal(("", "", null), Answer(arguments));
        Assert.Equal(command, Invocation.Of(Words(arguments)).Command);
    }

    [Theory]
    [InlineData("--help", Service)]
    [InlineData("-h", Service)]
    [InlineData("-?", Service)]
    [InlineData("/?", Service)]
    [InlineData("help", Service)]
    [InlineData("--Store:Path=contacts.db --help", Service)]
    [InlineData("openapi --help", Service)]
    [InlineData("health -h", Service)]
    [InlineData("help openapi", Service)]
    [InlineData("catalog --help", Catalog)]
    [InlineData("catalog help", Catalog)]
    [InlineData("catalog import --help", Catalog)]
    [InlineData("help catalog", Catalog)]
    [InlineData("keys --help", Keys)]
    [InlineData("keys create -h", Keys)]
    [InlineData("help keys", Keys)]
    [InlineData("incident --help", Incidents)]
    [InlineData("help incident", Incidents)]
    public void Who_asks_how_to_call_it_is_told(string arguments, string beginning)
    {
        var (output, errors, exitCode) = Answer(arguments);

        Assert.StartsWith(beginning, output);
        Assert.Equal(("", 0), (errors, exitCode));
    }

    [Theory]
    [InlineData("frobnicate", "frobnicate")]
    [InlineData("frobnicate --help", "frobnicate")]
    [InlineData("Catalog", "Catalog")]
    [InlineData("serve", "serve")]
    [InlineData("--frobnicate", "--frobnicate")]
    [InlineData("-v", "-v")]
    [InlineData("-Store:Path=contacts.db", "-Store:Path=contacts.db")]
    [InlineData("--port 8080", "--port")]
    [InlineData("--port=8080", "--port=8080")]
    [InlineData("--environment", "--environment")]
    [InlineData("--environment --urls=http://localhost:5080", "--environment")]
    [InlineData("--Store:Path=contacts.db frobnicate", "frobnicate")]
    [InlineData("--Store:Path contacts.db contacts.db", "contacts.db")]
    [InlineData("openapi openapi.yaml", "openapi.yaml")]
    [InlineData("openapi Admin", "Admin")]
    [InlineData("openapi admin openapi.admin.yaml", "openapi.admin.yaml")]
    [InlineData("health --quiet", "--quiet")]
    public void What_is_not_understood_is_named_and_starts_nothing(string arguments, string word)
    {
        var (output, errors, exitCode) = Answer(arguments);

        Assert.StartsWith($"Not understood: {word}\n{Service}", errors.ReplaceLineEndings("\n"));
        Assert.Equal(("", 2), (output, exitCode));
    }

    [Theory]
    [InlineData("version")]
    [InlineData("--version")]
    public void It_tells_its_version(string argument) =>
        Assert.Equal(($"contacts-api {typeof(Invocation).Assembly.GetName().Version!.ToString(3)}", "", 0), Answer(argument) switch
        {
            var (output, errors, exitCode) => (output.TrimEnd(), errors, exitCode),
        });

    [Theory]
    [InlineData(Language.Ru)]
    [InlineData(Language.En)]
    public void The_help_names_every_command(Language language) => Assert.All(
        ["openapi", "openapi admin", "health", "catalog validate|diff|import|rollback|export|schema", "keys create|list|rotate|revoke", "incident start|end|list", "--help", "--version", "--Store:Path=", "--urls="],
        name => Assert.Contains(name, Answer("--help", language).Output));

    private static (string Output, string Errors, int? ExitCode) Answer(string arguments, Language language = Language.En)
    {
        var terminal = new Terminal(new StringWriter(), new StringWriter(), language);
        var exitCode = Usage.Answer(Invocation.Of(Words(arguments)), terminal);
        return (terminal.Out.ToString()!, terminal.Error.ToString()!, exitCode);
    }

    private static string[] Words(string arguments) => arguments.Split(' ', StringSplitOptions.RemoveEmptyEntries);
}

/// <summary>The same in processes of their own.</summary>
[Collection<Alone>]
public sealed class UsageProcessTests : IDisposable
{
    private readonly TemporaryStore store = new();

    [Theory]
    [InlineData("frobnicate", 2)]
    [InlineData("--frobnicate", 2)]
    [InlineData("catalog frobnicate", 2)]
    [InlineData("keys frobnicate", 2)]
    [InlineData("--help", 0)]
    [InlineData("--version", 0)]
    [InlineData("catalog --help", 0)]
    [InlineData("keys --help", 0)]
    public async Task A_call_that_asks_how_or_is_wrong_ends_at_once_and_writes_no_store(string arguments, int exitCode)
    {
        await using var process = new ServiceProcess(store.Path, arguments.Split(' '));

        var end = await process.EndAsync();

        Assert.Equal(exitCode, end.ExitCode);
        Assert.Equal(exitCode == 0, end.Output.Length > 0);
        Assert.Equal(exitCode == 0, end.ErrorLines.Count == 0);
        Assert.False(File.Exists(store.Path));
    }

    [Fact]
    public async Task It_speaks_the_language_of_the_terminal()
    {
        await using var process = new ServiceProcess(store.Path, ["frobnicate"], ("LC_ALL", "ru_RU.UTF-8"));

        Assert.Equal("Непонятно: frobnicate", (await process.EndAsync()).ErrorLines[0]);
    }

    [Theory]
    [InlineData("--environment Development")]
    [InlineData("--urls=http://127.0.0.1:0 --Freshness:MaxAgeSeconds=7")]
    public async Task With_settings_it_serves(string arguments)
    {
        await using var process = new ServiceProcess(store.Path, arguments.Split(' '));

        Assert.NotNull(await process.AddressAsync());
    }

    public void Dispose() => store.Dispose();
}
