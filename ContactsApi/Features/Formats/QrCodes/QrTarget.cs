using ContactsApi.Core;
using ContactsApi.Core.Channels;
using ContactsApi.Core.Choosing;
using ContactsApi.Features.Formats.VCards;

namespace ContactsApi.Features.Formats.QrCodes;

/// <summary>What a phone opens that reads the code.</summary>
public enum QrTarget
{
    Page,
    Tel,
    Vcard,
}

public static class QrTargets
{
    /// <summary>The text of the code; nothing if the channel has nothing of the kind.</summary>
    public static string? TextFor(this QrTarget target, Channel channel, ContactDirectory directory, Language language) => channel.Address is not { } address ? null : target switch
    {
        QrTarget.Page => address.Page()?.OriginalString,
        QrTarget.Tel => address.Dial(),
        _ => address.Link() is null ? null : VCard.Of(channel, language, Conditions.Of(channel, directory, language)),
    };
}
