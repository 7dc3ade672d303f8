namespace ContactsApi.Core.Calendar;

/// <summary>The kind of a date, on which hours depend.</summary>
public enum DayKind
{
    Workday,
    Saturday,
    Sunday,

    /// <summary>A day off by law or decree, whatever its day of the week.</summary>
    Holiday,
}

/// <summary>Of which kinds a date may be: as a rule of one; where a feast may or may not fall on it, a holiday besides.</summary>
public readonly record struct PossibleKinds(DayKind Kind, bool OrHoliday = false)
{
    /// <summary>All that there are; those that are certain go first.</summary>
    public static IReadOnlyList<PossibleKinds> All { get; } =
    [
        .. Enum.GetValues<DayKind>().Select(kind => new PossibleKinds(kind)),
        .. Enum.GetValues<DayKind>().Where(kind => kind != DayKind.Holiday).Select(kind => new PossibleKinds(kind, OrHoliday: true)),
    ];

    /// <summary>The place among <see cref="All"/>.</summary>
    public int Number => OrHoliday ? (int)DayKind.Holiday + 1 + (int)Kind : (int)Kind;
}

/// <summary>What the kind of a date rests on, the firmest first.</summary>
public enum CalendarBasis
{
    /// <summary>The government's decree on the days off of that year.</summary>
    Decree,

    /// <summary>The Labour Code alone: the decree of that year is not in the catalog, and may move days off.</summary>
    Statute,

    /// <summary>A holiday of a federal subject that may fall on the date or not: the act that would say so is not in the catalog.</summary>
    Provisional,
}
