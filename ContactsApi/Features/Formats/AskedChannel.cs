using ContactsApi.Core;
using ContactsApi.Core.Channels;
using ContactsApi.Core.Choosing;
using ContactsApi.Features.Asking;
using ContactsApi.Features.Channels;
using ContactsApi.Hosting;
using Microsoft.AspNetCore.Http.HttpResults;

namespace ContactsApi.Features.Formats;

/// <summary>What formats begin with: the channel that the path names, and what the query asks about it.</summary>
public static class AskedChannel
{
    private static readonly LocalizedText NoSuchAddress = new(
        "Ни один источник не называет у этого канала такого номера, ящика или страницы.",
        "No source gives a number, mailbox or page of this kind for the channel.");

    /// <summary>Answers about a channel whomever it serves, or refuses. Errors of the query are for the answer to look at.</summary>
    public static Results<T, JsonHttpResult<ProblemResponse>> AboutChannel<T>(
        this HttpContext context, string id, CatalogQuery query, Func<Channel, Results<T, JsonHttpResult<ProblemResponse>>> answer)
        where T : IResult =>
        query.Directory.Channels.TryGetValue(id, out var channel)
            ? answer(channel)
            : context.RefuseUnknownChannel(id, query.Snapshot);

    public static JsonHttpResult<ProblemResponse> RefuseAddress(this HttpContext context) =>
        context.Refuse(Problem.AddressNotFound, NoSuchAddress);

    /// <summary>Answers about a channel as the segment and region of the query meet it, or refuses.</summary>
    public static Results<T, JsonHttpResult<ProblemResponse>> AboutDesk<T>(
        this HttpContext context, string id, CatalogQuery query, Func<ServedChannel, T> answer)
        where T : IResult =>
        context.AboutChannel<T>(id, query, channel =>
        {
            query.TryGet(Parameters.Segment, out var segment);
            query.TryGet(Parameters.Region, out var region);
            if (query.Errors.Count > 0)
                return context.Refuse(query);
            return query.Directory.ServedAs(channel, segment, region) is { } served
                ? answer(served)
                : context.RefuseSegment(channel);
        });
}
