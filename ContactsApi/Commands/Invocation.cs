namespace ContactsApi.Commands;

/// <summary>What the program was called for.</summary>
/// <param name="Command">By its name; nothing to serve.</param>
/// <param name="Words">What stands behind the name.</param>
public sealed record Invocation(string? Command, string[] Words)
{
    public static Invocation Of(string[] arguments) =>
        CommandWords.AfterSettings(arguments) is [var command, .. var words] ? new(command, words) : new(null, []);

    /// <summary>The word that nobody understands; nothing if there is none, as far as can be told before a command looks closer.</summary>
    public string? UnknownWord => Command switch
    {
        null or "catalog" or "keys" or "incident" => null,
        "openapi" => CommandWords.AfterSettings(Words is ["admin", .. var rest] ? rest : Words).FirstOrDefault(),
        "health" => CommandWords.AfterSettings(Words).FirstOrDefault(),
        _ => Command,
    };
}
