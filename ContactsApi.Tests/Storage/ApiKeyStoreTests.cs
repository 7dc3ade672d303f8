using System.Data.Common;
using ContactsApi.Hosting.Access;
using ContactsApi.Storage;
using ContactsApi.Tests.Support;
using NodaTime;

namespace ContactsApi.Tests.Storage;

/// <summary>Keys are kept without their secrets and ended for good, and every write of one leaves a line in the audit log.</summary>
public abstract class ApiKeyStoreTests : IDisposable
{
    private static readonly Instant Noon = Instant.FromUtc(2026, 11, 22, 12, 0).PlusNanoseconds(1);
    private static readonly Duration Hour = Duration.FromHours(1);
    private static readonly Origin Admin = new("an admin") { KeyId = "k1", AddressHash = "h1", RequestId = "r1" };

    private readonly TestStore store;

    protected ApiKeyStoreTests(TestStore store)
    {
        this.store = store;
        store.Start();
    }

    private ApiKeyStore Keys => new(store.Database);

    private IEnumerable<string> Known => Keys.List().Select(Describe);

    private IEnumerable<string> Audit =>
        from line in new AuditTrail(store.Database).List(long.MaxValue, 100).Reverse()
        where line.Number > 1
        select $"{line.Action} {line.Subject}";

    [Fact]
    public void A_new_store_has_no_key() => Assert.Empty(Keys.List());

    [Fact]
    public void A_key_comes_back_as_it_was_made()
    {
        var plain = Create("a");
        var ending = Create("b", Noon + Hour);

        Assert.Equal("a steward Anna 0/- - - -", Describe(plain));
        Assert.Equal("b steward Anna 0/- - 1 -", Describe(ending));
        Assert.Equal(new ApiKey("b", "Anna", Scope.Steward, Noon) { ExpiresAt = Noon + Hour }, ending.Key);
        Assert.Equal([plain.Key, ending.Key], Keys.List().Select(stored => stored.Key));
        Assert.Equal(Known, [Describe(plain), Describe(ending)]);
    }

    [Fact]
    public void Keys_are_listed_in_the_order_in_which_they_were_made()
    {
        foreach (var (id, at) in new[] { ("c", Noon), ("d", Noon - Hour), ("a", Noon + Duration.Epsilon), ("b", Noon) })
            Keys.Create(new ApiKey(id, "Anna", Scope.Read, at), Hash(0), Admin);

        Assert.Equal(["d", "b", "c", "a"], Keys.List().Select(stored => stored.Key.Id));
    }

    [Fact]
    public void An_id_is_given_out_once()
    {
        Create("a");

        Assert.ThrowsAny<DbException>(() => Keys.Create(new ApiKey("a", "Boris", Scope.Admin, Noon), Hash(1), Admin));
        Assert.Equal(["a steward Anna 0/- - - -"], Known);
        Assert.Equal(["create-key a"], Audit);
    }

    [Fact]
    public void The_secret_before_the_last_rotation_opens_a_key_for_a_while_and_the_one_before_that_no_longer()
    {
        Create("a");
        Create("b");

        Assert.Equal("a steward Anna 1/0 2 - -", Describe(Rotate("a", 1, until: Noon + 2 * Hour)!));
        Assert.Equal("a steward Anna 2/1 3 - -", Describe(Rotate("a", 2, until: Noon + 3 * Hour)!));
        Assert.Equal(["a steward Anna 2/1 3 - -", "b steward Anna 0/- - - -"], Known);
    }

    [Fact]
    public void A_key_that_has_ended_is_not_rotated_and_nothing_is_written()
    {
        Create("ended");
        Create("ending", Noon + Hour);
        Keys.Revoke("ended", Noon, Admin);
        var (known, audit) = (Known.ToList(), Audit.ToList());

        Assert.Null(Rotate("ended", 1));
        Assert.Null(Rotate("ending", 1, now: Noon + Hour));
        Assert.Null(Rotate("nobody", 1));
        Assert.Equal(known, Known);
        Assert.Equal(audit, Audit);

        Assert.NotNull(Rotate("ending", 1, now: Noon + Hour - Duration.Epsilon));
    }

    [Fact]
    public void A_key_is_revoked_once()
    {
        Create("a");
        Create("b");

        Assert.Equal("a steward Anna 0/- - - 1", Describe(Keys.Revoke("a", Noon + Hour, Admin)!));
        Assert.Equal("a steward Anna 0/- - - 1", Describe(Keys.Revoke("a", Noon + 2 * Hour, Admin)!));
        Assert.Null(Keys.Revoke("nobody", Noon, Admin));
        Assert.Equal(["a steward Anna 0/- - - 1", "b steward Anna 0/- - - -"], Known);
        Assert.Equal(["create-key a", "create-key b", "revoke-key a"], Audit);
    }

