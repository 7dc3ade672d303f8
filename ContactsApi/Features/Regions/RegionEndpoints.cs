using ContactsApi.Core;
using ContactsApi.Features.Asking;
using ContactsApi.Hosting;
using ContactsApi.Hosting.Caching;
using ContactsApi.Hosting.Queries;
using ContactsApi.Storage;
using Microsoft.AspNetCore.Http.HttpResults;

namespace ContactsApi.Features.Regions;

public static class RegionEndpoints
{
    private const long DefaultLimit = 20;

    /// <summary>Offices serve citizens first of all.</summary>
    private static readonly QueryParameter<Segment> Segment = Parameters.Segment with { Required = false, Default = "individual" };

    public static void MapRegions(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("/v1/regions").WithTags("Regions").ProducesProblems(
            StatusCodes.Status400BadRequest, StatusCodes.Status503ServiceUnavailable);
        group.MapGet("", List)
            .WithName("listRegions")
            .WithSummary("The federal subjects of Russia")
            .WithDescription("Each with its time zone, the offset of its clocks at the moment, and how many offices it has.")
            .WithQuery(Parameters.At, Parameters.TimeZone, Parameters.Revision, Parameters.AsOf);
        group.MapGet("/{code}", Get)
            .WithName("getRegion")
            .WithSummary("One region, with its offices")
            .WithDescription(
                "The offices in the stewards' order, page by page: give `next` as `cursor` for more. The first of them is where "
                + "`best-channel` sends people who ask with this `region`.")
            .WithQuery(
                Segment, Parameters.At, Parameters.TimeZone, Parameters.Limit, Parameters.Cursor, Parameters.Revision, Parameters.AsOf)
            .ProducesProblems(StatusCodes.Status404NotFound);
    }

    private static Results<CacheableJson<RegionsResponse>, JsonHttpResult<ProblemResponse>> List(HttpContext context, CatalogQuery query)
    {
        var time = CallerTime.Read(query);
        return query.Errors.Count > 0
            ? context.Refuse(query)
            : query.AboutMoment(RegionsResponse.Of(query.Snapshot, time, context.Language()), time, Offsets.ChangeAfter(time.Moment, query.Snapshot));
    }

    private static Results<CacheableJson<RegionResponse>, JsonHttpResult<ProblemResponse>> Get(
        string code, HttpContext context, CatalogQuery query)
    {
        if (!query.Directory.Regions.TryGetValue(code, out var region))
            return context.Refuse(Problem.RegionNotFound, Unknown(code, query.Snapshot));
        var segment = query.TryGet(Segment, out var asked) ? asked : Core.Segment.Individual;
        var time = CallerTime.Read(query, region);
        var limit = query.TryGet(Parameters.Limit, out var most) ? most : DefaultLimit;
        query.TryGet(Parameters.Cursor, out var before);
        if (query.Errors.Count > 0)
            return context.Refuse(query);
        var page = OfficePage.Of(query.Directory, region, segment, time.Moment, before, (int)limit);
        return query.AboutMoment(
            RegionResponse.Of(region, page, segment, time, query.Snapshot, context.Language()), time, page.ChangesAt(region));
    }

    private static LocalizedText Unknown(string code, CatalogSnapshot snapshot) => code.Length > QueryReader.MaxLength
        ? Problem.RegionNotFound.Title
        : NearestNames.Suggest(new($"Региона «{code}» нет.", $"There is no region '{code}'."), code, snapshot.Directory.Regions.Keys);
}
