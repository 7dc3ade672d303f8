using ContactsApi.Tests.Support;

namespace ContactsApi.Tests.Contract;

/// <summary>The client that the documents show is one that compiles and works.</summary>
public sealed class DocumentedClientTests(ContactsApp app) : IClassFixture<ContactsApp>
{
    [Fact]
    public async Task It_reads_an_answer()
    {
        var answer = await ContactsClient.AskAsync(app.CreateClient(), "individual", "Asia/Vladivostok");

        Assert.Equal(("portal-chat", "open"), (answer!.Best!.ChannelId, answer.Best.Availability.State));
        Assert.StartsWith("https://", answer.Best.Address.Uri, StringComparison.Ordinal);
        Assert.Contains(answer.Alternatives, channel => channel.Address.Dial is not null || channel.Availability.Until is not null);
        Assert.NotNull(answer.ValidUntil);
    }

    [Theory]
    [InlineData("ContactsClient.cs")]
    [InlineData("ContactsCopy.cs")]
    public void It_is_the_one_that_the_documents_show(string file) =>
        Assert.Contains(
            $"```csharp\n{File.ReadAllText(Path.Combine(AppContext.BaseDirectory, file)).Replace("namespace ContactsApi.Tests.Contract;\n\n", "", StringComparison.Ordinal)}```\n",
            Documents.TextOf("docs/streams-and-batches.md"), StringComparison.Ordinal);
}
