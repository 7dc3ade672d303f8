using ContactsApi.Core.Catalogs;
using ContactsApi.Storage;
using ContactsApi.Storage.Webhooks;
using ContactsApi.Tests.Support;
using Dapper;
using NodaTime;
using static ContactsApi.Tests.Support.Domain;

namespace ContactsApi.Tests.Storage.Webhooks;

/// <summary>What happens is written down with it, once. It is Monday, 23 November 2026.</summary>
public abstract class EventLogTests : IDisposable
{
    private static readonly Origin Steward = new("a steward");

    private readonly TestStore store;

    protected EventLogTests(TestStore store)
    {
        this.store = store;
        store.Database.Prepare();
        store.Revisions.Append(Shipped, 0, Today("08:00"), Steward, "First");
    }

    private WebhookStore Webhooks => new(store.Database);

    private CatalogSnapshot Newest => store.Revisions.ReadNewest() is { } newest ? new(newest.Number, newest.CreatedAt, new(newest.Catalog)) : throw new InvalidOperationException();

    [Fact]
    public void The_catalog_that_an_empty_store_is_filled_with_is_no_news() => Assert.Empty(Told());

    [Fact]
    public void A_revision_is_told_with_the_channels_that_it_changed()
    {
        Append("09:00", catalog => catalog with
        {
            Channels =
            [
                .. catalog.Channels.Where(channel => channel.Id != "email").Select(channel => channel.Id == "hotline" ? channel with { Name = Reason } : channel),
                catalog.Channels[0] with { Id = "new" },
            ],
        });

        Assert.Equal(["09:00 revision.created 2", "09:00 channel.changed hotline changed", "09:00 channel.changed new added", "09:00 channel.changed email removed"], Told());
    }

    [Fact]
    public void A_channel_that_only_has_another_place_in_the_list_is_not_changed()
    {
        Append("09:00", catalog => catalog with { Channels = [.. catalog.Channels.Reverse()] });

        Assert.Equal(["09:00 revision.created 2"], Told());
    }

    [Fact]
    public void An_incident_is_told_when_it_is_announced_and_when_it_is_ended()
    {
        Append("09:00", WithIncident("09:00"));
        Append("10:00", WithIncident("09:00", "10:00"));
        Append("11:00", catalog => catalog with { Incidents = [] });

        Assert.Equal(
            ["09:00 revision.created 2", "09:00 incident.started out", "10:00 revision.created 3", "10:00 incident.ended out", "11:00 revision.created 4"],
            Told());
    }

    [Fact]
    public void What_the_passing_of_time_brings_is_told_before_the_revision_that_comes_after_it()
    {
        Append("09:00", WithIncident("10:00", "11:00"));
        Append("12:00", catalog => catalog with { Incidents = [] });

        Assert.Equal(
            ["09:00 revision.created 2", "10:00 incident.started out", "11:00 incident.ended out", "12:00 revision.created 3"], Told());
    }

    /// <summary>Meanwhile all that time brings was told up to a later moment.</summary>
    [Fact]
    public void What_a_write_starts_and_ends_that_had_to_wait_is_told_with_it()
    {
        Append("09:00", WithIncident("10:15"));
        Webhooks.TellTime(Newest, Today("10:10"));
        Append("10:00", WithIncident("10:05"));
        Webhooks.TellTime(Newest, Today("10:30"));
        Append("10:20", WithIncident("10:05", "10:25"));
        Webhooks.TellTime(Newest, Today("11:00"));

        Assert.Equal(
            ["09:00 revision.created 2", "10:00 revision.created 3", "10:10 incident.started out", "10:20 revision.created 4", "10:30 incident.ended out"],
            Told());
    }

    [Fact]
    public async Task What_the_passing_of_time_brings_is_told_once_by_however_many()
    {
        store.Options.BusyTimeoutSeconds = TestStore.Patient;
        Append("09:00", WithIncident("10:00", "11:00"));
        var newest = Newest;

        await AtOnce.Run(() => Webhooks.TellTime(newest, Today("10:30")));
        Assert.Equal(["09:00 revision.created 2", "10:00 incident.started out"], Told());
        Assert.Equal(Today("10:30"), Webhooks.ToldUntil());

        await AtOnce.Run(() => Webhooks.TellTime(newest, Today("11:00")));
        Assert.True(Webhooks.TellTime(newest, Today("10:00"))); // a clock that is behind
        Assert.Equal(["09:00 revision.created 2", "10:00 incident.started out", "11:00 incident.ended out"], Told());
        Assert.Equal(Today("11:00"), Webhooks.ToldUntil());
    }

