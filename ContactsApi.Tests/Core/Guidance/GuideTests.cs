using ContactsApi.Core;
using ContactsApi.Core.Channels;
using ContactsApi.Core.Guidance;
using static ContactsApi.Tests.Support.Domain;
using static ContactsApi.Tests.Support.SmallCatalog;

namespace ContactsApi.Tests.Core.Guidance;

/// <summary>What goes with a channel for a segment.</summary>
public sealed class GuideTests
{
    private static readonly Channel Chat = Channel("chat") with { Kind = ChannelKind.Chat };
    private static readonly Preparation Name = new("name", Reason, "1.2");
    private static readonly Preparation File = new("file", Reason, "4.1") { Topics = ["document-upload"] };

    [Fact]
    public void What_a_topic_asks_for_goes_before_what_every_request_needs()
    {
        Assert.Equal("name", Prepared(Chat, Segment.Individual, null, Name, File));
        Assert.Equal("file name", Prepared(Chat, Segment.Individual, "document-upload", Name, File));
        Assert.Equal("name", Prepared(Chat, Segment.Individual, "sms-code", Name, File));
    }

    [Theory]
    [InlineData(ChannelKind.Chat, Mode.Live, Segment.Individual, "name")]
    [InlineData(ChannelKind.Phone, Mode.Live, Segment.Individual, "")]
    [InlineData(ChannelKind.Chat, Mode.Automated, Segment.Individual, "")]
    [InlineData(ChannelKind.Chat, Mode.Live, Segment.Abroad, "")]
    public void It_is_prepared_for_just_the_channels_and_segments_named(ChannelKind kind, Mode mode, Segment segment, string prepared) => Assert.Equal(
        prepared,
        Prepared(
            Chat with { Kind = kind, Mode = mode },
            segment,
            null,
            Name with { For = new() { Kinds = [ChannelKind.Chat], Modes = [Mode.Live] }, Segments = [Segment.Individual, Segment.LegalEntity] }));

    [Fact]
    public void Steps_are_for_just_the_channels_and_segments_named()
    {
        NextStep[] steps =
        [
            new("all", Reason, Reason, "4.3"),
            new("phones", Reason, Reason, "4.3") { For = new() { Kinds = [ChannelKind.Phone] } },
            new("abroad", Reason, Reason, "4.3") { Segments = [Segment.Abroad] },
        ];

        Assert.Equal(["all"], Guide.To(Chat, Segment.Individual, [], steps).Steps.Select(step => step.Id));
        Assert.Equal(["all", "abroad"], Guide.To(Chat, Segment.Abroad, [], steps).Steps.Select(step => step.Id));
    }

    private static string Prepared(Channel channel, Segment segment, string? topic, params Preparation[] preparations)
    {
        var guide = Guide.To(channel, segment, preparations, []);
        return string.Join(' ', guide.PreparationFor(topic is null ? null : new Topic(topic, Reason)).Select(one => one.Id));
    }
}
