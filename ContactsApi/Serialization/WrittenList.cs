using System.Collections;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace ContactsApi.Serialization;

/// <summary>A list that many answers show: it is put into JSON once.</summary>
public sealed class WrittenList<T>(IReadOnlyList<T> items) : IReadOnlyList<T>
{
    public int Count => items.Count;

    public T this[int index] => items[index];

    internal byte[] Json { get; } = JsonSerializer.SerializeToUtf8Bytes(items, ContactsJson.Options);

    public IEnumerator<T> GetEnumerator() => items.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}

/// <summary>Lists one behind the other, each of which may be a <see cref="WrittenList{T}"/>.</summary>
public sealed class JoinedList<T>(IReadOnlyList<IReadOnlyList<T>> lists) : IReadOnlyList<T>
{
    private readonly T[] items = [.. lists.SelectMany(list => list)];

    public int Count => items.Length;

    public T this[int index] => items[index];

    internal IReadOnlyList<IReadOnlyList<T>> Lists => lists;

    public IEnumerator<T> GetEnumerator() => items.AsEnumerable().GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}

/// <summary>For properties that may hold a <see cref="WrittenList{T}"/> or a <see cref="JoinedList{T}"/>; any other list is written as usual.</summary>
public sealed class WrittenListConverter<T> : JsonConverter<IReadOnlyList<T>>
{
    public override IReadOnlyList<T>? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        JsonSerializer.Deserialize<IReadOnlyList<T>>(ref reader, options);

    public override void Write(Utf8JsonWriter writer, IReadOnlyList<T> value, JsonSerializerOptions options)
    {
        if (value is WrittenList<T> written)
        {
            writer.WriteRawValue(written.Json, skipInputValidation: true);
            return;
        }

        writer.WriteStartArray();
        foreach (var list in value is JoinedList<T> joined ? joined.Lists : [value])
            WriteItems(writer, list, options);
        writer.WriteEndArray();
    }

    private static void WriteItems(Utf8JsonWriter writer, IReadOnlyList<T> list, JsonSerializerOptions options)
    {
        if (list is WrittenList<T> written)
        {
            // Without the brackets: one item or more, with commas between them.
            if (written.Count > 0)
                writer.WriteRawValue(written.Json.AsSpan(1..^1), skipInputValidation: true);
            return;
        }

        foreach (var item in list)
            JsonSerializer.Serialize(writer, item, options);
    }
}
