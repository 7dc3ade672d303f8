using System.Net;
using ContactsApi.Hosting.Access;
using ContactsApi.Storage;
using ContactsApi.Tests.Support;
using Dapper;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace ContactsApi.Tests.Hosting.Access;

/// <summary>How long a key works, and by what. It is 22 November 2026, 03:00 in Moscow.</summary>
public sealed class KeyTests : IDisposable
{
    private static readonly Origin Tester = new("a test");

    private readonly ContactsApp app = new();

    private ApiKeys Keys => app.Services.GetRequiredService<ApiKeys>();

    [Theory]
    [InlineData("Authorization", "Bearer {0}", true)]
    [InlineData("Authorization", "bearer {0}", true)]
    [InlineData("X-Api-Key", "{0}", true)]
    [InlineData("Authorization", "Basic {0}", false)]
    [InlineData("Authorization", "{0}", false)]
    [InlineData("X-Api-Key", "Bearer {0}", false)]
    public async Task A_key_is_sent_in_either_of_two_headers(string header, string value, bool isRead)
    {
        var client = app.CreateClient();
        client.DefaultRequestHeaders.TryAddWithoutValidation(header, string.Format(null, value, app.KeyOf(Scope.Admin).Text));

        Assert.Equal(isRead ? null : "key-invalid", await RefusalAsync(client));
    }

    [Fact]
    public async Task Two_keys_at_once_are_none()
    {
        var client = app.CreateClientWith(Scope.Admin);
        client.DefaultRequestHeaders.Add("X-Api-Key", app.KeyOf(Scope.Admin).Text);

        Assert.Equal("key-invalid", await RefusalAsync(client));
    }

    [Fact]
    public async Task Unknown_wrong_and_revoked_keys_are_refused_in_the_same_words()
    {
        var revoked = app.KeyOf(Scope.Admin);
        Keys.Revoke(revoked.Key.Id, Tester);
        string[] keys = [KeyText.New(KeyText.NewId()), KeyText.New(app.KeyOf(Scope.Admin).Key.Id), revoked.Text];

        var answers = new List<string>();
        foreach (var key in keys)
            answers.Add((await app.CreateClient().With(key).AskAsync("/v1/admin/keys", "en")).Text);

        Assert.Single(answers.Distinct());
        Assert.NotEqual(answers[0], (await app.CreateClient().With(revoked.Text[..^1]).AskAsync("/v1/admin/keys", "en")).Text);
    }

    [Fact]
    public async Task A_refusal_names_the_way_to_send_a_key()
    {
        var challenge = (await app.CreateClient().AskAsync("/v1/admin/keys")).Response.Headers.WwwAuthenticate;
        var insufficient = (await app.CreateClientWith(Scope.Read).AskAsync("/v1/admin/keys")).Response.Headers.WwwAuthenticate;

        Assert.Equal("""Bearer realm="contacts-api" """.TrimEnd(), challenge.ToString());
        Assert.Equal("""Bearer realm="contacts-api", error="insufficient_scope" """.TrimEnd(), insufficient.ToString());
    }

    [Fact]
    public async Task A_key_works_until_it_expires()
    {
        var issued = Keys.Create("Anna", Scope.Admin, Instant.FromUtc(2026, 11, 22, 1, 0), Tester);
        var client = app.CreateClient().With(issued.Text);

        app.Time.Advance(TimeSpan.FromHours(1) - TimeSpan.FromTicks(1));
        Assert.Null(await RefusalAsync(client));
        app.Time.Advance(TimeSpan.FromTicks(1));
        Assert.Equal("key-expired", await RefusalAsync(client));
    }

    [Fact]
    public async Task A_rotated_key_stops_at_once_or_after_its_grace()
    {
        var first = app.KeyOf(Scope.Admin);
        var second = Keys.Rotate(first.Key.Id, Duration.FromHours(1), Tester)!;

        Assert.Null(await RefusalAsync(app.CreateClient().With(first.Text)));
        Assert.Null(await RefusalAsync(app.CreateClient().With(second.Text)));

        app.Time.Advance(TimeSpan.FromHours(1));
        Assert.Equal("key-invalid", await RefusalAsync(app.CreateClient().With(first.Text)));

        var third = Keys.Rotate(first.Key.Id, Duration.Zero, Tester)!;
        Assert.Equal("key-invalid", await RefusalAsync(app.CreateClient().With(second.Text)));
        Assert.Null(await RefusalAsync(app.CreateClient().With(third.Text)));
    }

    [Fact]
    public async Task What_another_process_does_to_keys_is_taken_up_within_a_second()
    {
        await using var polling = new ContactsApp { Polls = true };
        var revoked = polling.KeyOf(Scope.Admin);
        var client = polling.CreateClient().With(revoked.Text);
        Assert.Null(await RefusalAsync(client));

        var elsewhere = ActivatorUtilities.CreateInstance<ApiKeys>(polling.Services);
        elsewhere.Revoke(revoked.Key.Id, Tester);
        var created = elsewhere.Create("Anna", Scope.Admin, null, Tester);
        await polling.Time.PassAsync(TimeSpan.FromSeconds(1));

        await Eventually.IsTrueAsync(async () => await RefusalAsync(client) == "key-invalid");
        Assert.Null(await RefusalAsync(polling.CreateClient().With(created.Text)));
    }

    [Fact]
    public async Task Known_keys_can_read_while_the_store_does_not_answer()
    {
        var (reader, admin) = (app.CreateClientWith(Scope.Read), app.CreateClientWith(Scope.Admin));
        await using (var connection = app.Services.GetRequiredService<Database>().Open())
            await connection.ExecuteAsync("ALTER TABLE api_key RENAME TO lost");

        Assert.Throws<StoreUnavailableException>(Keys.Refresh);
        Assert.Equal(HttpStatusCode.OK, (await reader.AskAsync("/v1/channels")).Status);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, (await admin.AskAsync("/v1/admin/keys")).Status);
    }

    [Fact]
    public void The_store_holds_no_key_only_hashes()
    {
        var issued = app.KeyOf(Scope.Steward);
        using var connection = app.Services.GetRequiredService<Database>().Open();

        Assert.Equal(
            Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.ASCII.GetBytes(issued.Text))),
            connection.ExecuteScalar<string>("SELECT hash FROM api_key WHERE id = @Id", new { issued.Key.Id }));
    }

    [Fact]
    public void Every_write_of_a_key_is_in_the_audit_log_and_what_changes_nothing_is_not()
    {
        var id = Keys.Create("Anna", Scope.Admin, null, Tester).Key.Id;
        Keys.Rotate(id, Duration.Zero, Tester);
        Keys.Revoke(id, Tester);
        Keys.Revoke(id, Tester);
        Assert.Null(Keys.Rotate(id, Duration.Zero, Tester));
        Assert.Null(Keys.Revoke("none", Tester));

        Assert.Equal(
            ["revoke-key", "rotate-key", "create-key"],
            app.Services.GetRequiredService<AuditTrail>().List(long.MaxValue, 100).Where(row => row.Subject == id).Select(row => row.Action));
    }

    public void Dispose() => app.Dispose();

    /// <summary>The code of the refusal that an admin route gives; nothing if it answers.</summary>
    private static async Task<string?> RefusalAsync(HttpClient client)
    {
        var answer = await client.AskAsync("/v1/admin/audit");
        return answer.Status == HttpStatusCode.OK ? null : answer.Body["code"].Text();
    }
}
