using ContactsApi.Core;
using ContactsApi.Features.Asking;
using ContactsApi.Hosting;
using ContactsApi.Hosting.Caching;
using ContactsApi.Hosting.Limits;
using ContactsApi.Hosting.Queries;
using Microsoft.AspNetCore.Http.HttpResults;
using NodaTime;

namespace ContactsApi.Features.Formats.ICalendar;

public static class TransitionCalendarEndpoints
{
    public static void MapTransitionCalendar(this IEndpointRouteBuilder routes) => routes.MapGet("/v1/transitions.ics", Get)
        .WithName("getTransitionCalendar")
        .Costs(25)
        .WithSummary("Which channel is the best when, as a calendar to subscribe to")
        .WithDescription(
            "iCalendar (RFC 5545) for this month and the three after it: an event for each span in which one channel in one state is the best "
            + "for the segment, incidents and overrides included. One that is not certainly open is `TENTATIVE`.")
        .WithQuery(Parameters.Segment, Parameters.Revision, Parameters.AsOf)
        .ProducesBody<string>(CalendarFile.MediaType);

    private static Results<CacheableBody, JsonHttpResult<ProblemResponse>> Get(HttpContext context, CatalogQuery query)
    {
        query.TryGet(Parameters.Segment, out var segment);
        if (query.Errors.Count > 0)
            return context.Refuse(query);
        var today = MoscowTime.DateOf(query.AskedAt);
        var month = new LocalDate(today.Year, today.Month, 1);
        return query.LastingBodyUntil(
            TransitionCalendar.Of(segment, month, query.Snapshot, context.Language()),
            changesAt: MoscowTime.InstantOf(month.PlusMonths(1).AtMidnight(), MoscowTime.Zone));
    }
}
