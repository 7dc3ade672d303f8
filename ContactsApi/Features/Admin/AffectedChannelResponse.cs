using ContactsApi.Core;
using ContactsApi.Core.Channels;
using ContactsApi.Core.Choosing;
using ContactsApi.Editing;

namespace ContactsApi.Features.Admin;

/// <summary>A channel that an incident or an override touches.</summary>
/// <param name="ChannelId">The channel's id in the directory.</param>
/// <param name="Name">In the language of the answer.</param>
public sealed record AffectedChannelResponse(string ChannelId, string Name)
{
    /// <summary>The channels touched by what stands at the place; nothing if that is neither an incident nor an override.</summary>
    public static IReadOnlyList<AffectedChannelResponse>? By(ElementPath? path, ContactDirectory directory, Language language) =>
        (ChannelsClosed(path, directory) ?? ChannelsReplaced(path, directory))?
            .Select(channel => new AffectedChannelResponse(channel.Id, channel.Name.In(language))).ToList();

    private static IEnumerable<Channel>? ChannelsClosed(ElementPath? path, ContactDirectory directory) =>
        path?.Part.Name == "incidents" && directory.Catalog.Incidents.FirstOrDefault(one => one.Id == path.Id) is { } incident
            ? directory.ClosedBy(incident)
            : null;

    private static IEnumerable<Channel>? ChannelsReplaced(ElementPath? path, ContactDirectory directory) =>
        path?.Part.Name == "overrides" && directory.Catalog.Overrides.FirstOrDefault(one => one.Id == path.Id) is { } replacement
            ? directory.ReplacedBy(replacement)
            : null;
}
