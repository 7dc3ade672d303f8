using ContactsApi.Features.Channels;
using ContactsApi.Hosting;
using ContactsApi.Hosting.Bodies;
using ContactsApi.Hosting.Caching;
using ContactsApi.Hosting.Queries;
using ContactsApi.Storage;
using Microsoft.AspNetCore.Http.HttpResults;

namespace ContactsApi.Features.Drafting;

public static class DraftEndpoints
{
    public static void MapDrafts(this IEndpointRouteBuilder routes) =>
        routes.MapPost("/v1/requests/draft", Write)
            .WithName("draftRequest")
            .WithTags("Requests")
            .WithSummary("Help me to write it")
            .WithDescription(
                "Makes the text of a request to the support centre from its parts, says what is missing, and gives a link that opens a "
                + "prefilled letter where the channel has an e-mail address. Nothing is sent, stored or logged.")
            .WithQuery()
            .WithForm<DraftRequest>();

    private static Results<Ok<DraftResponse>, JsonHttpResult<ProblemResponse>> Write(HttpContext context, CatalogSnapshots snapshots)
    {
        var query = QueryReader.Of(context);
        if (DraftReader.Read(context.ReadForm<DraftRequest>(query), snapshots.Current.Directory) is not { } draft)
            return context.Refuse(query);
        if (!draft.Channel.Serves(draft.Segment))
            return context.RefuseSegment(draft.Channel);
        context.Response.Headers.CacheControl = CacheControl.NoStore;
        return TypedResults.Ok(DraftResponse.Of(draft, context.Language()));
    }
}
