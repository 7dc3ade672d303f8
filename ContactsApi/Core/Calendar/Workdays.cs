using NodaTime;

namespace ContactsApi.Core.Calendar;

/// <summary>The working days of 2000 to 2100 by one calendar and week, counted and found at any distance in the same time.</summary>
/// <param name="provisional">Dates of which the calendar is not sure whether they are worked or shortened.</param>
public sealed class Workdays(DateSet worked, DateSet shortened, DateSet provisional)
{
    public DateSet Worked => worked;

    /// <summary>Those of them that are an hour shorter.</summary>
    public DateSet Shortened => shortened;

    public bool Contains(LocalDate date) => worked.Contains(DateSet.NumberOf(date));

    /// <summary>
    /// The working day so many after a date, or before it where the number is negative. The date itself is not counted, worked or
    /// not: a term begins on the day after the event (Civil Code, article 191). Zero leads to the date itself.
    /// </summary>
    /// <returns>Nothing if it lies outside the years.</returns>
    public LocalDate? Add(LocalDate date, int days)
    {
        if (days == 0)
            return date;
        var number = DateSet.NumberOf(date);
        var index = days > 0 ? worked.CountBefore(number + 1) + (long)days - 1 : worked.CountBefore(number) + (long)days;
        return index is < 0 or > int.MaxValue ? null : worked.NumberAt((int)index) is { } found ? DateSet.DateOf(found) : null;
    }

    public LocalDate? Next(LocalDate date) => Add(date, 1);

    public LocalDate? Previous(LocalDate date) => Add(date, -1);

    /// <summary>How many working days there are from one date to a later or the same, both included.</summary>
    public int CountBothIncluded(LocalDate from, LocalDate to) => worked.CountIn(from, to);

    /// <summary>
    /// How many working days lead from one date to another: the other is counted, the first one is not. Negative where the other is
    /// earlier. It undoes <see cref="Add"/>.
    /// </summary>
    public int CountAfterFirst(LocalDate from, LocalDate to)
    {
        var (start, end) = (DateSet.NumberOf(from), DateSet.NumberOf(to));
        return end >= start ? worked.CountBefore(end + 1) - worked.CountBefore(start + 1) : worked.CountBefore(end) - worked.CountBefore(start);
    }

    /// <inheritdoc cref="CountBothIncluded"/>
    public int CountShortened(LocalDate from, LocalDate to) => shortened.CountIn(from, to);

    /// <inheritdoc cref="CountBothIncluded"/>
    public int CountProvisional(LocalDate from, LocalDate to) => provisional.CountIn(from, to);
}
