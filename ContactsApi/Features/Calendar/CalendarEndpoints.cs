using System.Globalization;
using ContactsApi.Core;
using ContactsApi.Core.Calendar;
using ContactsApi.Core.Hours;
using ContactsApi.Features.Asking;
using ContactsApi.Features.Formats.ICalendar;
using ContactsApi.Hosting;
using ContactsApi.Hosting.Caching;
using ContactsApi.Hosting.Limits;
using ContactsApi.Hosting.Queries;
using Microsoft.AspNetCore.Http.HttpResults;
using NodaTime;

namespace ContactsApi.Features.Calendar;

public static class CalendarEndpoints
{
    /// <summary>Stands for this year by Moscow's date.</summary>
    private const string Current = "current";

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
        group.MapGet("/workdays", GetWorkdays)
            .WithName("getWorkdays")
            .WithSummary("How many working days lie between two dates, or which day is the n-th")
            .WithDescription("From `from` to `to`, or to the working day `days` later. Days that a decree declared non-working are not worked.")
            .WithQuery(
                CalendarParameters.From,
                CalendarParameters.To,
                CalendarParameters.Days,
                CalendarParameters.List,
                CalendarParameters.Week,
                CalendarParameters.Region,
                Parameters.Revision,
                Parameters.AsOf);
        group.MapGet("/workhours", AddWorkhours)
            .WithName("addWorkhours")
            .WithSummary("The moment so many working hours away")
            .WithDescription("Hours run within `windows` on working days.")
            .WithQuery(
                Parameters.At with { Required = true, Description = "From when on, as `at` is written elsewhere." },
                CalendarParameters.Hours,
                CalendarParameters.Windows,
                Parameters.TimeZone,
                CalendarParameters.Week,
                CalendarParameters.Region,
                Parameters.Revision,
                Parameters.AsOf);
        group.MapGet("/norms/{year}", GetNorms)
            .WithName("getWorkingTimeNorms")
            .WithSummary("The norms of working time of a year")
            .WithDescription("Of its months, quarters, halves and the whole, at 40, 36 and 24 hours a week, by order 588n.")
            .WithQuery(CalendarParameters.Region, Parameters.Revision, Parameters.AsOf);
        group.MapGet("/{year}/{file}", GetFile)
            .WithName("getCalendarFile")
            .Costs(10)
            .WithSummary("A year as `calendar.csv`, `calendar.xml` or `calendar.ics`")
            .WithDescription("For spreadsheets; in the schema of xmlcalendar.ru; to subscribe to, with the next year. The year may be `current`.")
            .WithQuery(CalendarParameters.Week, CalendarParameters.Region, Parameters.Revision, Parameters.AsOf)
            .ProducesProblems(StatusCodes.Status404NotFound)
            .ProducesBody<string>(CalendarFile.MediaType);
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

    private static Results<CacheableJson<WorkdaysResponse>, JsonHttpResult<ProblemResponse>> GetWorkdays(HttpContext context, CatalogQuery query)
    {
        var asked = AskedCalendar.Read(query);
        var (from, to) = CalendarParameters.ReadSpan(query, asked.Workdays);
        query.TryGet(CalendarParameters.List, out var listed);
        return query.Errors.Count > 0
            ? context.Refuse(query)
            : query.Lasting(WorkdaysResponse.Of(asked, from, to, listed, context.Language()));
    }

    private static Results<CacheableJson<WorkhoursResponse>, JsonHttpResult<ProblemResponse>> AddWorkhours(HttpContext context, CatalogQuery query)
    {
        var asked = AskedCalendar.Read(query);
        var time = CallerTime.Read(query, asked.Region);
        var windows = query.TryGet(CalendarParameters.Windows, out var given) ? given : CalendarParameters.UsualWindows;
        query.TryGet(CalendarParameters.Hours, out var hours);
        if (query.Errors.Count > 0)
            return context.Refuse(query);
        var start = time.CallerMoment.LocalDateTime;
        if (start.Date < DateSet.FirstDate || start.Date > DateSet.LastDate || new WorkingHours(asked.Workdays, windows).Add(start, Duration.FromHours(hours)) is not { } end)
        {
            query.Refuse(CalendarParameters.Hours.Name, Moments.OutOfRange);
            return context.Refuse(query);
        }

        var result = hours == 0 ? time.CallerMoment : time.InCallerZone(MoscowTime.InstantOf(end, time.Zone));
        var certainty = CertaintyResponse.Of(asked, LocalDate.Min(start.Date, end.Date), LocalDate.Max(start.Date, end.Date), context.Language());
        return query.Lasting(new WorkhoursResponse(time.CallerMoment, hours, result, certainty));
    }

    private static Results<CacheableJson<NormsResponse>, JsonHttpResult<ProblemResponse>> GetNorms(string year, HttpContext context, CatalogQuery query)
    {
        var asked = AskedCalendar.Read(query);
        query.Accept("year", ParseYear(year), out var value);
        return query.Errors.Count > 0
            ? context.Refuse(query)
            : query.Lasting(NormsResponse.Of(asked, value, context.Language()));
    }

    private static Results<CacheableBody, JsonHttpResult<ProblemResponse>> GetFile(string year, string file, HttpContext context, CatalogQuery query)
    {
        if (YearFile.Named(file) is not { } form)
            return context.Refuse(Problem.RouteNotFound, Problem.RouteNotFound.Title);
        var asked = AskedCalendar.Read(query);
        var thisYear = MoscowTime.DateOf(query.AskedAt).Year;
        query.Accept("year", year == Current ? thisYear : ParseYear(year), out var value);
        if (!form.TellsTheWeek && asked.Week == WorkWeek.SixDay)
            query.Refuse(CalendarParameters.Week.Name, YearFile.FiveDaysOnly);
        if (query.Errors.Count > 0)
            return context.Refuse(query);
        var body = form.Write(asked, value, query.Snapshot, context.Language());
        return year == Current
            ? query.LastingBodyUntil(body, changesAt: MoscowTime.InstantOf(new LocalDateTime(thisYear + 1, 1, 1, 0, 0), MoscowTime.Zone))
            : query.LastingBody(body);
    }

    private static Parsed<int> ParseYear(string text) =>
        text.Length == 4
        && int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var year)
        && year is >= Moments.FirstYear and <= Moments.LastYear
            ? year
            : NotAYear;
}
