using ContactsApi.Core;
using ContactsApi.Features.Asking;
using ContactsApi.Hosting;
using ContactsApi.Hosting.Caching;
using ContactsApi.Hosting.Limits;
using ContactsApi.Hosting.Queries;
using Microsoft.AspNetCore.Http.HttpResults;
using NodaTime;

namespace ContactsApi.Features.Formats.ICalendar;

public static class ScheduleCalendarEndpoints
{
    public static void MapScheduleCalendar(this IEndpointRouteBuilder routes) => routes.MapGet("/v1/channels/{id}/schedule.ics", Get)
        .WithName("getScheduleCalendar")
        .Costs(30)
        .WithSummary("The hours of a channel as a calendar to subscribe to")
        .WithDescription(
            "iCalendar (RFC 5545) for this year and the next: the usual windows, with holidays, moved days, overrides and outages. "
            + "What sources disagree on is `TENTATIVE`.")
        .WithQuery(Parameters.Segment, Parameters.Region, Parameters.Revision, Parameters.AsOf)
        .ProducesBody<string>(CalendarFile.MediaType);

    private static Results<CacheableBody, JsonHttpResult<ProblemResponse>> Get(
        string id, HttpContext context, CatalogQuery query) =>
        context.AboutDesk(id, query, served =>
        {
            var zone = MoscowTime.ZoneOf(served.Channel.TimeZone);
            var year = query.AskedAt.InZone(zone).Year;
            return query.LastingBodyUntil(
                ScheduleCalendar.Of(served, year, query.Snapshot, context.Language()),
                changesAt: MoscowTime.InstantOf(new LocalDateTime(year + 1, 1, 1, 0, 0), zone));
        });
}
