using ContactsApi.Core;
using ContactsApi.Features.Asking;
using ContactsApi.Hosting;
using ContactsApi.Hosting.Caching;
using ContactsApi.Hosting.Queries;
using ContactsApi.Storage;
using Microsoft.AspNetCore.Http.HttpResults;
using NodaTime;

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

    private static Results<CacheableJson<RegionsResponse>, JsonHttpResult<ProblemResponse>> List(HttpContext context, CatalogSnapshots snapshots, IClock clock)
    {
        var query = QueryReader.Of(context);
        var snapshot = query.AnswerFrom(snapshots);
        var time = CallerTime.Read(query, clock);
        return query.Errors.Count > 0
            ? context.Refuse(query)
            : query.AboutMoment(RegionsResponse.Of(snapshot, time, context.Language()), snapshot, time, Offsets.ChangeAfter(time.Moment, snapshot), clock);
    }

    private static Results<CacheableJson<RegionResponse>, JsonHttpResult<ProblemResponse>> Get(
        string code, HttpContext context, CatalogSnapshots snapshots, IClock clock)
    {
        var query = QueryReader.Of(context);
        var snapshot = query.AnswerFrom(snapshots);
        if (!snapshot.Directory.Regions.TryGetValue(code, out var region))
            return context.Refuse(Problem.RegionNotFound, Unknown(code, snapshot));
        var segment = query.TryGet(Segment, out var asked) ? asked : Core.Segment.Individual;
        var time = CallerTime.Read(query, clock, region);
        var limit = query.TryGet(Parameters.Limit, out var most) ? most : DefaultLimit;
        query.TryGet(Parameters.Cursor, out var before);
        if (query.Errors.Count > 0)
            return context.Refuse(query);
        var page = OfficePage.Of(snapshot.Directory, region, segment, time.Moment, before, (int)limit);
        return query.AboutMoment(
            RegionResponse.Of(region, page, segment, time, snapshot, context.Language()), snapshot, time, page.ChangesAt(region), clock);
    }

    private static LocalizedText Unknown(string code, CatalogSnapshot snapshot) => code.Length > QueryReader.MaxLength
        ? Problem.RegionNotFound.Title
        : NearestNames.Suggest(new($"Региона «{code}» нет.", $"There is no region '{code}'."), code, snapshot.Directory.Regions.Keys);
}
