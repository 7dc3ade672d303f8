using ContactsApi.Core.Calendar;

namespace ContactsApi.Core.Hours;

/// <summary>The windows of each day kind, in local time. No window means closed.</summary>
public sealed record WeeklyHours(
    IReadOnlyList<TimeWindow> Workday,
    IReadOnlyList<TimeWindow> Saturday,
    IReadOnlyList<TimeWindow> Sunday,
    IReadOnlyList<TimeWindow> Holiday)
{
    public IReadOnlyList<TimeWindow> On(DayKind kind) => kind switch
    {
        DayKind.Workday => Workday,
        DayKind.Saturday => Saturday,
        DayKind.Sunday => Sunday,
        _ => Holiday,
    };
}

/// <summary>Hours that statements refer to by id, with a name that people read.</summary>
public sealed record Schedule(string Id, LocalizedText Name, WeeklyHours Hours);
