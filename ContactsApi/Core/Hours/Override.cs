using NodaTime;

namespace ContactsApi.Core.Hours;

/// <summary>
/// Windows that replace those of one channel on given dates, in all its statements, and those of the other channels of its desk
/// that have no override of their own on the date. What runs past midnight from the day before stays. The dates are those of one
/// year, From to To, or come back in every year, past ones too, with <see cref="Yearly"/>. Where both cover a date the one of that
/// year counts: it is the more special. See <c>docs/decisions/0040-yearly-overrides.md</c>.
/// </summary>
/// <param name="From">The first date, in the channel's zone; nothing if they are yearly.</param>
/// <param name="To">The last date, included; nothing if they are yearly.</param>
/// <param name="Windows">The hours of each of these dates; none means closed.</param>
public sealed record Override(
    string Id, string ChannelId, LocalDate? From, LocalDate? To, IReadOnlyList<TimeWindow> Windows, LocalizedText Reason)
{
    /// <summary>Whether it is about its channel alone, and not about the others of the desk.</summary>
    public bool OnlyHere { get; init; }

    /// <summary>The first date of every year, as <c>12-31</c>; 29 February is there in leap years alone. Nothing if the dates are of one year.</summary>
    public AnnualDate? Yearly { get; init; }

    /// <summary>The last date of every year, included; one earlier in the year than the first is of the next year. Nothing if the first is the only one.</summary>
    public AnnualDate? YearlyTo { get; init; }

    public bool Covers(LocalDate date)
    {
        if (Yearly is not { } first)
            return From <= date && date <= To;
        var (last, day) = (YearlyTo ?? first, new AnnualDate(date.Month, date.Day));
        var (begun, notOver) = (first.CompareTo(day) <= 0, day.CompareTo(last) <= 0);
        return first.CompareTo(last) <= 0 ? begun && notOver : begun || notOver;
    }

    /// <summary>The dates that it covers among some, in spans, in order; those that come back each year may touch.</summary>
    public IEnumerable<DateInterval> Within(DateInterval dates) => Spans(dates).Select(dates.Intersection).OfType<DateInterval>();

    private IEnumerable<DateInterval> Spans(DateInterval dates)
    {
        if (Yearly is not { } first)
            return [new DateInterval(From!.Value, To!.Value)];
        var last = YearlyTo ?? first;
        // What began the year before may run on over New Year.
        return from year in Enumerable.Range(dates.Start.Year - 1, dates.End.Year - dates.Start.Year + 2)
               let start = first.IsValidYear(year) ? first.InYear(year) : new LocalDate(year, 3, 1)
               let end = last.InYear(last.CompareTo(first) < 0 ? year + 1 : year)
               where start <= end
               select new DateInterval(start, end);
    }
}

/// <summary>
/// An outage set by an operator: the channel and all in its reach are closed from Start until End, whatever
/// statements and overrides say.
/// </summary>
/// <param name="Start">Included.</param>
/// <param name="End">Not included; an outage without an end lasts until it is given one.</param>
public sealed record Incident(string Id, string ChannelId, Instant Start, Instant? End, LocalizedText Reason)
{
    /// <summary>Whether its channel alone is closed.</summary>
    public bool OnlyHere { get; init; }

    public bool Covers(Instant moment) => Start <= moment && (End is null || moment < End);
}
