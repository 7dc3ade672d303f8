using ContactsApi.CatalogFiles;
using ContactsApi.Tests.Support;

namespace ContactsApi.Tests.Commands;

/// <summary>The commands on catalog files in a process of their own.</summary>
[Collection<Alone>]
public sealed class CatalogProcessTests : IDisposable
{
    private readonly TemporaryStore store = new();

    [Fact]
    public async Task An_export_is_printed_in_utf_8_and_nothing_else_is()
    {
        var first = store.Start();

        var end = await EndOf(["catalog", "export"], ("LC_ALL", "ru_RU.KOI8-R"));

        Assert.Equal(0, end.ExitCode);
        Assert.Empty(end.ErrorLines);
        Assert.Equal(CatalogYaml.Write(Domain.Shipped, new ExportedFrom(1, first.CreatedAt)), end.Output);
    }

    [Fact]
    public async Task A_wrong_call_ends_with_its_code_in_the_language_of_the_terminal()
    {
        var end = await EndOf(["catalog", "imbibe"], ("LANG", "ru_RU.UTF-8"));

        Assert.Equal(2, end.ExitCode);
        Assert.Empty(end.Output);
        Assert.StartsWith("Каталог как файл", end.ErrorLines[0]);
    }

    /// <summary>Where a level of the file would take a part of the stack, the process would not end with a code of its own.</summary>
    [Theory]
    [InlineData("validate")]
    [InlineData("import")]
    public async Task A_file_made_to_harm_is_refused_at_its_place(string command)
    {
        var file = $"{store.Path}.yaml";
        await File.WriteAllTextAsync(file, $"channels: {new string('[', 20_000)}{new string(']', 20_000)}\n", TestContext.Current.CancellationToken);

        var end = await EndOf(["catalog", command, file]);

        Assert.Equal((1, ""), (end.ExitCode, end.Output));
        Assert.Equal($"{file}:1:42: no YAML: It is deeper than 32 levels.", Assert.Single(end.ErrorLines));
    }

    public void Dispose() => store.Dispose();

    private async Task<ServiceEnd> EndOf(string[] arguments, params IEnumerable<(string Name, string Value)> settings)
    {
        await using var process = new ServiceProcess(store.Path, arguments, settings);
        return await process.EndAsync();
    }
}
