using ContactsApi.Core;
using ContactsApi.Core.Catalogs;
using ContactsApi.Core.Channels;
using ContactsApi.Core.Choosing;
using ContactsApi.Core.Hours;
using ContactsApi.Core.Statements;

namespace ContactsApi.Tests.Support;

/// <summary>Catalogs made for one test: the shipped calendar and regions, and the few channels that the test is about.</summary>
public static class SmallCatalog
{
    /// <summary>The schedule by which working hours are counted, unless a test gives another under this id.</summary>
    public const string CallCentre = "H-GRAPH";

    public static Catalog Of(params IReadOnlyList<Channel> channels) => Domain.Shipped with
    {
        Channels = channels,
        CallCentreSchedule = CallCentre,
        Schedules = [Schedule(CallCentre, Domain.CallCentre), Schedule("always", Domain.Always), Schedule("never", Domain.Never)],
    };

    public static Catalog With(this Catalog catalog, string scheduleId, WeeklyHours hours) => catalog with
    {
        Schedules = [.. catalog.Schedules.Where(schedule => schedule.Id != scheduleId), Schedule(scheduleId, hours)],
    };

    public static ContactDirectory Directory(this Catalog catalog)
    {
        Assert.Empty(CatalogRules.ProblemsOf(catalog));
        return new ContactDirectory(catalog);
    }

    /// <summary>A live phone for individuals that is open round the clock, to be changed by <c>with</c>.</summary>
    public static Channel Channel(string id, int priority = 10) =>
        new(id, ChannelKind.Phone, Mode.Live, Name(id), Name(id))
        {
            Address = new ChannelAddress { Phone = "+78005553535" },
            Priority = new Dictionary<Segment, int> { [Segment.Individual] = priority },
            Hours = [Says("always")],
        };

    public static HoursStatement Says(string schedule, string id = "h") => new(id, schedule, "1.1");

    public static AnswerStatement Promising(string id = "a") => new(id, "1.1");

    /// <summary>An office in Vladivostok that is open round the clock, as an operator told.</summary>
    public static Office Office(string id) => new(id, "RU-PRI", Name(id), new(new("Владивосток, ул. Светланская, 1", "Vladivostok, Svetlanskaya street 1")))
    {
        Hours = [Says("always") with { Reference = Provenance.Operator }],
    };

    /// <summary>A mark of 20 November 2026, two days before most tests ask, unless another date is given.</summary>
    public static Verification Marked(VerificationOutcome outcome, string date = "2026-11-20") =>
        new(outcome, Domain.Date(date), "a steward", new("позвонили, не тот номер", "we called, it is a wrong number"));

    public static Schedule Schedule(string id, WeeklyHours hours) => new(id, Name(id), hours);

    private static LocalizedText Name(string id) => new(id, id);
}
