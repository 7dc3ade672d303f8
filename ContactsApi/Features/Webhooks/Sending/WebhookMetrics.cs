using System.Diagnostics.Metrics;
using ContactsApi.Hosting.Telemetry;
using ContactsApi.Serialization;
using ContactsApi.Storage.Webhooks;
using NodaTime;

namespace ContactsApi.Features.Webhooks.Sending;

/// <summary>How well what happens is told to others. What waits is shown by the replica that sends, and by no other.</summary>
public sealed class WebhookMetrics
{
    public const string WaitingName = "contacts.webhooks.waiting";
    public const string AgeName = "contacts.webhooks.age";
    public const string FailingName = "contacts.webhooks.failing";
    public const string DeliveriesName = "contacts.webhooks.deliveries";

    /// <summary>Why an attempt failed, by the name of a <see cref="DeliveryFault"/>; <c>none</c> if it did not.</summary>
    public const string FaultTag = "fault";

    private readonly IClock clock;
    private readonly Counter<long> deliveries;
    private volatile IReadOnlyList<Waiting>? waiting;
    private volatile int failing;

    public WebhookMetrics(IMeterFactory meters, IClock clock)
    {
        this.clock = clock;
        var meter = meters.Create(TelemetryExtensions.Name);
        deliveries = meter.CreateCounter<long>(DeliveriesName, "{attempt}", "Attempts to tell a webhook of an event.");
        meter.CreateObservableGauge(WaitingName, () => Shown(all => all.Sum(one => one.Count)), "{event}", "Events that wait to be told, for all webhooks together.");
        meter.CreateObservableGauge(AgeName, () => Shown(AgeOfOldest), "s", "How long ago the oldest of these happened.");
        meter.CreateObservableGauge(FailingName, () => Shown(_ => failing), "{webhook}", "Webhooks whose receivers did not take the last message.");
    }

    /// <param name="all">What waits; nothing if this replica does not send.</param>
    /// <param name="failingNow">How many receivers fail.</param>
    public void Show(IReadOnlyList<Waiting>? all, int failingNow) => (waiting, failing) = (all, failingNow);

    public void Count(DeliveryResult result) => deliveries.Add(
        1, new KeyValuePair<string, object?>(FaultTag, result.Fault is { } fault ? EnumNames<DeliveryFault>.Of(fault) : "none"));

    private IEnumerable<Measurement<T>> Shown<T>(Func<IReadOnlyList<Waiting>, T> value)
        where T : struct => waiting is { } all ? [new Measurement<T>(value(all))] : [];

    private double AgeOfOldest(IReadOnlyList<Waiting> all) =>
        all.Min(one => one.Oldest) is { } oldest ? Math.Max(0, (clock.GetCurrentInstant() - oldest).TotalSeconds) : 0;
}