    [Fact]
    public void Who_has_not_heard_of_the_newest_revision_tells_nothing()
    {
        Append("09:00", WithIncident("10:00"));
        var old = Newest;
        Append("09:30", catalog => catalog with { Incidents = [] });

        Assert.False(Webhooks.TellTime(old, Today("10:00")));
        Assert.DoesNotContain(Told(), told => told.Contains("incident", StringComparison.Ordinal));
    }

    [Fact]
    public void What_was_before_anybody_could_ask_is_not_told()
    {
        store.Execute("DELETE FROM element WHERE kind = 'incidents'");
        Assert.True(Webhooks.TellTime(Newest with { Directory = new(WithIncident("07:00")(Shipped)) }, Today("09:00")));

        Assert.Empty(Told());
        Assert.Equal(Today("09:00"), Webhooks.ToldUntil());
    }

    [Fact]
    public void A_write_that_seemed_to_fail_and_is_tried_again_is_told_once()
    {
        var changed = WithIncident("09:00")(Shipped);
        store.Revisions.Append(changed, 1, Today("09:00"), Steward, "Again");
        Assert.NotNull(store.Revisions.Append(changed, 1, Today("09:00"), Steward, "Again"));

        Assert.Equal(["09:00 revision.created 2", "09:00 incident.started out"], Told());
    }

    [Fact]
    public void A_write_that_fails_leaves_no_event_behind()
    {
        Assert.Null(store.Revisions.Append(WithIncident("09:00")(Shipped), 2, Today("09:00"), Steward, "On another"));

        Assert.Empty(Told());
    }

    [Fact]
    public void Events_are_kept_for_a_month_and_numbers_are_never_given_out_again()
    {
        Append("09:00", WithIncident("09:00"));
        store.Execute("UPDATE event SET at = '2026-10-24T06:00:00.000000000Z'");

        Append("09:00", catalog => catalog with { Incidents = [] });
        Assert.Equal(4, store.Query<long>("SELECT COUNT(*) FROM event"));

        store.Execute("UPDATE event SET at = '2026-10-24T05:59:59.999999999Z'");
        Append("09:00", WithIncident("09:00"));
        Assert.Equal("5 6", Sequences());

        store.Execute("DELETE FROM event");
        Append("09:00", catalog => catalog with { Incidents = [] });
        Assert.Equal("7 8", Sequences());
    }

    public void Dispose()
    {
        store.Dispose();
        GC.SuppressFinalize(this);
    }

    private static Func<Catalog, Catalog> WithIncident(string start, string? end = null) => catalog => catalog with
    {
        Incidents = [new("out", "hotline", Today(start), end is null ? null : Today(end), Reason)],
    };

    private static Instant Today(string time) => At($"2026-11-23 {time}");

    private void Append(string time, Func<Catalog, Catalog> change)
    {
        var newest = store.Revisions.ReadNewest()!;
        Assert.NotNull(store.Revisions.Append(change(newest.Catalog), newest.Number, Today(time), Steward, "A change"));
    }

    private string Sequences()
    {
        using var connection = store.Database.Open();
        return string.Join(' ', connection.Query<long>("SELECT sequence FROM event ORDER BY sequence"));
    }

    private List<string> Told()
    {
        using var connection = store.Database.Open();
        return [.. connection.Query<string>("SELECT body FROM event ORDER BY sequence").Select(Json.Parse).Select(body =>
        {
            var data = body["data"]!;
            var what = data["channelId"] is { } channel && data["change"] is { } change ? $"{channel} {change}" : $"{data["incidentId"] ?? data["revision"]}";
            return $"{body["timestamp"].Instant()!.Value.InZone(Moscow):HH:mm} {body["type"]} {what}";
        })];
    }
}

public sealed class SqliteEventLogTests() : EventLogTests(new TemporaryStore());

[Collection<Alone>]
public sealed class PostgresEventLogTests() : EventLogTests(new PostgresStore());
