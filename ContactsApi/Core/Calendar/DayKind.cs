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

/// <summary>What the kind of a date rests on, the firmest first.</summary>
public enum CalendarBasis
{
    /// <summary>The government's decree on the days off of that year.</summary>
    Decree,

    /// <summary>The Labour Code alone: the decree of that year is not in the catalog, and may move days off.</summary>
    Statute,

    /// <summary>A feast of a federal subject, calculated: the act that sets its date is not in the catalog, and may set another.</summary>
    Provisional,
}
