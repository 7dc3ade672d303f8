using ContactsApi.Serialization;
using ContactsApi.Storage;
using NodaTime;
using NodaTime.Text;

namespace ContactsApi.Commands;

/// <summary>What stands behind the word <c>keys</c>.</summary>
public sealed record KeysArguments(string Command)
{
    public string? Id { get; init; }

    public string? Name { get; init; }

    public Scope? Scope { get; init; }

    /// <summary>The last day, in Moscow, on which the key is valid.</summary>
    public LocalDate? Until { get; init; }

    public Duration? Grace { get; init; }

    public bool IsWithoutOptions => this == new KeysArguments(Command) { Id = Id };

    /// <summary>Nothing if they cannot be understood.</summary>
    public static KeysArguments? Read(string[] words) => words is [var command, .. var rest] ? Read(rest, new(command)) : null;

    private static KeysArguments? Read(string[] words, KeysArguments read) => words switch
    {
        [] => read,
        ["--name", var text, .. var rest] when read.Name is null && ApiKey.IsName(text) => Read(rest, read with { Name = text }),
        ["--scope", var text, .. var rest] when read.Scope is null && EnumNames<Scope>.TryParse(text, out var scope)
            => Read(rest, read with { Scope = scope }),
        ["--expires", var text, .. var rest] when read.Until is null && LocalDatePattern.Iso.Parse(text) is { Success: true } date
            => Read(rest, read with { Until = date.Value }),
        ["--grace", var text, .. var rest] when read.Grace is null && Hosting.Access.RotationGrace.Parse(text) is { Success: true } grace
            => Read(rest, read with { Grace = grace.Value }),
        [[not '-', ..] id, .. var rest] when read.Id is null => Read(rest, read with { Id = id }),
        _ => null,
    };
}
