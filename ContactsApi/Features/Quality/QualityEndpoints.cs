using ContactsApi.Core;
using ContactsApi.Core.Quality;
using ContactsApi.Features.Asking;
using ContactsApi.Hosting;
using ContactsApi.Hosting.Caching;
using ContactsApi.Hosting.Limits;
using ContactsApi.Hosting.Queries;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.Options;

namespace ContactsApi.Features.Quality;

public static class QualityEndpoints
{
    private static readonly IReadOnlyList<string> Codes = [.. QualityRules.Kinds.Keys.Order(StringComparer.Ordinal)];

    private static readonly QueryParameter<FindingKind> Code = new(
        "code",
        "Only findings of this kind, by its code.",
        "contradicting-hours",
        text => QualityRules.Kinds.TryGetValue(text, out var kind) ? kind : QueryErrors.OneOf(Codes)) { Values = Codes };

    public static void AddQuality(this IServiceCollection services) => services.AddOptions<QualityOptions>()
        .BindConfiguration(QualityOptions.Section)
        .ValidateDataAnnotations()
        .ValidateOnStart();

    public static void MapQuality(this IEndpointRouteBuilder routes) =>
        routes.MapGet("/v1/quality", Report)
            .WithName("getQuality")
            .Costs(15)
            .WithTags("Quality")
            .WithSummary("What is doubtful about the catalog?")
            .WithDescription(
                "Contradictions, gaps and likely mistakes in the catalog as it is now, each with what a data steward should do about it. "
                + "Until one settles them, answers show these doubts.")
            .WithQuery(Code, Parameters.Severity, Parameters.Channel, Parameters.Revision, Parameters.AsOf)
            .ProducesProblems(StatusCodes.Status400BadRequest, StatusCodes.Status503ServiceUnavailable);

    private static Results<CacheableJson<QualityResponse>, JsonHttpResult<ProblemResponse>> Report(
        HttpContext context, CatalogQuery query, IOptions<QualityOptions> options)
    {
        query.TryGet(Code, out var code);
        var bySeverity = query.TryGet(Parameters.Severity, out var severity);
        query.TryGet(Parameters.Channel, out var channel);
        if (query.Errors.Count > 0)
            return context.Refuse(query);
        var today = MoscowTime.DateOf(query.AskedAt);
        var examined = new QualityContext(query.Directory, today, options.Value.StaleAfterDays);
        var report = QualityResponse.Of(
            query.Snapshot.Revision,
            [
                .. from finding in QualityRules.FindingsOf(examined)
                   where code is null || finding.Kind == code
                   where !bySeverity || finding.Kind.Severity == severity
                   where channel is null || finding.ChannelId == channel.Id
                   select finding,
            ],
            context.Language());
        return query.LastingUntil(report, MoscowTime.InstantOf(today.PlusDays(1).AtMidnight(), MoscowTime.Zone));
    }
}
