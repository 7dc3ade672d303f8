using System.Diagnostics.Metrics;
using ContactsApi.Core;
using ContactsApi.Core.Calendar;
using ContactsApi.Core.Quality;
using ContactsApi.Storage;
using NodaTime;

namespace ContactsApi.Hosting.Telemetry;

/// <summary>What the service answers from, and how sure it may be of that. Nothing is shown while no catalog is loaded.</summary>
public sealed class CatalogGauges
{
    public const string RevisionName = "contacts.catalog.revision";
    public const string SnapshotAgeName = "contacts.catalog.snapshot.age";
    public const string CalendarHorizonName = "contacts.calendar.horizon";
    public const string MissingYearsName = "contacts.calendar.years.missing";

    private readonly CatalogSnapshots snapshots;
    private readonly IClock clock;

    public CatalogGauges(IMeterFactory meters, CatalogSnapshots snapshots, IClock clock)
    {
        (this.snapshots, this.clock) = (snapshots, clock);
        var meter = meters.Create(TelemetryExtensions.Name);
        meter.CreateObservableGauge(RevisionName, () => Shown(snapshot => snapshot.Revision), "{revision}", "The revision that is answered from.");
        meter.CreateObservableGauge(SnapshotAgeName, () => Shown(SnapshotAge), "s", "How long ago the store last confirmed that this is its newest revision.");
        meter.CreateObservableGauge(CalendarHorizonName, () => Shown(CalendarHorizon), "d", "For how many more days the government's decrees on days off are known.");
        meter.CreateObservableGauge(MissingYearsName, () => Shown(MissingYears), "{year}", "Of how many years, this one and from 1 November on the next, the decree on days off is not known.");
    }

    private IEnumerable<Measurement<T>> Shown<T>(Func<CatalogSnapshot, T> value)
        where T : struct => snapshots.IsLoaded ? [new Measurement<T>(value(snapshots.Current))] : [];

    private double SnapshotAge(CatalogSnapshot snapshot) => (clock.GetCurrentInstant() - snapshots.ConfirmedAt).TotalSeconds;

    private double CalendarHorizon(CatalogSnapshot snapshot)
    {
        var now = clock.GetCurrentInstant();
        var calendar = snapshot.Directory.Calendar;
        return calendar.BasisAt(now) == CalendarBasis.Decree && calendar.NextChangeOfBasis(now) is { } end ? (end - now).TotalDays : 0;
    }

    private int MissingYears(CatalogSnapshot snapshot) =>
        CalendarYearMissing.In(snapshot.Directory.Calendar, MoscowTime.DateOf(clock.GetCurrentInstant())).Count();
}
