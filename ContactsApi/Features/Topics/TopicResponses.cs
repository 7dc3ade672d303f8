using ContactsApi.Core;
using ContactsApi.Core.Channels;
using ContactsApi.Core.Choosing;
using ContactsApi.Storage;

namespace ContactsApi.Features.Topics;

/// <summary>What people's troubles are about, in the order of the catalog.</summary>
/// <param name="CatalogRevision">The revision that was answered from.</param>
public sealed record TopicsResponse(long CatalogRevision, IReadOnlyList<TopicResponse> Topics)
{
    public static TopicsResponse Of(CatalogSnapshot snapshot, Language language) => new(
        snapshot.Revision,
        [.. snapshot.Directory.Catalog.Topics.Select(topic => TopicResponse.Of(topic, snapshot.Directory, language))]);
}

/// <summary>What a person's trouble is about, and how to get out of it.</summary>
/// <param name="Id">To be given as `topic`.</param>
/// <param name="Name">In the language of the answer.</param>
/// <param name="Marks">What the topic says of the person: `cannot-sign-in`, or `needs-human` where only a person can help.</param>
/// <param name="Needs">What a channel must therefore offer, as if given as `need`.</param>
/// <param name="References">The sections of the source that speak of it.</param>
/// <param name="Steps">What the person can do, in order; empty where the source advises nothing.</param>
/// <param name="Segments">Who helps, and what to prepare, for each segment.</param>
public sealed record TopicResponse(
    string Id,
    string Name,
    IReadOnlyList<TopicMark> Marks,
    IReadOnlyList<Capability> Needs,
    IReadOnlyList<string> References,
    IReadOnlyList<TopicStepResponse> Steps,
    IReadOnlyList<TopicSegmentResponse> Segments)
{
    public static TopicResponse Of(Topic topic, ContactDirectory directory, Language language) => new(
        topic.Id,
        topic.Name.In(language),
        topic.Marks,
        [.. new Question(default) { Topic = topic }.AllNeeds],
        topic.References,
        [.. topic.Steps.Select(step => new TopicStepResponse(step.Text.In(language), step.Reference))],
        [.. Enum.GetValues<Segment>().Select(segment => TopicSegmentResponse.Of(topic, segment, directory, language))]);
}

/// <summary>Something that a person in this trouble can do.</summary>
/// <param name="Text">In the language of the answer.</param>
/// <param name="Reference">The section of the source; `editorial` for our advice.</param>
public sealed record TopicStepResponse(string Text, string Reference);

/// <summary>Who helps one segment with a topic.</summary>
/// <param name="Channels">
/// Those that `best-channel` considers when it is asked for the topic alone: first those for just this topic, then in the editors' order.
/// A `region` or `urgent` may add others.
/// </param>
/// <param name="Prepare">What to have at hand for these.</param>
public sealed record TopicSegmentResponse(
    Segment Segment, IReadOnlyList<TopicChannelResponse> Channels, IReadOnlyList<TopicPreparationResponse> Prepare)
{
    public static TopicSegmentResponse Of(Topic topic, Segment segment, ContactDirectory directory, Language language)
    {
        var question = new Question(segment) { Topic = topic };
        var serving = Serving.ChannelsFor(directory, question);
        return new TopicSegmentResponse(
            segment,
            [
                .. serving.Select(served => new TopicChannelResponse(
                    served.Channel.Id, served.Channel.Kind, served.Channel.Mode, served.Channel.Name.In(language), Eligibility.IsSpecialised(served.Channel, question))),
            ],
            [
                .. from served in serving
                   from one in served.Guide.PreparationFor(topic)
                   group served.Channel.Id by one into channels
                   orderby channels.Key.Topics.Count == 0
                   select new TopicPreparationResponse(channels.Key.Text.In(language), channels.Key.Reference, [.. channels]),
            ]);
    }
}

/// <summary>A channel that helps with a topic.</summary>
/// <param name="ChannelId">The channel's id in the directory.</param>
/// <param name="Name">In the language of the answer.</param>
/// <param name="Specialised">Whether it is for just this topic and a few others.</param>
public sealed record TopicChannelResponse(string ChannelId, ChannelKind Kind, Mode Mode, string Name, bool Specialised);

/// <summary>One thing to have at hand before asking for help.</summary>
/// <param name="Text">In the language of the answer.</param>
/// <param name="Reference">The section of the source; `editorial` for our advice.</param>
/// <param name="Channels">The channels that it is for, by their ids.</param>
public sealed record TopicPreparationResponse(string Text, string Reference, IReadOnlyList<string> Channels);
