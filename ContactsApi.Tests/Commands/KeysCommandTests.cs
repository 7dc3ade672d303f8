using ContactsApi.Commands;
using ContactsApi.Core;
using ContactsApi.Hosting.Access;
using ContactsApi.Hosting.Service;
using ContactsApi.Tests.Support;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace ContactsApi.Tests.Commands;

/// <summary>Keys from the command line. It is 22 November 2026, 03:00 in Moscow.</summary>
[Collection<Alone>]
public sealed class KeysCommandTests : IDisposable
{
    private readonly TemporaryStore store = new();

    [Fact]
    public void The_first_key_is_made_on_an_empty_store_and_stands_alone_on_standard_output()
    {
        var (output, error, code) = Run(["create", "--name", "Anna", "--scope=admin"]);

        Assert.Equal(0, code);
        Assert.True(KeyText.IsWhole(output.TrimEnd('\n')));
        Assert.Equal($"key {IdOf(output)}: Anna; shown this once, and kept nowhere\n", error);
    }

    [Fact]
    public void Keys_are_listed_with_what_became_of_them()
    {
        var first = IdOf(Run(["create", "--name", "Anna", "--scope", "steward", "--expires", "2026-11-22"]).Output);
        var second = IdOf(Run(["create", "--name", "Анна Вторая", "--scope", "read"]).Output);
        Run(["revoke", second]);

        var lines = Run(["list"]).Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Order();
        Assert.Equal(
            new[]
            {
                $"{first}\tsteward\tvalid\t2026-11-22T00:00:00Z\t2026-11-22T21:00:00Z\tAnna",
                $"{second}\tread\trevoked\t2026-11-22T00:00:00Z\t2026-11-22T00:00:00Z\tАнна Вторая",
            }.Order(),
            lines);
    }

    [Fact]
    public void A_key_is_rotated_and_revoked()
    {
        var text = Run(["create", "--name", "Anna", "--scope", "admin"]).Output;
        var rotated = Run(["rotate", IdOf(text), "--grace", "PT1H"]);

        Assert.Equal((0, IdOf(text)), (rotated.Code, IdOf(rotated.Output)));
        Assert.NotEqual(text, rotated.Output);
        Assert.Equal(($"key {IdOf(text)} is revoked: Anna\n", "", 0), Run(["revoke", IdOf(text)]));
        Assert.Equal(("", $"There is no key {IdOf(text)}, or it is revoked or has expired.\n", 1), Run(["rotate", IdOf(text)]));
    }

    [Fact]
    public void What_cannot_be_done_is_told()
    {
        Assert.Equal(("", "There is no key none.\n", 1), Run(["revoke", "none"]));
        Assert.Equal(("", "Ключа none нет.\n", 1), Run(["revoke", "none"], Language.Ru));
        Assert.Equal(("", "2026-11-21 has passed. No key was made.\n", 1), Run(["create", "--name", "A", "--scope", "read", "--expires", "2026-11-21"]));
        Assert.Equal(("", "", 0), Run(["list"]));
    }

    [Theory]
    [InlineData("")]
    [InlineData("make")]
    [InlineData("create")]
    [InlineData("create --name Anna")]
    [InlineData("create --scope admin")]
    [InlineData("create --name Anna --scope boss")]
    [InlineData("create --name= --scope admin")]
    [InlineData("create --name Anna --name Boris --scope admin")]
    [InlineData("create --name Anna --scope admin --expires soon")]
    [InlineData("create --name Anna --scope admin --grace PT1H")]
    [InlineData("create anna --name Anna --scope admin")]
    [InlineData("list all")]
    [InlineData("list --name Anna")]
    [InlineData("rotate")]
    [InlineData("rotate a b")]
    [InlineData("rotate a --grace 1h")]
    [InlineData("rotate a --grace P31D")]
    [InlineData("rotate a --expires 2027-01-01")]
    [InlineData("revoke")]
    [InlineData("revoke a --grace PT1H")]
    public void A_wrong_call_is_told_the_right_ones(string call)
    {
        string[] words = call.Split(' ', StringSplitOptions.RemoveEmptyEntries);

        Assert.Equal(("", KeysUsage.Text.En + "\n", 2), Run(words));
        Assert.Equal(("", KeysUsage.Text.Ru + "\n", 2), Run(words, Language.Ru));
    }

    [Fact]
    public void A_store_that_cannot_be_used_is_refused_in_one_line()
    {
        File.WriteAllText(store.Path, "No database, whatever its name may say.");

        Assert.Equal(("", $"The database {store.Path}: the file is corrupt or no SQLite database; restore a backup.\n", 78), Run(["list"]));
    }

    [Fact]
    public async Task The_program_knows_the_commands()
    {
        await using var process = new ServiceProcess(store.Path, ["keys", "create", "--name", "Анна", "--scope", "admin"], ("LANG", "ru_RU.UTF-8"));
        var end = await process.EndAsync();

        Assert.Equal(0, end.ExitCode);
        Assert.True(KeyText.IsWhole(end.Output.TrimEnd('\n')));
        Assert.Equal([$"ключ {IdOf(end.Output)}: Анна; показан один раз, нигде не хранится"], end.ErrorLines);
    }

    public void Dispose() => store.Dispose();

    private static string IdOf(string text) => KeyText.IdOf(text).ToString();

    private (string Output, string Error, int Code) Run(string[] words, Language language = Language.En)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?> { ["Store:Path"] = store.Path });
        builder.AddContacts();
        builder.Services.AddSingleton<TimeProvider>(new FakeTimeProvider(new DateTimeOffset(2026, 11, 22, 0, 0, 0, TimeSpan.Zero)));
        using var app = builder.Build();
        using StringWriter output = new() { NewLine = "\n" }, error = new() { NewLine = "\n" };
        var code = KeysCommand.Run(app.Services, words, new Terminal(output, error, language));
        return (output.ToString(), error.ToString(), code);
    }
}
