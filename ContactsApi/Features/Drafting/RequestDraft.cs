using ContactsApi.Core;
using ContactsApi.Core.Channels;
using ContactsApi.Features.Asking;
using NodaTime;

namespace ContactsApi.Features.Drafting;

/// <summary>A request to the support centre, parsed; null is what was not said.</summary>
public sealed record RequestDraft(Channel Channel, Segment Segment)
{
    public string? Aim { get; init; }

    public string? Name { get; init; }

    /// <summary>10 or 12 digits.</summary>
    public string? Inn { get; init; }

    /// <summary>11 digits.</summary>
    public string? Snils { get; init; }

    public string? Account { get; init; }

    public string? ApplicationNumber { get; init; }

    public string? AppealNumber { get; init; }

    public string? Step { get; init; }

    public string? SystemMessage { get; init; }

    public string? WantedResult { get; init; }

    /// <summary>In international form, with the word for an extension in each language.</summary>
    public LocalizedText? CallbackPhone { get; init; }

    public string? CallbackTime { get; init; }

    public Instant? CallbackAt { get; init; }

    /// <summary>The sender's.</summary>
    public CallerZone Zone { get; init; } = new(TimeZoneIds.Default, MoscowTime.Zone);
}
