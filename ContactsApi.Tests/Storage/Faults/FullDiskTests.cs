using System.Net;
using ContactsApi.Storage;
using ContactsApi.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace ContactsApi.Tests.Storage.Faults;

/// <summary>
/// A disk on which there is no room. SQLite itself reports it: a database may be forbidden to grow, which takes no disk that is full.
/// </summary>
[Collection<Alone>]
public sealed class FullDiskTests : IDisposable
{
    private const string NoGrowth = "PRAGMA max_page_count = 1";

    private readonly ContactsApp app;
    private MeddledDatabase? database;

    /// <summary>It does not look by itself whether there is room again, so that each step can be seen.</summary>
    public FullDiskTests() => app = new()
    {
        Clock = TimeProvider.System,
        Replace = services => services.AddSingleton<Database>(provider => database = ActivatorUtilities.CreateInstance<MeddledDatabase>(provider)),
    };

    [Fact]
    public async Task What_finds_no_room_is_refused_and_told_and_written_when_there_is_room_again()
    {
        using var steward = app.CreateClientWith(Scope.Steward);
        database!.Meddling = NoGrowth;

        var refused = await DescribeAsync(steward);

        Assert.Equal((HttpStatusCode.ServiceUnavailable, "store-unavailable"), (refused.Status, refused.Code()));
        Assert.NotNull(refused.Response.Headers.RetryAfter);
        Assert.Equal("degraded", (await steward.GetJsonAsync("/health/ready"))["status"].Text());
        Assert.Equal(1, (await steward.GetJsonAsync("/v1/best-channel?segment=individual"))["catalogRevision"]!.GetValue<long>());
        Assert.Equal(1, app.Services.GetRequiredService<RevisionStore>().ReadNewest()!.Number);

        database.Meddling = MeddledDatabase.Nothing;

        Assert.Equal((HttpStatusCode.OK, 2), await StatusAndRevisionAsync(await DescribeAsync(steward), steward));
        Assert.Equal("ok", (await steward.GetJsonAsync("/health/ready"))["status"].Text());
    }

    [Fact]
    public async Task That_there_is_room_again_is_noticed_without_anybody_writing()
    {
        using var steward = app.CreateClientWith(Scope.Steward);
        database!.Meddling = NoGrowth;
        await DescribeAsync(steward);
        var (snapshots, access) = (app.Services.GetRequiredService<CatalogSnapshots>(), app.Services.GetRequiredService<StoreAccess>());
        Assert.False(access.Answers);
        database.Meddling = MeddledDatabase.Nothing;

        snapshots.TryWriting();

        Assert.True(access.Answers);
    }

    public void Dispose() => app.Dispose();

    /// <summary>More than there is room for between what is written already.</summary>
    private static Task<Answer> DescribeAsync(HttpClient steward) => steward.PatchAsync(
        "/v1/admin/channels/hotline", $$"""{ "notices": [{{string.Join(',', Enumerable.Range(0, 20).Select(Notice))}}] }""");

    private static string Notice(int number) =>
        $$"""{ "code": "n{{number}}", "reference": "1.1", "text": { "ru": "{{new string('а', 1000)}}", "en": "{{new string('a', 1000)}}" } }""";

    private static async Task<(HttpStatusCode Status, int Revision)> StatusAndRevisionAsync(Answer answer, HttpClient client) =>
        (answer.Status, (await client.GetJsonAsync("/health/ready"))["catalogRevision"]!.GetValue<int>());
}
