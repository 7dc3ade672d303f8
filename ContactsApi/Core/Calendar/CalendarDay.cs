using NodaTime;

namespace ContactsApi.Core.Calendar;

/// <summary>What the production calendar says of one date. The facts are independent of each other; the kind follows from them.</summary>
/// <param name="Date">A date in Moscow.</param>
/// <param name="Basis">What these facts rest on.</param>
public sealed record CalendarDay(LocalDate Date, CalendarBasis Basis)
{
    /// <summary>The name of the statutory non-working holiday on this date, if it is one.</summary>
    public LocalizedText? Holiday { get; init; }

    /// <summary>The date whose day off was moved to this date, if one was.</summary>
    public LocalDate? MovedFrom { get; init; }

    /// <summary>The decree that declared this date non-working, if one did.</summary>
    public LocalizedText? NonWorkingBy { get; init; }

    /// <summary>A Saturday or Sunday of a non-working span that the official calendar leaves an ordinary one.</summary>
    public bool OrdinaryWeekend { get; init; }

    /// <summary>A Saturday or Sunday that was declared a working day.</summary>
    public bool WorkingWeekend { get; init; }

    /// <summary>A working day that is an hour shorter, before a holiday. The hours of channels do not depend on it.</summary>
    public bool Shortened { get; init; }

    /// <summary>The holiday of a federal subject on this date, in a calendar of that subject; nothing if it is none.</summary>
    public RegionalDay? Regional { get; init; }

    /// <summary>The holiday of a federal subject that may make it a day off or not, if it is not known which; nothing where all is known.</summary>
    public PossibleHoliday? Possible { get; init; }

    /// <summary>Whether it is a non-working holiday by law, of all Russia or of the subject.</summary>
    public bool IsHoliday => Holiday is not null || Regional is not null;

    public DayKind Kind => IsHoliday || MovedFrom is not null || (NonWorkingBy is not null && !OrdinaryWeekend)
        ? DayKind.Holiday
        : Date.DayOfWeek switch
        {
            IsoDayOfWeek.Saturday when !WorkingWeekend => DayKind.Saturday,
            IsoDayOfWeek.Sunday when !WorkingWeekend => DayKind.Sunday,
            _ => DayKind.Workday,
        };

    /// <summary>Of which kinds it may be: <see cref="Kind"/> is the likely one of them.</summary>
    public PossibleKinds PossibleKinds => Possible is { } possible ? new(possible.Otherwise, OrHoliday: true) : new(Kind);

    public bool IsWorkday(WorkWeek week) => week == WorkWeek.FiveDay
        ? Kind == DayKind.Workday
        : Date.DayOfWeek != IsoDayOfWeek.Sunday && !IsHoliday && NonWorkingBy is null;
}
