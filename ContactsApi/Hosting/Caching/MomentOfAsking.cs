using System.Text.Json;
using System.Text.Json.Serialization;
using NodaTime;
using NodaTime.Serialization.SystemTextJson;

namespace ContactsApi.Hosting.Caching;

/// <summary>Where JSON shows the moment of asking, in bytes, quotes aside.</summary>
public sealed class PlacesOfMoment
{
    /// <summary>Where it stands in Moscow's time.</summary>
    public Range? Moscow { get; set; }

    /// <summary>Where it stands in the caller's; nothing if it does not.</summary>
    public Range? Caller { get; set; }
}

/// <summary>
/// Marks the property of an answer that shows the moment of asking. Where it comes to stand is noted while it is written: only the writer
/// knows, and there may be other texts that look like it.
/// </summary>
public class MomentOfAsking : JsonConverter<OffsetDateTime>
{
    /// <summary>JSON is written by one thread from beginning to end.</summary>
    [ThreadStatic]
    private static PlacesOfMoment? noted;

    /// <summary>The answer as JSON, and where it shows the moment.</summary>
    public static byte[] Write<T>(T answer, JsonSerializerOptions options, out PlacesOfMoment places)
    {
        noted = places = new PlacesOfMoment();
        try
        {
            return JsonSerializer.SerializeToUtf8Bytes(answer, options);
        }
        finally
        {
            noted = null;
        }
    }

    public override OffsetDateTime Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        NodaConverters.OffsetDateTimeConverter.Read(ref reader, typeToConvert, options);

    public override void Write(Utf8JsonWriter writer, OffsetDateTime value, JsonSerializerOptions options)
    {
        var start = LengthOf(writer);
        NodaConverters.OffsetDateTimeConverter.Write(writer, value, options);
        if (noted is { } places)
            Note(places, (start + 1)..(LengthOf(writer) - 1));
    }

    protected virtual void Note(PlacesOfMoment places, Range place) => places.Moscow = place;

    private static int LengthOf(Utf8JsonWriter writer) => (int)writer.BytesCommitted + writer.BytesPending;
}

/// <summary>The same in the caller's time.</summary>
public sealed class CallerMomentOfAsking : MomentOfAsking
{
    protected override void Note(PlacesOfMoment places, Range place) => places.Caller = place;
}
