using ContactsApi.Features.Channels;
using ContactsApi.Hosting;
using ContactsApi.Hosting.Bodies;
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
            .WithForm<DraftRequest>(
                """
                {
                  "channelId": "feedback-form", "segment": "individual", "aim": "Не могу пройти регистрацию", "name": "Иванова Анна Петровна",
                  "applicationNumber": "123", "step": "Ввод кода из СМС", "systemMessage": "Код неверен",
                  "wantedResult": "Войти в личный кабинет", "callbackPhone": "+7 916 123-45-67"
                }
                """);

    private static Results<Ok<DraftResponse>, JsonHttpResult<ProblemResponse>> Write(HttpContext context, CatalogSnapshots snapshots)
    {
        var query = QueryReader.Of(context);
        var directory = snapshots.Current.Directory;
        if (DraftReader.Read(context.ReadForm<DraftRequest>(query), directory) is not { } draft)
            return context.Refuse(query);
        if (directory.ServedAs(draft.Channel, draft.Segment) is not { } served)
            return context.RefuseSegment(draft.Channel);
        context.Response.Headers.CacheControl = CacheControl.NoStore;
        return TypedResults.Ok(DraftResponse.Of(draft, served.Findings, context.Language()));
    }
}
