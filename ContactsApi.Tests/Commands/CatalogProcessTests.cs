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

    public void Dispose() => store.Dispose();

    private async Task<ServiceEnd> EndOf(string[] arguments, params IEnumerable<(string Name, string Value)> settings)
    {
        await using var process = new ServiceProcess(store.Path, arguments, settings);
        return await process.EndAsync();
    }
}
