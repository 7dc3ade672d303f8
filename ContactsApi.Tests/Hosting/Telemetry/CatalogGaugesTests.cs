using System.Diagnostics.Metrics;
using ContactsApi.Core.Calendar;
using ContactsApi.Hosting.Telemetry;
using ContactsApi.Storage;
using ContactsApi.Tests.Support;
using Dapper;
using Microsoft.Extensions.DependencyInjection;
using NodaTime.Extensions;
using Polly;

namespace ContactsApi.Tests.Hosting.Telemetry;

public sealed class CatalogGaugesTests : IDisposable
{
    /// <summary>Only a test looks into the store.</summary>
    private readonly ContactsApp app = new();

    private readonly Measurements measurements;

    public CatalogGaugesTests()
    {
        var meters = app.Services.GetRequiredService<IMeterFactory>();
        measurements = new Measurements(meter => meter.Name == "ContactsApi" && meter.Scope == meters);
        app.Services.GetRequiredService<CatalogGauges>();
    }

    [Fact]
    public void The_revision_is_the_one_that_is_answered_from()
    {
        var before = measurements.Now("contacts.catalog.revision");
        app.ChangeChannel("portal-chat", channel => channel with { Hours = [] });

        Assert.Equal((1, 2), (before, measurements.Now("contacts.catalog.revision")));
    }

    [Fact]
    public void A_snapshot_is_as_old_as_the_last_look_into_the_store()
    {
        app.Time.Advance(TimeSpan.FromSeconds(30));
        var unseen = measurements.Now("contacts.catalog.snapshot.age");
        app.Services.GetRequiredService<CatalogSnapshots>().Refresh();
        var seen = measurements.Now("contacts.catalog.snapshot.age");
        app.Time.Advance(TimeSpan.FromSeconds(7.5));

        Assert.Equal((30, 0, 7.5), (unseen, seen, measurements.Now("contacts.catalog.snapshot.age")));
    }

    [Fact]
    public void A_store_that_lost_revisions_confirms_nothing()
    {
        app.ChangeChannel("portal-chat", channel => channel with { Hours = [] });
        using (var connection = app.Services.GetRequiredService<Database>().Open())
            connection.Execute("DELETE FROM element WHERE revision = 2; DELETE FROM audit WHERE revision = 2; DELETE FROM revision WHERE number = 2;");
        app.Time.Advance(TimeSpan.FromSeconds(10));

        Assert.Throws<StoreUnusableException>(app.Services.GetRequiredService<CatalogSnapshots>().Refresh);
        Assert.Equal((2, 10), (measurements.Now("contacts.catalog.revision"), measurements.Now("contacts.catalog.snapshot.age")));
    }

    [Theory]
    [InlineData(39.875, 2025, 2026)] // from 22 November, 03:00, to the end of the year
    [InlineData(404.875, 2025, 2026, 2027)]
    [InlineData(39.875, 2026, 2028)] // a gap is where it ends
    [InlineData(0, 2025)]
    [InlineData(0, 2027)]
    public void The_calendar_reaches_as_far_as_decrees_are_known_without_a_gap(double days, params int[] years)
    {
        app.Change(catalog => catalog with { Years = [.. years.Select(year => new DecreeYear(year, new("Указ", "A decree")))] });

        Assert.Equal(days, measurements.Now("contacts.calendar.horizon"));
    }

    [Theory]
    [InlineData("2026-10-31T23:59:59+03:00", 0, 2026)]
    [InlineData("2026-11-01T00:00:00+03:00", 1, 2026)]
    [InlineData("2026-11-22T03:00:00+03:00", 0, 2026, 2027)]
    [InlineData("2026-12-31T23:59:59+03:00", 2)]
    [InlineData("2027-01-01T00:00:00+03:00", 1, 2026)]
    [InlineData("2027-10-31T23:59:59+03:00", 0, 2027)]
    public void A_year_whose_decree_should_be_known_is_counted_until_it_is(string now, int missing, params int[] years)
    {
        app.Change(catalog => catalog with { Years = [.. years.Select(year => new DecreeYear(year, new("Указ", "A decree")))] });
        app.Time.AdjustTime(DateTimeOffset.Parse(now, null));

        Assert.Equal(missing, measurements.Now("contacts.calendar.years.missing"));
    }

    [Fact]
    public void Nothing_is_shown_before_there_is_a_catalog()
    {
        using var services = new ServiceCollection().AddMetrics().BuildServiceProvider();
        var meters = services.GetRequiredService<IMeterFactory>();
        using var unloaded = new Measurements(meter => meter.Scope == meters);
        using var store = new TemporaryStore();
        var clock = app.Time.ToClock();
        _ = new CatalogGauges(meters, new CatalogSnapshots(store.Database, store.Revisions, new StoreAccess(ResiliencePipeline.Empty), clock), clock);

        Assert.Null(unloaded.Now("contacts.catalog.revision"));
    }

    public void Dispose()
    {
        measurements.Dispose();
        app.Dispose();
    }
}
