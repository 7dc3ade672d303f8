using System.Text.Json;
using System.Text.Json.Serialization;
using ContactsApi.Core.Hours;

namespace ContactsApi.Serialization;

/// <summary>A window as <c>08:00-20:00</c>.</summary>
public sealed class TimeWindowConverter : JsonConverter<TimeWindow>
{
    public override TimeWindow Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType == JsonTokenType.String && TimeWindow.TryParse(reader.GetString(), out var window)
            ? window
            : throw new JsonException("A window such as 08:00-20:00 is needed.");

    public override void Write(Utf8JsonWriter writer, TimeWindow value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value.ToString());
}
