using System.Globalization;
using ContactsApi.Core;
using ContactsApi.Core.Calendar;
using ContactsApi.Features.Asking;
using ContactsApi.Features.Formats.ICalendar;
using ContactsApi.Hosting;
using ContactsApi.Hosting.Caching;
using ContactsApi.Hosting.Limits;
using ContactsApi.Hosting.Queries;
using ContactsApi.Storage;
using Microsoft.AspNetCore.Http.HttpResults;
using NodaTime;

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
        group.MapGet("/days", ListDays)
            .WithName("listCalendarDays")
            .WithSummary("Working days and days off of a period")
            .WithDescription("A month, quarter, half or year by `period`, or the dates from `from` to `to`, at most 366.")
            .WithQuery(
                CalendarParameters.Period,
                CalendarParameters.From with { Required = false },
                CalendarParameters.To with { Required = false },
                CalendarParameters.Week,
                CalendarParameters.Region,
                Parameters.Revision,
                Parameters.AsOf);
        group.MapGet("/workdays/{date}", GetWorkday)
            .WithName("getWorkday")
            .WithSummary("Is it a working day, and which is the next, or the n-th from it")
            .WithDescription("Days declared non-working by decree are not worked. With `days=0` the result is the date itself.")
            .WithQuery(CalendarParameters.Days, CalendarParameters.Week, CalendarParameters.Region, Parameters.Revision, Parameters.AsOf);
        group.MapGet("/workdays/count", CountWorkdays)
            .WithName("countWorkdays")
            .WithSummary("How many working days lie between two dates")
            .WithDescription("By both conventions: with both dates, and without the first.")
            .WithQuery(CalendarParameters.From, CalendarParameters.To, CalendarParameters.Week, CalendarParameters.Region, Parameters.Revision, Parameters.AsOf);
        group.MapGet("/workhours/add", AddWorkhours)
            .WithName("addWorkhours")
            .WithSummary("The moment so many working hours away")
            .WithDescription("Hours run within `windows` on working days.")
            .WithQuery(
                Parameters.At with { Required = true },
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
        group.MapGet("/{year}/calendar.csv", GetTable)
            .WithName("getCalendarTable")
            .WithSummary("A year as CSV")
            .WithDescription("Every date, for spreadsheets.")
            .WithQuery(CalendarParameters.Week, CalendarParameters.Region, Parameters.Revision, Parameters.AsOf)
            .ProducesBody<string>(CalendarTable.MediaType);
        group.MapGet("/{year}/calendar.xml", GetXml)
            .WithName("getCalendarXml")
            .WithSummary("A year in the schema of xmlcalendar.ru")
            .WithDescription("For programs that read that schema: only the days that are not as their day of the week says.")
            .WithQuery(CalendarParameters.Region, Parameters.Revision, Parameters.AsOf)
            .ProducesBody<string>(CalendarXml.MediaType);
        group.MapGet("/calendar.ics", GetICalendar)
            .WithName("getCalendarToSubscribe")
            .Costs(10)
            .WithSummary("Days off, moved and shorter days as a calendar to subscribe to")
            .WithDescription("iCalendar (RFC 5545) for this year and the next; what no decree or act settles yet is `TENTATIVE`.")
            .WithQuery(CalendarParameters.Week, CalendarParameters.Region, Parameters.Revision, Parameters.AsOf)
            .ProducesBody<string>(CalendarFile.MediaType);
    }

    private static Results<CacheableJson<WorkdaysResponse>, JsonHttpResult<ProblemResponse>> ListDays(HttpContext context, CatalogSnapshots snapshots, IClock clock)
    {
        var query = QueryReader.Of(context);
        var snapshot = query.AnswerFrom(snapshots);
        var asked = AskedCalendar.Read(query, snapshot);
        var (from, to) = CalendarParameters.ReadRange(query);
        return query.Errors.Count > 0
            ? context.Refuse(query)
            : query.Lasting(WorkdaysResponse.Of(asked, from, to, context.Language()), snapshot, clock);
    }

    private static Results<CacheableJson<WorkdayResponse>, JsonHttpResult<ProblemResponse>> GetWorkday(
        string date, HttpContext context, CatalogSnapshots snapshots, IClock clock)
    {
        var query = QueryReader.Of(context);
        var snapshot = query.AnswerFrom(snapshots);
        var asked = AskedCalendar.Read(query, snapshot);
        query.Accept("date", Moments.ParseDate(date), out var start);
        int? days = query.TryGet(CalendarParameters.Days, out var given) ? given : null;
        if (query.Errors.Count > 0)
            return context.Refuse(query);
        var answer = WorkdayResponse.Of(asked, start, days, context.Language());
        if (days is not null && answer.Result is null)
        {
            query.Refuse(CalendarParameters.Days.Name, Moments.OutOfRange);
            return context.Refuse(query);
        }

        return query.Lasting(answer, snapshot, clock);
    }

    private static Results<CacheableJson<WorkdayCountResponse>, JsonHttpResult<ProblemResponse>> CountWorkdays(
        HttpContext context, CatalogSnapshots snapshots, IClock clock)
    {
        var query = QueryReader.Of(context);
        var snapshot = query.AnswerFrom(snapshots);
        var asked = AskedCalendar.Read(query, snapshot);
        var (from, to) = DateRange.ReadAnyLength(query, CalendarParameters.From, CalendarParameters.To);
        return query.Errors.Count > 0
            ? context.Refuse(query)
            : query.Lasting(WorkdayCountResponse.Of(asked, from, to, context.Language()), snapshot, clock);
    }

    private static Results<CacheableJson<WorkhoursResponse>, JsonHttpResult<ProblemResponse>> AddWorkhours(
        HttpContext context, CatalogSnapshots snapshots, IClock clock)
    {
        var query = QueryReader.Of(context);
        var snapshot = query.AnswerFrom(snapshots);
        var asked = AskedCalendar.Read(query, snapshot);
        var time = CallerTime.Read(query, clock, asked.Region);
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

        var (first, last) = start < end ? (start.Date, end.Date) : (end.Date, start.Date);
        var result = hours == 0 ? time.CallerMoment : time.InCallerZone(MoscowTime.InstantOf(end, time.Zone));
        var answer = new WorkhoursResponse(time.CallerMoment, hours, result, CertaintyResponse.Of(asked, first, last, context.Language()));
        return query.Lasting(answer, snapshot, clock);
    }

    private static Results<CacheableJson<NormsResponse>, JsonHttpResult<ProblemResponse>> GetNorms(
        string year, HttpContext context, CatalogSnapshots snapshots, IClock clock)
    {
        var (query, snapshot, asked, value) = ReadYear(year, context, snapshots);
        return query.Errors.Count > 0
            ? context.Refuse(query)
            : query.Lasting(NormsResponse.Of(asked, value, context.Language()), snapshot, clock);
    }

    private static Results<CacheableBody, JsonHttpResult<ProblemResponse>> GetTable(string year, HttpContext context, CatalogSnapshots snapshots, IClock clock)
    {
        var (query, snapshot, asked, value) = ReadYear(year, context, snapshots);
        return query.Errors.Count > 0
            ? context.Refuse(query)
            : query.LastingBody(CalendarTable.Of(asked, value, context.Language()), snapshot, clock);
    }

    private static Results<CacheableBody, JsonHttpResult<ProblemResponse>> GetXml(string year, HttpContext context, CatalogSnapshots snapshots, IClock clock)
    {
        var (query, snapshot, asked, value) = ReadYear(year, context, snapshots);
        return query.Errors.Count > 0
            ? context.Refuse(query)
            : query.LastingBody(CalendarXml.Of(asked.Calendar, value, snapshot, context.Language()), snapshot, clock);
    }

    private static Results<CacheableBody, JsonHttpResult<ProblemResponse>> GetICalendar(HttpContext context, CatalogSnapshots snapshots, IClock clock)
    {
        var query = QueryReader.Of(context);
        var snapshot = query.AnswerFrom(snapshots);
        var asked = AskedCalendar.Read(query, snapshot);
        var now = clock.GetCurrentInstant();
        var year = MoscowTime.DateOf(now).Year;
        return query.Errors.Count > 0
            ? context.Refuse(query)
            : query.LastingBodyUntil(
                DaysOffCalendar.Of(asked, year, snapshot, context.Language()),
                snapshot,
                now,
                changesAt: MoscowTime.InstantOf(new LocalDateTime(year + 1, 1, 1, 0, 0), MoscowTime.Zone));
    }

    private static (QueryReader Query, CatalogSnapshot Snapshot, AskedCalendar Asked, int Year) ReadYear(string year, HttpContext context, CatalogSnapshots snapshots)
    {
        var query = QueryReader.Of(context);
        var snapshot = query.AnswerFrom(snapshots);
        var asked = AskedCalendar.Read(query, snapshot);
        query.Accept("year", ParseYear(year), out var value);
        return (query, snapshot, asked, value);
    }

    private static Results<CacheableJson<CalendarYearResponse>, JsonHttpResult<ProblemResponse>> GetYear(string year, HttpContext context, CatalogSnapshots snapshots, IClock clock)
    {
        var query = QueryReader.Of(context);
        var snapshot = query.AnswerFrom(snapshots);
        query.Accept("year", ParseYear(year), out var value);
        return query.Errors.Count > 0
            ? context.Refuse(query)
            : query.Lasting(CalendarYearResponse.Of(snapshot.Directory.Calendar, value, context.Language()), snapshot, clock);
    }

    private static Results<CacheableJson<CalendarDayResponse>, JsonHttpResult<ProblemResponse>> GetDay(string date, HttpContext context, CatalogSnapshots snapshots, IClock clock)
    {
        var query = QueryReader.Of(context);
        var snapshot = query.AnswerFrom(snapshots);
        query.Accept("date", Moments.ParseDate(date), out var value);
        return query.Errors.Count > 0
            ? context.Refuse(query)
            : query.Lasting(CalendarDayResponse.Of(snapshot.Directory.Calendar.DayOf(value), context.Language()), snapshot, clock);
    }

    private static Parsed<int> ParseYear(string text) =>
        text.Length == 4
        && int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var year)
        && year is >= Moments.FirstYear and <= Moments.LastYear
            ? year
            : NotAYear;
}
