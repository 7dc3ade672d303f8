using ContactsApi.Core;
using ContactsApi.Core.Channels;
using ContactsApi.Features.Asking;
using ContactsApi.Hosting;
using ContactsApi.Hosting.Queries;
using ContactsApi.Serialization;
using ContactsApi.Storage;
using Microsoft.AspNetCore.Http.HttpResults;

namespace ContactsApi.Features.Channels;

/// <summary>The refusals of endpoints that name one channel.</summary>
public static class ChannelRefusals
{
    public static JsonHttpResult<ProblemResponse> RefuseUnknownChannel(this HttpContext context, string id, CatalogSnapshot snapshot) => context.Refuse(
        Problem.ChannelNotFound,
        detail: id.Length > QueryReader.MaxLength
            ? Problem.ChannelNotFound.Title
            : NearestNames.Suggest(
                new($"Канала «{id}» в справочнике нет.", $"The directory has no channel '{id}'."), id, snapshot.Directory.Channels.Keys));

    public static JsonHttpResult<ProblemResponse> RefuseSegment(this HttpContext context, Channel channel) => context.Refuse(
        Problem.SegmentNotServed, Parameters.Segment.Name, NotServed([.. channel.Priority.Keys.Select(EnumNames<Segment>.Of)]));

    private static LocalizedText NotServed(IReadOnlyList<string> served) => new(
        $"Канал обслуживает только: {string.Join(", ", served)}.", $"The channel serves only: {string.Join(", ", served)}.");
}
