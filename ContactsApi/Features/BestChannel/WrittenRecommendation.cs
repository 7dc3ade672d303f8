using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Serialization;
using ContactsApi.Features.Responses;
using ContactsApi.Features.Wording;
using ContactsApi.Serialization;

namespace ContactsApi.Features.BestChannel;

/// <summary>
/// The JSON of what is told of a channel whatever was asked (<see cref="StandingWords"/>): put together once, and with what hangs on the question for each
/// that is new.
/// </summary>
public sealed class WrittenRecommendation
{
    private static readonly ConditionalWeakTable<StandingWords, WrittenRecommendation> Known = [];

    /// <summary>What stands before each of the properties that hang on the question, and behind the last; made when the first is written.</summary>
    private byte[][]? parts;

    public static WrittenRecommendation Of(StandingWords standing) => Known.GetOrCreateValue(standing);

    public void Write(Utf8JsonWriter writer, RecommendationResponse value, JsonSerializerOptions options)
    {
        parts ??= ObjectParts.Between(JsonSerializer.SerializeToUtf8Bytes(value, options), "because", "warnings", "prepare", "next", "nextChannelId");
        writer.WriteStartObject();
        writer.WriteProperties(parts[0]);
        writer.WritePropertyName("because"u8);
        Lists<ReasonResponse>.Converter.Write(writer, value.Because, options);
        writer.WriteProperties(parts[1]);
        writer.WritePropertyName("warnings"u8);
        Lists<WarningResponse>.Converter.Write(writer, value.Warnings, options);
        writer.WriteProperties(parts[2]);
        writer.WritePropertyName("prepare"u8);
        Lists<PreparationResponse>.Converter.Write(writer, value.Prepare, options);
        writer.WriteProperties(parts[3]);
        writer.WritePropertyName("next"u8);
        Lists<NextStepResponse>.Converter.Write(writer, value.Next, options);
        writer.WriteProperties(parts[4]);
        writer.WriteString("nextChannelId"u8, value.NextChannelId);
        writer.WriteProperties(parts[5]);
        writer.WriteEndObject();
    }

    private static class Lists<T>
    {
        public static readonly WrittenListConverter<T> Converter = new();
    }
}

/// <summary>For properties that hold a recommendation of which most may be written already.</summary>
public sealed class RecommendationConverter : JsonConverter<RecommendationResponse>
{
    public override RecommendationResponse? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        JsonSerializer.Deserialize<RecommendationResponse>(ref reader, options);

    public override void Write(Utf8JsonWriter writer, RecommendationResponse value, JsonSerializerOptions options)
    {
        if (value.Written is { } written && ObjectParts.CanBeWrittenTo(writer))
            written.Write(writer, value, options);
        else
            JsonSerializer.Serialize(writer, value, options);
    }
}

/// <summary>The same for a list of them.</summary>
public sealed class RecommendationsConverter : JsonConverter<IReadOnlyList<RecommendationResponse>>
{
    private static readonly RecommendationConverter Each = new();

    public override IReadOnlyList<RecommendationResponse>? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        JsonSerializer.Deserialize<IReadOnlyList<RecommendationResponse>>(ref reader, options);

    public override void Write(Utf8JsonWriter writer, IReadOnlyList<RecommendationResponse> value, JsonSerializerOptions options)
    {
        writer.WriteStartArray();
        foreach (var one in value)
            Each.Write(writer, one, options);
        writer.WriteEndArray();
    }
}
