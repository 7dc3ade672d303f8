using ContactsApi.Core.Calendar;
using ContactsApi.Core.Statements;
using NodaTime;

namespace ContactsApi.Core.Promises;

/// <summary>What becomes of a request that comes outside the hours of a counting statement.</summary>
/// <param name="Statement">The one that says closed, and what happens then.</param>
/// <param name="AnsweredOn">
/// The nearest working day: the first workday on which the statement's hours have yet to begin. Before they begin on a workday that is
/// the same day; after, the next one.
/// </param>
/// <param name="CalendarBasis">What the calendar of that date's year rests on; provisional where a date before it may be a working day or a holiday.</param>
/// <param name="ChangesAt">When another day is the nearest: at the latest as the hours of that date begin.</param>
public sealed record OutsideHours(HoursStatement Statement, LocalDate AnsweredOn, CalendarBasis CalendarBasis, Instant ChangesAt);
