using ContactsApi.Core.Channels;

namespace ContactsApi.Features.Formats;

/// <summary>What of a channel's address a program can open.</summary>
public static class AddressLinks
{
    /// <summary>The page, where the address is one.</summary>
    public static Uri? Page(this ChannelAddress address) =>
        address.Uri is { IsAbsoluteUri: true, Scheme: "https" or "http" } page ? page : null;

    /// <summary>The mailbox, where the address is one.</summary>
    public static string? Mailbox(this ChannelAddress address) =>
        address.Uri is { IsAbsoluteUri: true, Scheme: "mailto" } mail ? Uri.UnescapeDataString(mail.OriginalString["mailto:".Length..].Split('?')[0]) : null;

    /// <summary>The link that dials, where the address is a number.</summary>
    public static string? Dial(this ChannelAddress address) => address.Phone is { } phone ? $"tel:{phone}" : null;
}
