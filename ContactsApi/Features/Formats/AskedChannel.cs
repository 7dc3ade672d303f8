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
    /// <summary>Answers about a channel as the segment and region of the query meet it, or refuses.</summary>
    public static Results<T, JsonHttpResult<ProblemResponse>> AboutDesk<T>(
        this HttpContext context, string id, CatalogSnapshots snapshots, Func<QueryReader, CatalogSnapshot, ChannelDesk, T> answer)
        where T : IResult
    {
        var query = QueryReader.Of(context);
        var snapshot = query.AnswerFrom(snapshots);
        if (!snapshot.Directory.Channels.TryGetValue(id, out var channel))
            return context.RefuseUnknownChannel(id, snapshot);
        query.TryGet(Parameters.Segment, out var segment);
        query.TryGet(Parameters.Region, out var region);
        if (query.Errors.Count > 0)
            return context.Refuse(query);
        return snapshot.Directory.DeskOf(channel, segment, region) is { } desk
            ? answer(query, snapshot, desk)
            : context.RefuseSegment(channel);
    }
}
