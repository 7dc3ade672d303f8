namespace ContactsApi.Core.Calendar;

/// <summary>Which days of the week are worked.</summary>
public enum WorkWeek
{
    /// <summary>Monday to Friday, with the days off that are moved and the weekend days that are worked for them.</summary>
    FiveDay,

    /// <summary>Monday to Saturday: off are Sundays, holidays and what a decree declared non-working. No day off is moved.</summary>
    SixDay,
}
