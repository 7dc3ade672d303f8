using NodaTime;

namespace ContactsApi.Core.Calendar;

/// <summary>The non-working holidays that a federal subject adds by acts of its own (Labour Code, article 6). They hold in that subject alone.</summary>
/// <param name="Code">The subject, by ISO 3166-2.</param>
/// <param name="Law">The act that makes the holidays.</param>
/// <param name="Source">Where what is written here was read.</param>
public sealed record RegionalHolidays(string Code, LocalizedText Law, string Source)
{
    /// <summary>Why the working day after a holiday on a weekend may be off.</summary>
    public static LocalizedText MoveUnknown { get; } = new(
        "Переносят ли здесь выходной, если праздник выпал на субботу или воскресенье, неизвестно.",
        "Whether the day off moves here where a holiday falls on a weekend is not known.");

    /// <summary>Whether the day off moves to the next working day where such a holiday falls on a weekend; nothing if that is not known.</summary>
    public bool? MovesFromWeekend { get; init; }

    /// <summary>The first year of which these rules are known to hold.</summary>
    public required int Since { get; init; }

    public required IReadOnlyList<RegionalHoliday> Holidays { get; init; }

    /// <summary>What is not known of the subject's days off.</summary>
    public IReadOnlyList<LocalizedText> Unknown { get; init; } = [];

    /// <summary>The holidays of a year, in order. Where an act sets the dates, they are these; where none is known, those expected.</summary>
    public IEnumerable<RegionalDay> DaysOf(int year) => year < Since ? []
        : Holidays.SelectMany(holiday => holiday.DaysOf(year, Law)).DistinctBy(day => day.Date).OrderBy(day => day.Date);

    /// <summary>The dates of a year that may be holidays or not.</summary>
    public IEnumerable<RegionalDay> PossibleIn(int year) => year < Since ? []
        // Around the New Year a feast of the year before or after may fall into this one.
        : Enumerable.Range(year - 1, 3).SelectMany(of => Holidays.SelectMany(holiday => holiday.PossibleOf(of, Law))).Where(day => day.Date.Year == year);
}

/// <summary>A holiday of a federal subject: on the same date every year, or a feast that moves.</summary>
public sealed record RegionalHoliday(LocalizedText Name)
{
    public AnnualDate? Date { get; init; }

    public Feast? Feast { get; init; }

    /// <summary>Whether the law itself makes the feast a day off each year, so that no act has to.</summary>
    public bool ByLaw { get; init; }

    /// <summary>How many days before the date that is calculated an act may set the feast.</summary>
    public int DaysBefore { get; init; } = 1;

    /// <summary>How many days after the date that is calculated the feast may last, or an act may set it.</summary>
    public int DaysAfter { get; init; } = 1;

    /// <summary>Why it is not certain, where no act is known, that these dates are the ones; nothing where it is.</summary>
    public LocalizedText? Doubt { get; init; }

    /// <summary>What acts said of single years.</summary>
    public IReadOnlyList<AnnouncedDates> Announced { get; init; } = [];

    /// <summary>What is known or likely of a year.</summary>
    public IEnumerable<RegionalDay> DaysOf(int year, LocalizedText law)
    {
        var announced = Announced.Where(dates => dates.From.Year == year).ToList();
        if (announced.Count > 0)
            return announced.SelectMany(dates => new DateInterval(dates.From, dates.To ?? dates.From), (dates, day) => new RegionalDay(day, Name, dates.Act, Provisional: false));
        if (Date is { } date)
            return Doubt is null && date.IsValidYear(year) ? [new RegionalDay(date.InYear(year), Name, law, Provisional: false)] : [];
        return Feast is { } feast && !Feasts.IsOneOfSeveral(feast) ? Feasts.DatesIn(year, feast).Select(day => new RegionalDay(day, Name, law, NeedsAnAct(feast))) : [];
    }

    /// <summary>The dates on which it may or may not fall, as no act of the year is known.</summary>
    public IEnumerable<RegionalDay> PossibleOf(int year, LocalizedText law)
    {
        if (Announced.Any(dates => dates.From.Year == year))
            return [];
        IEnumerable<LocalDate> dates = this switch
        {
            { Date: { } date, Doubt: not null } when date.IsValidYear(year) => [date.InYear(year)],
            { Feast: { } feast } when NeedsAnAct(feast) =>
                Feasts.DatesIn(year, feast).SelectMany(day => new DateInterval(day.PlusDays(-DaysBefore), day.PlusDays(DaysAfter))),
            _ => [],
        };
        return dates.Select(day => new RegionalDay(day, Name, Doubt ?? law, Provisional: true));
    }

    private bool NeedsAnAct(Feast feast) => !ByLaw && Feasts.NeedsAnAct(feast);
}

/// <summary>The dates that an act set for one year.</summary>
public sealed record AnnouncedDates(LocalDate From, LocalizedText Act)
{
    /// <summary>The last date, included; nothing if there is but one.</summary>
    public LocalDate? To { get; init; }
}

/// <summary>A holiday of a federal subject in one year.</summary>
/// <param name="Act">What makes it one.</param>
/// <param name="Provisional">Whether the act that sets its date is not known yet, so that it may fall on another.</param>
public sealed record RegionalDay(LocalDate Date, LocalizedText Name, LocalizedText Act, bool Provisional);

/// <summary>A holiday that a date may turn out to be, or to be off for.</summary>
/// <param name="Because">Why that is not known.</param>
/// <param name="Otherwise">The kind of the date if it does not.</param>
public sealed record PossibleHoliday(LocalizedText Name, LocalizedText Because, DayKind Otherwise);
