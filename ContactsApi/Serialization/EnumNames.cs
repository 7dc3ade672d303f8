using System.Collections.Frozen;
using System.Text.Json;

namespace ContactsApi.Serialization;

/// <summary>The names under which enum values travel: kebab-case, matched exactly, case included.</summary>
public static class EnumNames<T>
    where T : struct, Enum
{
    private static readonly FrozenDictionary<T, string> Names =
        Enum.GetValues<T>().ToFrozenDictionary(value => value, value => JsonNamingPolicy.KebabCaseLower.ConvertName(value.ToString()));

    private static readonly FrozenDictionary<string, T> Values =
        Names.ToFrozenDictionary(name => name.Value, name => name.Key, StringComparer.Ordinal);

    public static IReadOnlyList<string> All { get; } = [.. Enum.GetValues<T>().Select(Of)];

    public static string Of(T value) => Names[value];

    public static bool TryParse(string name, out T value) => Values.TryGetValue(name, out value);
}
