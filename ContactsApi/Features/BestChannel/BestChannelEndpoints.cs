using System.Text;
using ContactsApi.Core;
using ContactsApi.Core.Choosing;
using ContactsApi.Features.Asking;
using ContactsApi.Features.Wording;
using ContactsApi.Hosting;
using ContactsApi.Hosting.Caching;
using ContactsApi.Hosting.Queries;
using ContactsApi.Hosting.Telemetry;
using Microsoft.AspNetCore.Http.HttpResults;

namespace ContactsApi.Features.BestChannel;

public static class BestChannelEndpoints
{
    public static void MapBestChannel(this IEndpointRouteBuilder routes) =>
        routes.MapGet("/v1/best-channel", Choose)
            .WithName("getBestChannel")
            .WithTags("Best channel")
            .WithSummary("How do I reach the support centre right now?")
            .WithDescription(
                "Names the best channel, what to try next, until when that holds and why. No eligible channel is no error: `best` is then null. "
                + "A closed channel may be the best: its first reason then says that nobody answers now, and when somebody will. "
                + "With `Accept: text/plain` the answer is one to three sentences and one for each doubt, to be read aloud. "
                + "With `view=short` they come with the best channel and the next two, in at most 1,500 bytes.")
            .WithQuery(BestChannelQuery.Parameters)
            .WithShortView<ShortBestChannelResponse>()
            .WithPlainText()
            .ProducesProblems(StatusCodes.Status400BadRequest, StatusCodes.Status503ServiceUnavailable);

    private static Results<CacheableJson<BestChannelResponse>, CacheableBody, JsonHttpResult<ProblemResponse>> Choose(
        HttpContext context, CatalogQuery asked, DecisionTelemetry decisions)
    {
        var query = BestChannelQuery.Read(asked);
        if (asked.Errors.Count > 0)
            return context.Refuse(asked);
        var decision = decisions.Choose(asked.Snapshot, query.Question, query.Time.Moment);
        if (context.WantsPlainText())
            return asked.BodyAboutMoment(Sentences(decision, query, context.Language()), query.Time, decision.ValidUntil);
        return query.View == View.Short
            ? asked.BodyAboutMoment(
                ResponseBody.InShort(ShortBestChannelResponse.Of(decision, query, asked.Snapshot, context.Language())), query.Time, decision.ValidUntil)
            : asked.AboutMoment(BestChannelResponse.Of(decision, query, asked.Snapshot, context.Language()), query.Time, decision.ValidUntil);
    }

    private static ResponseBody Sentences(Decision decision, BestChannelQuery query, Language language) =>
        new(Encoding.UTF8.GetBytes($"{new ShortAnswer(query.Time, language, decision.Question.Country).Of(decision)}\n"), PlainText.ContentType) { Variant = "text" };
}
