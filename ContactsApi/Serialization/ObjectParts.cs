using System.Text.Json;

namespace ContactsApi.Serialization;

/// <summary>
/// The JSON of an object, to be put together with other values of some of its properties: the runs of properties between those are
/// there already.
/// </summary>
public static class ObjectParts
{
    /// <param name="json">An object.</param>
    /// <param name="others">The properties that have other values, in the order of the object.</param>
    /// <returns>What stands before each of them, and behind the last; empty where nothing does.</returns>
    public static byte[][] Between(byte[] json, params ReadOnlySpan<string> others)
    {
        var parts = new byte[others.Length + 1][];
        var reader = new Utf8JsonReader(json);
        reader.Read();
        var (part, start, end) = (0, 0, 0);
        while (reader.Read() && reader.TokenType != JsonTokenType.EndObject)
        {
            var isOther = part < others.Length && reader.ValueTextEquals(others[part]);
            var name = (int)reader.TokenStartIndex;
            start = start == 0 ? name : start;
            reader.Read();
            reader.Skip();
            if (isOther)
                (parts[part++], start) = (end > start ? json[start..end] : [], 0);
            end = (int)reader.BytesConsumed;
        }

        parts[part] = start == 0 ? [] : json[start..end];
        return part == others.Length ? parts : throw new ArgumentException("Not all of the properties are there, or in another order.", nameof(others));
    }

    /// <summary>Whether the writer leaves it to its callers what may stand where, as those of the serialiser do.</summary>
    public static bool CanBeWrittenTo(Utf8JsonWriter writer) => writer.Options.SkipValidation;

    /// <summary>Goes on with an object.</summary>
    public static void WriteProperties(this Utf8JsonWriter writer, byte[] part)
    {
        if (part.Length > 0)
            writer.WriteRawValue(part, skipInputValidation: true);
    }
}
