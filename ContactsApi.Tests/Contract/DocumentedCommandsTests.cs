using ContactsApi.Tests.Support;

namespace ContactsApi.Tests.Contract;

/// <summary>What the documents tell people to call is called, from the first to the last, on a store of its own.</summary>
[Collection<Alone>]
public sealed class DocumentedCommandsTests : IDisposable
{
    /// <summary>What no test can count on: other programs, and what takes as long as the tests do.</summary>
    private static readonly string[] Others =
    [
        "chmod", "cp", "createdb", "docker", "kubectl", "mkdir", "pg_dump", "password=$(openssl", "printf", "sqlite3",
    ];

    private readonly TemporaryStore store = new();

    public static TheoryData<string> Names => [.. Documents.Names];

    [Fact]
    public async Task The_commands_of_the_service_work()
    {
        var folder = Path.GetDirectoryName(store.Path)!;
        FilledStore.CopyTo(store.Path);
        var calls = Documents.Names.SelectMany(Commands).Select(WordsToTheService).OfType<string[]>().ToList();

        Assert.InRange(calls.Count, 10, 50);
        foreach (var words in calls)
        {
            var own = words.Select(word => word.Replace("/tmp/", $"{folder}/", StringComparison.Ordinal)).ToArray();
            await using var process = new ServiceProcess(store.Path, own);
            var end = await process.EndAsync();
            Assert.True(end.ExitCode == 0, $"{string.Join(' ', own)}: {end.ExitCode} {string.Join(' ', end.ErrorLines)}");
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_command_is_called_by_a_test_or_is_another_programs(string document) => Assert.Empty(
        from words in Commands(document)
        where words is not (["curl", ..] or ["cd", "ContactsApi"] or ["dotnet", "test"] or ["dotnet", "run", "--project", "ContactsApi"])
        where WordsToTheService(words) is null && !Others.Contains(words[0])
        select string.Join(' ', words));

    public void Dispose() => store.Dispose();

    private static IEnumerable<IReadOnlyList<string>> Commands(string document) => ShellCommands.In(Documents.TextOf(document), new Dictionary<string, string>());

    /// <summary>What the service is called with; nothing if it is not. Where the output goes is the shell's.</summary>
    private static string[]? WordsToTheService(IReadOnlyList<string> words) =>
        words is ["dotnet", "run", ..] && words.Index().FirstOrDefault(word => word.Item == "--") is { Index: > 0 } end
            ? [.. words.Skip(end.Index + 1).TakeWhile(word => word != ">")]
            : null;
}
