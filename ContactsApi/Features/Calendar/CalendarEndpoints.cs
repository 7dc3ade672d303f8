using System.Globalization;
using ContactsApi.Core;
using ContactsApi.Features.Asking;
using ContactsApi.Hosting;
using ContactsApi.Hosting.Caching;
using ContactsApi.Hosting.Queries;
using Microsoft.AspNetCore.Http.HttpResults;

namespace ContactsApi.Features.Calendar;

public static class CalendarEndpoints
{
    private static readonly LocalizedText NotAYear = new(
        $"Нужен год от {Moments.FirstYear} до {Moments.LastYear}.", $"A year from {Moments.FirstYear} to {Moments.LastYear} is needed.");

    public static void MapCalendar(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("/v1/calendar").WithTags("Calendar").ProducesProblems(
            StatusCodes.Status400BadRequest, StatusCodes.Status503ServiceUnavailable);
        group.MapGet("/{year}", GetYear)
            .WithName("getCalendarYear")
            .WithSummary("A year of the Russian production calendar")
            .WithDescription("Every date of a year from 2000 to 2100, by its decree or, where none is known, by the law alone.")
            .WithQuery(Parameters.Revision, Parameters.AsOf);
        group.MapGet("/days/{date}", GetDay)
            .WithName("getCalendarDay")
            .WithSummary("A date of the Russian production calendar")
            .WithDescription("Whether a date is a working day, and why.")
            .WithQuery(Parameters.Revision, Parameters.AsOf);
    }

    private static Results<CacheableJson<CalendarYearResponse>, JsonHttpResult<ProblemResponse>> GetYear(string year, HttpContext context, CatalogQuery query)
    {
        query.Accept("year", ParseYear(year), out var value);
        return query.Errors.Count > 0
            ? context.Refuse(query)
            : query.Lasting(CalendarYearResponse.Of(query.Directory.Calendar, value, context.Language()));
    }

    private static Results<CacheableJson<CalendarDayResponse>, JsonHttpResult<ProblemResponse>> GetDay(string date, HttpContext context, CatalogQuery query)
    {
        query.Accept("date", Moments.ParseDate(date), out var value);
        return query.Errors.Count > 0
            ? context.Refuse(query)
            : query.Lasting(CalendarDayResponse.Of(query.Directory.Calendar.DayOf(value), context.Language()));
    }

    private static Parsed<int> ParseYear(string text) =>
        text.Length == 4
        && int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var year)
        && year is >= Moments.FirstYear and <= Moments.LastYear
            ? year
            : NotAYear;
}
