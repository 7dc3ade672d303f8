using ContactsApi.Core.Calendar;
using ContactsApi.Core.Hours;
using NodaTime;

namespace ContactsApi.Core.Catalogs;

/// <summary>What makes years, overrides and incidents whole: dates in sight and in order.</summary>
internal sealed class DateRules(Catalog catalog)
{
    public static IEnumerable<CatalogProblem> ProblemsOf(Catalog catalog)
    {
        var rules = new DateRules(catalog);
        return
        [
            .. catalog.Years.SelectMany((year, i) => ProblemsOf(year, $"$.years[{i}]")),
            .. catalog.RegionalHolidays.SelectMany((one, i) => rules.ProblemsOf(one, $"$.regionalHolidays[{i}]")),
            .. catalog.Overrides.SelectMany((replacement, i) => rules.ProblemsOf(replacement, i)),
            .. catalog.Incidents.SelectMany((incident, i) => rules.ProblemsOf(incident, $"$.incidents[{i}]")),
        ];
    }

    private static IEnumerable<CatalogProblem> ProblemsOf(DecreeYear year, string path)
    {
        if (!IsInSight(year.Year))
            yield return OutOfSight($"{path}.year");
        foreach (var problem in FormRules.Unique(year.Days.Select(day => day.Date), $"{path}.days", "date"))
            yield return problem;
        foreach (var (day, i) in year.Days.Select((day, i) => (day, i)))
        {
            if (day.Date.Year != year.Year)
                yield return new($"{path}.days[{i}].date", new($"дата не из {year.Year} года", $"the date is not in {year.Year}"));
            if (day is { OrdinaryWeekend: true, Date.DayOfWeek: not (IsoDayOfWeek.Saturday or IsoDayOfWeek.Sunday) })
                yield return new($"{path}.days[{i}].ordinaryWeekend", new("нужна суббота или воскресенье", "a Saturday or Sunday is needed"));
        }

        foreach (var (period, i) in year.NonWorking.Select((period, i) => (period, i)))
        {
            if (period.To < period.From || period.From.Year != year.Year || period.To.Year != year.Year)
                yield return new($"{path}.nonWorking[{i}]", new($"нужны даты {year.Year} года по порядку", $"dates of {year.Year} in order are needed"));
        }
    }

    private IEnumerable<CatalogProblem> ProblemsOf(RegionalHolidays one, string path)
    {
        if (catalog.Regions.All(region => region.Code != one.Code))
            yield return CatalogProblem.Unknown($"{path}.code", one.Code);
        if (!IsInSight(one.Since))
            yield return OutOfSight($"{path}.since");
        foreach (var (holiday, i) in one.Holidays.Select((holiday, i) => (holiday, i)))
        {
            if (holiday.Date is not null && (holiday.Feast is not null || (holiday.Doubt is null && holiday.Announced.Count > 0)))
                yield return new($"{path}.holidays[{i}].date", new("день или постоянный, или переходящий", "a holiday has one date every year, or moves"));
            if (holiday is { DaysBefore: < 0 or > MostDaysAnnounced } or { DaysAfter: < 0 or > MostDaysAnnounced })
                yield return new($"{path}.holidays[{i}]", new($"нужно от 0 до {MostDaysAnnounced} дней", $"0 to {MostDaysAnnounced} days are needed"));
            foreach (var (dates, j) in holiday.Announced.Select((dates, j) => (dates, j)))
            {
                var last = dates.To ?? dates.From;
                if (!IsInSight(dates.From.Year))
                    yield return OutOfSight($"{path}.holidays[{i}].announced[{j}].from");
                if (last < dates.From || last.Year != dates.From.Year || Period.DaysBetween(dates.From, last) > MostDaysAnnounced)
                    yield return new($"{path}.holidays[{i}].announced[{j}].to", new("нужна дата не раньше первой, того же года, не позже чем через месяц", "a date not before the first is needed, of the same year and within a month"));
            }
        }
    }

    private IEnumerable<CatalogProblem> ProblemsOf(Override replacement, int index)
    {
        var path = $"$.overrides[{index}]";
        if (catalog.Channels.All(channel => channel.Id != replacement.ChannelId))
            yield return CatalogProblem.Unknown($"{path}.channelId", replacement.ChannelId);
        foreach (var problem in replacement.Yearly is null ? DatedProblems(replacement, path) : YearlyProblems(replacement, path))
            yield return problem;
        if (HasDates(replacement) && catalog.Overrides.Take(index).Any(earlier =>
            earlier.ChannelId == replacement.ChannelId && earlier.Yearly is null == replacement.Yearly is null && HasDates(earlier)
            && replacement.Within(Sight).Any(span => earlier.Within(span).Any())))
        {
            yield return new(path, new("даты уже заняты другой заменой часов этого канала", "another override of this channel covers some of these dates"));
        }
    }

    private static IEnumerable<CatalogProblem> DatedProblems(Override dated, string path)
    {
        if (dated.From is null || dated.To is null)
            yield return new($"{path}.{(dated.From is null ? "from" : "to")}", new("нужны даты from и to, либо yearly", "the dates from and to are needed, or else yearly"));
        if (dated.YearlyTo is not null)
            yield return new($"{path}.yearlyTo", new("нужна и первая дата, yearly", "the first date is needed too, yearly"));
        if (dated.From is { } from && !IsInSight(from.Year))
            yield return OutOfSight($"{path}.from");
        if (dated.To is { } to && !IsInSight(to.Year))
            yield return OutOfSight($"{path}.to");
        if (dated.To < dated.From)
            yield return new($"{path}.to", new("последняя дата раньше первой", "the last date is before the first"));
    }

    private static IEnumerable<CatalogProblem> YearlyProblems(Override yearly, string path)
    {
        if (yearly.From is not null || yearly.To is not null)
            yield return new($"{path}.yearly", new("либо даты одного года, from и to, либо каждого, yearly", "either dates of one year, from and to, or of every year, yearly"));
    }

    private static bool HasDates(Override one) => one.Yearly is not null || one.From <= one.To;

    private IEnumerable<CatalogProblem> ProblemsOf(Incident incident, string path)
    {
        if (catalog.Channels.All(channel => channel.Id != incident.ChannelId))
            yield return CatalogProblem.Unknown($"{path}.channelId", incident.ChannelId);
        if (!IsInSight(incident.Start.InUtc().Year))
            yield return OutOfSight($"{path}.start");
        if (incident.End is { } end && !IsInSight(end.InUtc().Year))
            yield return OutOfSight($"{path}.end");
        if (incident.End <= incident.Start)
            yield return new($"{path}.end", new("конец не позже начала", "the end is not after the start"));
    }

    /// <summary>Feasts last days, not months.</summary>
    private const int MostDaysAnnounced = 31;

    /// <summary>The years that questions may be asked of.</summary>
    private static bool IsInSight(int year) => year >= Sight.Start.Year && year <= Sight.End.Year;

    private static readonly DateInterval Sight = new(DateSet.FirstDate, DateSet.LastDate);

    private static CatalogProblem OutOfSight(string path) => new(path, new("нужен год с 2000 по 2100", "a year from 2000 to 2100 is needed"));
}
