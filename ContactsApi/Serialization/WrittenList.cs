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

/// <summary>For properties that may hold a <see cref="WrittenList{T}"/>; any other list is written as usual.</summary>
public sealed class WrittenListConverter<T> : JsonConverter<IReadOnlyList<T>>
{
    public override IReadOnlyList<T>? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        JsonSerializer.Deserialize<IReadOnlyList<T>>(ref reader, options);

    public override void Write(Utf8JsonWriter writer, IReadOnlyList<T> value, JsonSerializerOptions options)
    {
        if (value is WrittenList<T> written)
            writer.WriteRawValue(written.Json, skipInputValidation: true);
        else
            JsonSerializer.Serialize(writer, value, options);
    }
}
