namespace ContactsApi.Tests.Architecture;

/// <summary>The folders of the service depend on each other as the table in <c>docs/architecture.md</c> says, and in no circle.</summary>
public sealed class FolderTests
{
    [Fact]
    public void Every_folder_has_a_row() => Assert.Empty(FolderTable.WithoutRow());

    [Fact]
    public void No_arrow_is_there_that_the_table_does_not_allow() => Assert.Empty(
        from arrow in FolderTable.Arrows
        where !FolderTable.Rows[arrow.Key.From].Any(allowed => FolderTable.Allows(allowed, arrow.Key.To))
        select $"{arrow.Key.From} -> {arrow.Key.To}: {string.Join(", ", arrow.Take(5).Select(one => $"{one.From} uses {one.To}"))}");

    [Fact]
    public void Every_arrow_that_the_table_allows_is_there() => Assert.Empty(
        from row in FolderTable.Rows
        from allowed in row.Value
        where !FolderTable.Arrows.Any(arrow => arrow.Key.From == row.Key && FolderTable.Allows(allowed, arrow.Key.To))
        select $"{row.Key} -> {allowed}");

    [Fact]
    public void No_folder_depends_on_itself_by_way_of_others() => Assert.Empty(FolderTable.Circle());

    /// <summary>It also writes them out: <c>-showLiveOutput</c> shows what the document should have.</summary>
    [Theory]
    [InlineData(".")]
    [InlineData("Hosting")]
    public void The_pictures_show_the_arrows_that_there_are(string room)
    {
        var picture = FolderTable.PictureOf(room);
        TestContext.Current.TestOutputHelper!.WriteLine(picture);

        Assert.Contains(picture, FolderTable.Document, StringComparison.Ordinal);
    }
}
