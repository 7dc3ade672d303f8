using ContactsApi.Core.Channels;

namespace ContactsApi.Features.Formats;

/// <summary>What of a channel's address a program can open.</summary>
public static class AddressLinks
{
    /// <summary>The page, where the address is one.</summary>
    public static Uri? Page(this ChannelAddress address) => SafeLink.Of(address.Uri) is { Scheme: "https" or "http" } page ? page : null;

    /// <summary>The mailbox, where the address is one.</summary>
    public static string? Mailbox(this ChannelAddress address) =>
        SafeLink.Of(address.Uri) is { Scheme: "mailto" } mailto ? SafeLink.MailboxOf(mailto) : null;

    /// <summary>The link that dials, where the address is a number.</summary>
    public static string? Dial(this ChannelAddress address) => address.Phone is null ? null : address.Link();
}
