using ContactsApi.Core;
using ContactsApi.Hosting.Queries;
using NodaTime;

namespace ContactsApi.Features.Asking;

/// <summary>The dates from the parameter <c>from</c> to <c>to</c>, both included.</summary>
public static class DateRange
{
    public const int MaxDays = 366;

    private static readonly LocalizedText WrongOrder = new("Последняя дата раньше первой.", "The last date is before the first.");

    private static readonly LocalizedText TooManyDays = new($"Больше {MaxDays} дней; сократите промежуток.", $"More than {MaxDays} days; shorten the range.");

    /// <returns>Nothing that is of use if the query turns out to have errors.</returns>
    public static (LocalDate From, LocalDate To) Read(QueryReader query)
    {
        var (from, to) = ReadAnyLength(query, Parameters.From, Parameters.To);
        if (from <= to && Period.DaysBetween(from, to) >= MaxDays)
            query.Refuse(Parameters.To.Name, TooManyDays);
        return (from, to);
    }

    /// <inheritdoc cref="Read"/>
    public static (LocalDate From, LocalDate To) ReadAnyLength(QueryReader query, QueryParameter<LocalDate> first, QueryParameter<LocalDate> last)
    {
        if (!query.TryGet(first, out var from) | !query.TryGet(last, out var to))
            return default;
        if (to < from)
            query.Refuse(last.Name, WrongOrder);
        return (from, to);
    }
}
