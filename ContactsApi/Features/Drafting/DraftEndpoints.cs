using ContactsApi.Core.Choosing;
using ContactsApi.Features.Asking;
using ContactsApi.Features.Channels;
using ContactsApi.Features.Due;
using ContactsApi.Hosting;
using ContactsApi.Hosting.Bodies;
using ContactsApi.Hosting.Queries;
using ContactsApi.Storage;
using Microsoft.AspNetCore.Http.HttpResults;
using NodaTime;

namespace ContactsApi.Features.Drafting;

public static class DraftEndpoints
{
    public static void MapDrafts(this IEndpointRouteBuilder routes) =>
        routes.MapPost("/v1/requests/draft", Write)
            .WithName("draftRequest")
            .WithTags("Requests")
            .WithSummary("Help me to write it")
            .WithDescription(
                "Makes the text of a request to the support centre from its parts, says what is missing and when an answer is due, and gives a link that opens a "
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

    private static Results<Ok<DraftResponse>, JsonHttpResult<ProblemResponse>> Write(
        HttpContext context, CatalogSnapshots snapshots, IClock clock)
    {
        var query = QueryReader.Of(context);
        var (snapshot, now) = (snapshots.Current, clock.GetCurrentInstant());
        if (DraftReader.Read(context.ReadForm<DraftRequest>(query), snapshot.Directory, now) is not { } draft)
            return context.Refuse(query);
        if (snapshot.Directory.ServedAs(draft.Channel, draft.Segment) is not { } served)
            return context.RefuseSegment(draft.Channel);
        context.Response.Headers.CacheControl = CacheControl.NoStore;
        var (caller, language) = (new CallerTime(now, draft.Zone.Id, draft.Zone.Zone), context.Language());
        var sentNow = new DueQuery(draft.Channel, snapshot, snapshot, new Question(draft.Segment), now, caller);
        var callback = draft.CallbackAt is { } at ? CallbackResponse.Of(at, draft.Segment, snapshot.Directory, caller, language) : null;
        return TypedResults.Ok(DraftResponse.Of(draft, served.Findings, callback, DueResponse.Of(sentNow, served, language), language));
    }
}
