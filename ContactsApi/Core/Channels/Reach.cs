namespace ContactsApi.Core.Channels;

/// <summary>
/// Which channels share a room or a door. The reach of a channel is itself, the other channels of its desk, and all that are
/// reached through any of these, directly or through one another: where it is out of order, so are they. A channel that is reached
/// through another may be out of order by itself.
/// </summary>
public sealed class Reach(IReadOnlyList<Channel> channels)
{
    private readonly Dictionary<string, Channel> byId = channels.ToDictionary(channel => channel.Id, StringComparer.Ordinal);
    private readonly ILookup<string, Channel> byDesk = channels.Where(channel => channel.Desk is not null).ToLookup(channel => channel.Desk!, StringComparer.Ordinal);

    /// <summary>The channel and the others of its desk, by id.</summary>
    public IReadOnlySet<string> DeskOf(Channel channel) =>
        (channel.Desk is { } desk ? byDesk[desk].Select(other => other.Id) : []).Append(channel.Id).ToHashSet(StringComparer.Ordinal);

    /// <summary>Whether what is announced of a channel, of it alone or of all in its reach, holds for the channel.</summary>
    public bool Holds(Channel channel, string announcedOf, bool onlyHere) =>
        onlyHere ? announcedOf == channel.Id : Around(channel).Contains(announcedOf);

    /// <summary>The channels in whose reach the channel is, by id; itself is one of them.</summary>
    public IReadOnlySet<string> Around(Channel channel)
    {
        var around = new HashSet<string>(StringComparer.Ordinal);
        for (var door = channel; door is not null; door = door.Through is { } through ? byId[through] : null)
            around.UnionWith(DeskOf(door));
        return around;
    }
}
