using ContactsApi.Core;
using ContactsApi.Core.Channels;
using ContactsApi.Core.Choosing;
using ContactsApi.Features.Asking;
using ContactsApi.Features.Channels;
using ContactsApi.Hosting;
using ContactsApi.Hosting.Queries;
using ContactsApi.Storage;
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
        this HttpContext context,
        string id,
        CatalogSnapshots snapshots,
        Func<QueryReader, CatalogSnapshot, Channel, Results<T, JsonHttpResult<ProblemResponse>>> answer)
        where T : IResult
    {
        var query = QueryReader.Of(context);
        var snapshot = query.AnswerFrom(snapshots);
        return snapshot.Directory.Channels.TryGetValue(id, out var channel)
            ? answer(query, snapshot, channel)
            : context.RefuseUnknownChannel(id, snapshot);
    }

    public static JsonHttpResult<ProblemResponse> RefuseAddress(this HttpContext context) =>
        context.Refuse(Problem.AddressNotFound, NoSuchAddress);

    /// <summary>Answers about a channel as the segment and region of the query meet it, or refuses.</summary>
    public static Results<T, JsonHttpResult<ProblemResponse>> AboutDesk<T>(
        this HttpContext context, string id, CatalogSnapshots snapshots, Func<QueryReader, CatalogSnapshot, ServedChannel, T> answer)
        where T : IResult
    {
        return context.AboutChannel<T>(id, snapshots, (query, snapshot, channel) =>
        {
            query.TryGet(Parameters.Segment, out var segment);
            query.TryGet(Parameters.Region, out var region);
            if (query.Errors.Count > 0)
                return context.Refuse(query);
            return snapshot.Directory.ServedAs(channel, segment, region) is { } served
                ? answer(query, snapshot, served)
                : context.RefuseSegment(channel);
        });
    }
}
