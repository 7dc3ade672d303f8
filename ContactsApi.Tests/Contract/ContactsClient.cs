using System.Net.Http.Json;

namespace ContactsApi.Tests.Contract;

public static class ContactsClient
{
    public static Task<Answer?> AskAsync(HttpClient http, string segment, string timeZone) =>
        http.GetFromJsonAsync<Answer>($"/v1/best-channel?segment={segment}&timeZone={Uri.EscapeDataString(timeZone)}");

    public sealed record Answer(Channel? Best, Channel[] Alternatives, DateTimeOffset? ValidUntil);
    public sealed record Channel(string ChannelId, string Name, Address Address, Availability Availability);
    public sealed record Address(string Display, string? Uri, string? Dial);
    public sealed record Availability(string State, DateTimeOffset? Until, DateTimeOffset? OpensAt, string Cause);
}
