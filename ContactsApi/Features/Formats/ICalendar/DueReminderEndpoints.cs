using ContactsApi.Core;
using ContactsApi.Core.Due;
using ContactsApi.Features.Asking;
using ContactsApi.Features.Channels;
using ContactsApi.Features.Due;
using ContactsApi.Hosting;
using ContactsApi.Hosting.Caching;
using ContactsApi.Hosting.Queries;
using ContactsApi.Storage;
using Microsoft.AspNetCore.Http.HttpResults;

namespace ContactsApi.Features.Formats.ICalendar;

public static class DueReminderEndpoints
{
    private static readonly LocalizedText NothingPromised = new(
        "Ни один источник не обещает, когда здесь ответят: напоминать не о чем.", "No source promises when an answer comes here: there is nothing to remind of.");

    public static void MapDueReminder(this IEndpointRouteBuilder routes) => routes.MapGet("/v1/due.ics", Get)
        .WithName("getDueReminder")
        .WithSummary("A reminder of when an answer is overdue")
        .WithDescription("iCalendar (RFC 5545): an event with an alarm at `answer.due` of `/v1/due`, and in it what to do then. 404 where nothing is promised.")
        .WithQuery([.. DueQuery.Parameters.Where(parameter => parameter != Parameters.At)])
        .ProducesBody<string>(CalendarFile.MediaType)
        .ProducesProblems(StatusCodes.Status404NotFound);

    private static Results<CacheableBody, JsonHttpResult<ProblemResponse>> Get(HttpContext context, CatalogQuery asked, CatalogSnapshots snapshots)
    {
        var query = DueQuery.Read(asked, snapshots);
        if (asked.Errors.Count > 0)
            return context.Refuse(asked);
        if (query.Served is not { } served)
            return context.RefuseSegment(query.Channel);
        var due = RequestDue.Of(served, query.SentAt);
        return due.At is null
            ? context.Refuse(Problem.NothingPromised, NothingPromised)
            : asked.LastingBody(DueReminder.Of(due, query, context.Language()));
    }
}
