using ContactsApi.Core;
using ContactsApi.Editing;
using ContactsApi.Serialization;
using NodaTime;
using NodaTime.Text;

namespace ContactsApi.Commands;

/// <summary>What stands behind the word <c>incident</c>.</summary>
public sealed record IncidentArguments(string Command)
{
    /// <summary>The channel that is out of order, or the incident that is over.</summary>
    public string? Id { get; init; }

    /// <summary>One that stands ready.</summary>
    public OutageReason? Prepared { get; init; }

    public string? Ru { get; init; }

    public string? En { get; init; }

    /// <summary>For how long; absent, until somebody ends it.</summary>
    public Duration? For { get; init; }

    /// <summary>Until when, by Moscow's clocks.</summary>
    public LocalDateTime? Until { get; init; }

    public bool OnlyHere { get; init; }

    public string? Author { get; init; }

    public bool DryRun { get; init; }

    /// <summary>In both languages; nothing if none was given, or a prepared one and own words.</summary>
    public LocalizedText? Reason => Prepared is null ? OutageReason.InOwnWords(Ru, En) : (Ru ?? En) is null ? Prepared.Text : null;

    public bool IsWithoutOptions => this == new IncidentArguments(Command) { Id = Id, Author = Author };

    /// <summary>Nothing if they cannot be understood.</summary>
    public static IncidentArguments? Read(string[] words) => words is [var command, .. var rest] ? Read(rest, new(command)) : null;

    private static IncidentArguments? Read(string[] words, IncidentArguments read) => words switch
    {
        [] => read,
        ["--reason", var code, .. var rest] when read.Prepared is null && OutageReason.All.FirstOrDefault(one => one.Code == code) is { } reason
            => Read(rest, read with { Prepared = reason }),
        ["--ru", [_, ..] text, .. var rest] when read.Ru is null => Read(rest, read with { Ru = text }),
        ["--en", [_, ..] text, .. var rest] when read.En is null => Read(rest, read with { En = text }),
        ["--for", var text, .. var rest] when read.For is null && read.Until is null && IsoDurationConverter.TryParse(text, out var span) && span > Duration.Zero
            => Read(rest, read with { For = span }),
        ["--until", var text, .. var rest] when read.For is null && read.Until is null && Minutes.Parse(text) is { Success: true } until
            => Read(rest, read with { Until = until.Value }),
        ["--only-here", .. var rest] when !read.OnlyHere => Read(rest, read with { OnlyHere = true }),
        ["--dry-run", .. var rest] when !read.DryRun => Read(rest, read with { DryRun = true }),
        ["--author", [_, ..] name, .. var rest] when read.Author is null => Read(rest, read with { Author = name }),
        [[not '-', ..] id, .. var rest] when read.Id is null => Read(rest, read with { Id = id }),
        _ => null,
    };

    private static LocalDateTimePattern Minutes { get; } = LocalDateTimePattern.CreateWithInvariantCulture("uuuu-MM-dd'T'HH:mm");
}
