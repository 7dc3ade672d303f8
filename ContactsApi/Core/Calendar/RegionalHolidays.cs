using NodaTime;

namespace ContactsApi.Core.Calendar;

/// <summary>The non-working holidays that a federal subject adds by acts of its own (Labour Code, article 6). They hold in that subject alone.</summary>
/// <param name="Code">The subject, by ISO 3166-2.</param>
/// <param name="Law">The act that makes the holidays.</param>
/// <param name="Source">Where what is written here was read.</param>
public sealed record RegionalHolidays(string Code, LocalizedText Law, string Source)
{
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

    /// <summary>The holidays of which not even an expected date of a year is known.</summary>
    public IEnumerable<LocalizedText> WithoutDateIn(int year) => year < Since ? []
        : Holidays.Where(holiday => !holiday.DaysOf(year, Law).Any()).Select(holiday => holiday.Name);
}

/// <summary>A holiday of a federal subject: on the same date every year, or a feast that moves.</summary>
public sealed record RegionalHoliday(LocalizedText Name)
{
    public AnnualDate? Date { get; init; }

    public Feast? Feast { get; init; }

    /// <summary>What acts said of single years.</summary>
    public IReadOnlyList<AnnouncedDates> Announced { get; init; } = [];

    public IEnumerable<RegionalDay> DaysOf(int year, LocalizedText law)
    {
        if (Date is { } date)
            return date.IsValidYear(year) ? [new RegionalDay(date.InYear(year), Name, law, Provisional: false)] : [];
        var announced = Announced.Where(dates => dates.From.Year == year).ToList();
        return announced.Count > 0
            ? announced.SelectMany(dates => new DateInterval(dates.From, dates.To ?? dates.From), (dates, day) => new RegionalDay(day, Name, dates.Act, Provisional: false))
            : Feast is { } feast ? Feasts.DatesIn(year, feast).Select(day => new RegionalDay(day, Name, law, Feasts.NeedsAnAct(feast))) : [];
    }
}

/// <summary>The dates that an act set for one year.</summary>
public sealed record AnnouncedDates(LocalDate From, LocalizedText Act)
{
    /// <summary>The last date, included; nothing if there is but one.</summary>
    public LocalDate? To { get; init; }
}

/// <summary>A holiday of a federal subject in one year.</summary>
/// <param name="Act">What makes it one.</param>
/// <param name="Provisional">Whether the act that sets its date is not known yet, so that it may come a day earlier or later.</param>
public sealed record RegionalDay(LocalDate Date, LocalizedText Name, LocalizedText Act, bool Provisional);
