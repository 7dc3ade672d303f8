using System.Text.Json;

namespace ContactsApi.Serialization;

/// <summary>The names under which enum values travel: kebab-case, matched exactly, case included.</summary>
/// <typeparam name="T">Its values count up from 0.</typeparam>
public static class EnumNames<T>
    where T : struct, Enum
{
    // No dictionary: enums are short, and each would have the runtime compile one of its own at the start.
    private static readonly string[] Names = Array.ConvertAll(Enum.GetNames<T>(), JsonNamingPolicy.KebabCaseLower.ConvertName);

    private static readonly T[] Values = Enum.GetValues<T>();

    public static IReadOnlyList<string> All => Names;

    public static string Of(T value) => Names[(int)(object)value];

    public static bool TryParse(string name, out T value)
    {
        var index = Array.IndexOf(Names, name);
        value = index < 0 ? default : Values[index];
        return index >= 0;
    }
}
