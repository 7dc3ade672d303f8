using ContactsApi.Core;
using ContactsApi.Features.Asking;
using ContactsApi.Features.Calendar;
using ContactsApi.Features.Channels;
using ContactsApi.Features.Regions;
using ContactsApi.Hosting;
using ContactsApi.Hosting.Caching;
using ContactsApi.Hosting.Limits;
using ContactsApi.Hosting.Queries;
using ContactsApi.Storage;
using Microsoft.AspNetCore.Http.HttpResults;

namespace ContactsApi.Features.Copies;

/// <summary>For those who keep a copy of the directory: all of it in one request, and from then on what became another.</summary>
public static class CopyEndpoints
{
    private static readonly QueryParameter<long> Since = Parameters.Number(
        "since", "The `catalogRevision` of your copy: what is as it was then is left out.", "1", 1, long.MaxValue) with { ReadsStore = true };

    public static void MapCopies(this IEndpointRouteBuilder routes) =>
        routes.MapGet("/v1/copy", Get)
            .WithName("getCopy")
            .WithTags("Revisions")
            .WithSummary("The whole directory, or what became another since")
            .WithDescription("Channels, offices and years of the calendar for whoever keeps a copy. In no order.")
            .WithQuery(Since)
            .Costs(20)
            .ProducesProblems(StatusCodes.Status400BadRequest, StatusCodes.Status503ServiceUnavailable);

    private static Results<CacheableJson<CopyResponse>, JsonHttpResult<ProblemResponse>> Get(HttpContext context, CatalogQuery query, CatalogSnapshots snapshots)
    {
        var language = context.Language();
        var then = query.TryGet(Since, out var revision) ? snapshots.Of(revision) : null;
        if (query.Errors.Count == 0 && revision > 0 && then is null)
            query.Refuse(Since.Name, Unknown(query.Snapshot.Revision));
        if (query.Errors.Count > 0)
            return context.Refuse(query);
        var now = AllOf(query.Snapshot, language);
        return query.Lasting(then is null ? now : now.Since(AllOf(then, language)));
    }

    private static CopyResponse AllOf(CatalogSnapshot snapshot, Language language)
    {
        var directory = snapshot.Directory;
        return new(
            snapshot.Revision,
            [.. directory.Catalog.Channels.Select(channel => ChannelResponse.Of(channel, directory, language))],
            [.. directory.Catalog.Offices.Select(office => ListedOfficeResponse.Of(office, directory, language))],
            [.. directory.Catalog.Years.Select(year => CalendarYearResponse.Of(directory.Calendar, year.Year, language))],
            new([], [], []));
    }

    private static LocalizedText Unknown(long newest) => new(
        $"Такой ревизии здесь нет, новейшая: {newest}. Возьмите всё заново, без since.",
        $"There is no such revision here; the newest is {newest}. Take all anew, without since.");
}
