using ContactsApi.Features.Asking;
using ContactsApi.Hosting;
using ContactsApi.Hosting.Caching;
using ContactsApi.Hosting.Limits;
using ContactsApi.Hosting.Queries;
using Microsoft.AspNetCore.Http.HttpResults;

namespace ContactsApi.Features.Formats.OpeningHours;

public static class OpeningHoursEndpoints
{
    public static void MapOpeningHours(this IEndpointRouteBuilder routes) => routes.MapGet("/v1/channels/{id}/opening-hours", Get)
        .WithName("getOpeningHours")
        .Costs(10)
        .WithSummary("The hours of a channel as OpenStreetMap writes them")
        .WithDescription(
            "The usual hours as a value of the tag `opening_hours`: by weekday, on public holidays (`PH`), and by date where those do "
            + "not suffice. What sources disagree on is `unknown`. Overrides count; outages do not.")
        .WithQuery(Parameters.Segment, Parameters.Region, Parameters.Revision, Parameters.AsOf);

    private static Results<CacheableJson<OpeningHoursResponse>, JsonHttpResult<ProblemResponse>> Get(
        string id, HttpContext context, CatalogQuery query) =>
        context.AboutDesk(id, query, served =>
        {
            var zone = Core.MoscowTime.ZoneOf(served.Channel.TimeZone);
            var today = query.AskedAt.InZone(zone).Date;
            return query.LastingUntil(
                OpeningHoursResponse.Of(served, today, query.Directory, context.Language()),
                changesAt: Core.MoscowTime.InstantOf(today.PlusDays(1).AtMidnight(), zone));
        });
}
