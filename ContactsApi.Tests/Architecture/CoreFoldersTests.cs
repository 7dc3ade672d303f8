using NetArchTest.Rules;

namespace ContactsApi.Tests.Architecture;

/// <summary>Which folders of the core rest on which. A new arrow is a decision, and so is one that is gone: the table says what holds.</summary>
public sealed class CoreFoldersTests
{
    private const string Core = "ContactsApi.Core";

    /// <summary>Each folder rests on folders of rows above it, and so there is no circle. What lies in no folder is for all of them.</summary>
    private static readonly (string Folder, string RestsOn)[] Table =
    [
        ("Calendar", ""),
        ("Statements", ""),
        ("Corrections", ""),
        ("Hours", "Calendar"),
        ("Channels", "Statements Hours"),
        ("Guidance", "Channels"),
        ("Promises", "Calendar Statements Hours"),
        ("Catalogs", "Calendar Statements Hours Channels Guidance"),
        ("Quality", "Calendar Statements Hours Channels Catalogs"),
        ("Choosing", "Calendar Statements Hours Channels Guidance Promises Catalogs Quality"),
        ("Checking", "Statements Channels Catalogs Quality Choosing"),
        ("Comparison", "Hours Channels Promises Choosing"),
        ("Events", "Hours Channels Choosing"),
        ("Due", "Calendar Channels Guidance Promises Choosing"),
        ("Slots", "Calendar Hours Channels Catalogs Choosing"),
    ];

    [Fact]
    public void Every_folder_of_the_core_has_its_row() => Assert.Equal(
        Table.Select(row => $"{Core}.{row.Folder}").Append(Core).Order(),
        Types.InAssembly(typeof(Program).Assembly).That().ResideInNamespace(Core).GetTypes().Select(type => type.Namespace!).Distinct().Order());

    [Fact]
    public void A_folder_rests_on_just_those_of_its_row() => Assert.Equal(
        Table.Select(row => $"{row.Folder} -> {row.RestsOn}"),
        Table.Select(row => $"{row.Folder} -> {string.Join(' ', FoldersUnder($"{Core}.{row.Folder}"))}"));

    [Fact]
    public void A_folder_rests_on_none_below_it() => Assert.All(Table.Index(), row =>
        Assert.Subset(Table.Take(row.Index).Select(above => above.Folder).ToHashSet(), FoldersUnder($"{Core}.{row.Item.Folder}").ToHashSet()));

    [Fact]
    public void What_lies_in_no_folder_rests_on_none() => Assert.Empty(FoldersUnder(Core));

    /// <summary>The folders that something of the namespace depends on, in the order of the table.</summary>
    private static IEnumerable<string> FoldersUnder(string @namespace)
    {
        var types = Types.InAssembly(typeof(Program).Assembly).That().ResideInNamespaceMatching($"^{@namespace}$");
        return Table.Select(row => row.Folder)
            .Where(folder => $"{Core}.{folder}" != @namespace)
            .Where(folder => types.ShouldNot().HaveDependencyOnAny($"{Core}.{folder}").GetResult().FailingTypeNames?.Any() == true);
    }
}
