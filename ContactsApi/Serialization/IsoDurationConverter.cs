using System.Text.Json;
using System.Text.Json.Serialization;
using NodaTime;
using NodaTime.Text;

namespace ContactsApi.Serialization;

/// <summary>A duration as ISO 8601 in hours, minutes and seconds: <c>PT24H</c>, <c>PT2M</c>, <c>PT0S</c>.</summary>
public sealed class IsoDurationConverter : JsonConverter<Duration>
{
    public static string Format(Duration duration)
    {
        var period = new PeriodBuilder
        {
            Hours = (long)duration.TotalHours,
            Minutes = duration.Minutes,
            Seconds = duration.Seconds,
            Nanoseconds = duration.SubsecondNanoseconds,
        }.Build();
        return period.Equals(Period.Zero) ? "PT0S" : PeriodPattern.Roundtrip.Format(period);
    }

    public override Duration Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType == JsonTokenType.String && TryParse(reader.GetString()!, out var duration)
            ? duration
            : throw new JsonException("An ISO 8601 duration such as PT5M is needed.");

    public override void Write(Utf8JsonWriter writer, Duration value, JsonSerializerOptions options) =>
        writer.WriteStringValue(Format(value));

    public static bool TryParse(string text, out Duration duration)
    {
        duration = default;
        if (PeriodPattern.Roundtrip.Parse(text) is not { Success: true } parsed || parsed.Value is not { Years: 0, Months: 0 } period)
            return false;
        try
        {
            duration = period.ToDuration();
            return true;
        }
        catch (OverflowException)
        {
            return false;
        }
    }
}
