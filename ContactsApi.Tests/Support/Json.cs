using System.Text.Json.Nodes;
using NodaTime;
using NodaTime.Text;

namespace ContactsApi.Tests.Support;

/// <summary>Reads JSON, and compares it as the vectors' README says.</summary>
public static class Json
{
    public static JsonNode Parse(string text) => JsonNode.Parse(text)!;

    public static async Task<JsonNode> GetJsonAsync(this HttpClient client, string uri) =>
        Parse(await client.GetStringAsync(uri, TestContext.Current.CancellationToken));

    public static string? Text(this JsonNode? node) => node?.GetValue<string>();

    public static Instant? Instant(this JsonNode? node) => node is null ? null : Moment(node).ToInstant();

    /// <summary>Where the offset counts too.</summary>
    public static OffsetDateTime Moment(this JsonNode? node) => OffsetDateTimePattern.Rfc3339.Parse(node.Text()!).Value;

    public static Duration? Duration(this JsonNode? node) =>
        node is null ? null : PeriodPattern.Roundtrip.Parse(node.Text()!).Value.ToDuration();
}
