using NodaTime;

namespace ContactsApi.Core.Checking;

/// <summary>A value that the catalog listed once.</summary>
/// <param name="ChannelId">The channel that had it; nothing if it was an office.</param>
/// <param name="OfficeId">The office that had it; nothing if it was a channel.</param>
/// <param name="Name">What that was called then.</param>
/// <param name="Until">When it ceased to be listed there.</param>
public sealed record FormerValue(CheckedValue Value, string? ChannelId, string? OfficeId, LocalizedText Name, Instant Until);
