using ContactsApi.Core;
using ContactsApi.Hosting.Queries;
using NodaTime;

namespace ContactsApi.Features.Asking;

/// <summary>The dates from the parameter <c>from</c> to <c>to</c>, both included.</summary>
public static class DateRange
{
    public const int MaxDays = 366;

    public static LocalizedText WrongOrder { get; } = new("Последняя дата раньше первой.", "The last date is before the first.");

    public static LocalizedText TooManyDays { get; } = new($"Больше {MaxDays} дней; сократите промежуток.", $"More than {MaxDays} days; shorten the range.");

    /// <returns>Nothing that is of use if the query turns out to have errors.</returns>
    public static (LocalDate From, LocalDate To) Read(QueryReader query)
    {
        if (!query.TryGet(Parameters.From, out var from) | !query.TryGet(Parameters.To, out var to))
            return default;
        if (to < from)
            query.Refuse(Parameters.To.Name, WrongOrder);
        else if (Period.DaysBetween(from, to) >= MaxDays)
            query.Refuse(Parameters.To.Name, TooManyDays);
        return (from, to);
    }
}
