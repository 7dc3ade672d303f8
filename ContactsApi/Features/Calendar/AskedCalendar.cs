using ContactsApi.Core;
using ContactsApi.Core.Calendar;
using ContactsApi.Core.Channels;
using ContactsApi.Features.Asking;
using NodaTime;

namespace ContactsApi.Features.Calendar;

/// <summary>The calendar that a question is about.</summary>
/// <param name="Region">The federal subject whose holidays count too; nothing for all Russia.</param>
public sealed record AskedCalendar(ProductionCalendar Calendar, WorkWeek Week, Region? Region)
{
    private static readonly LocalizedText NoneKnown = new(
        "Собственные праздники этого субъекта не внесены: они могут быть.", "The holidays of this federal subject itself are not entered: there may be some.");

    public Workdays Workdays => Calendar.WorkdaysOf(Week);

    public static AskedCalendar Read(CatalogQuery query)
    {
        query.TryGet(CalendarParameters.Week, out var week);
        query.TryGet(CalendarParameters.Region, out var region);
        return new AskedCalendar(query.Directory.CalendarOf(region?.Code), week, region);
    }

    /// <summary>What is not known of the days off between two dates.</summary>
    public IReadOnlyList<string> UnknownIn(LocalDate from, LocalDate to, Language language)
    {
        if (Region is null)
            return [];
        if (Calendar.Regional is not { } regional)
            return [NoneKnown.In(language)];
        var years = Enumerable.Range(from.Year, to.Year - from.Year + 1).ToList();
        return
        [
            .. years[0] < regional.Since ? [new LocalizedText(
                $"Праздники этого субъекта внесены с {regional.Since} года.", $"The holidays of this federal subject are entered from {regional.Since} on.").In(language)] : Array.Empty<string>(),
            .. regional.Holidays
                .Select(holiday => (holiday.Name, Years: years.FindAll(year => year >= regional.Since && !holiday.DaysOf(year, regional.Law).Any())))
                .Where(missing => missing.Years.Count > 0)
                .Select(missing => $"{missing.Name.In(language)}: {Spans(missing.Years)}"),
            .. regional.Unknown.Select(text => text.In(language)),
        ];
    }

    /// <summary>As <c>2027, 2029–2100</c>.</summary>
    private static string Spans(List<int> years) => string.Join(", ", years
        .Select((year, i) => (year, Run: year - i))
        .GroupBy(one => one.Run, one => one.year)
        .Select(run => run.Count() == 1 ? $"{run.First()}" : $"{run.First()}–{run.Last()}"));
}