    [Fact]
    public void Every_write_is_in_the_audit_log_with_its_time_and_origin()
    {
        Create("a");
        Rotate("a", 1, now: Noon + Hour);
        Keys.Revoke("a", Noon + 2 * Hour, new Origin("a command"));

        Assert.Equal(
            [
                new AuditRow(2, Noon, "create-key", "a", "an admin", "k1", "h1", "r1", null),
                new AuditRow(3, Noon + Hour, "rotate-key", "a", "an admin", "k1", "h1", "r1", null),
                new AuditRow(4, Noon + 2 * Hour, "revoke-key", "a", "a command", null, null, null, null),
            ],
            new AuditTrail(store.Database).List(long.MaxValue, 3).Reverse());
    }

    [Fact]
    public void What_cannot_be_told_in_the_audit_log_is_not_done()
    {
        Create("a");
        var known = Known.ToList();
        store.Execute("ALTER TABLE audit RENAME TO hidden");

        Assert.ThrowsAny<DbException>(() => Create("b"));
        Assert.ThrowsAny<DbException>(() => Rotate("a", 1));
        Assert.ThrowsAny<DbException>(() => Keys.Revoke("a", Noon, Admin));
        Assert.Equal(known, Known);
    }

    [Fact]
    public async Task Keys_made_at_once_are_all_kept()
    {
        store.Options.BusyTimeoutSeconds = TestStore.Patient;

        var made = await AtOnce.Run(() => Create(KeyText.NewId()).Key.Id);

        Assert.Equal(made.Order(StringComparer.Ordinal), Keys.List().Select(stored => stored.Key.Id));
        Assert.Equal(made.Select(id => $"create-key {id}").Order(StringComparer.Ordinal), Audit.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void A_scope_that_only_a_later_version_knows_lets_its_holder_do_no_more_than_anybody()
    {
        Create("a");
        store.Execute("UPDATE api_key SET scope = 'owner'");

        Assert.Equal(Scope.Read, Assert.Single(Keys.List()).Key.Scope);
    }

    [Fact]
    public async Task All_who_ask_for_the_secret_of_addresses_get_the_same_at_once_and_later()
    {
        store.Options.BusyTimeoutSeconds = TestStore.Patient;

        var secrets = await AtOnce.Run(() => Convert.ToHexString(Keys.AddressSecret()));

        var secret = Assert.Single(secrets.Distinct());
        Assert.Equal(2 * 32, secret.Length);
        Assert.Equal(secret, Convert.ToHexString(Keys.AddressSecret()));
    }

    public void Dispose()
    {
        store.Dispose();
        GC.SuppressFinalize(this);
    }

    private static byte[] Hash(byte of) => [.. Enumerable.Repeat(of, 32)];

    private StoredKey Create(string id, Instant? expiresAt = null) =>
        Keys.Create(new ApiKey(id, "Anna", Scope.Steward, Noon) { ExpiresAt = expiresAt }, Hash(0), Admin);

    private StoredKey? Rotate(string id, byte hash, Instant? until = null, Instant? now = null) =>
        Keys.Rotate(id, Hash(hash), until ?? Noon, now ?? Noon, Admin);

    /// <summary>Id, scope, name, hash, former hash; and in hours after noon: until when that counts, when it expires, when it was revoked.</summary>
    private static string Describe(StoredKey stored)
    {
        var former = stored.FormerHash is { } hash ? Of(hash) : "-";
        return $"{stored.Key.Id} {stored.Key.Scope.ToString().ToLowerInvariant()} {stored.Key.Name} {Of(stored.Hash)}/{former} "
            + $"{Hours(stored.FormerUntil)} {Hours(stored.Key.ExpiresAt)} {Hours(stored.Key.RevokedAt)}";

        static string Of(byte[] hash) => $"{Assert.Single(hash.Distinct())}";

        static string Hours(Instant? at) => at is { } known ? $"{(known - Noon).TotalHours}" : "-";
    }
}

public sealed class SqliteApiKeyStoreTests() : ApiKeyStoreTests(new TemporaryStore());

[Collection<Alone>]
public sealed class PostgresApiKeyStoreTests() : ApiKeyStoreTests(new PostgresStore());
