using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;

namespace ContactsApi.Tests.Contract;

public sealed class ContactsCopy(HttpClient http)
{
    private long? revision;

    public Dictionary<(string List, string Id), JsonNode> Items { get; } = [];

    public async Task RefreshAsync()
    {
        using var response = await http.GetAsync(revision is null ? "/v1/copy" : $"/v1/copy?since={revision}");
        var begin = revision is null || response.StatusCode == HttpStatusCode.BadRequest; // After a restore our revision may be unknown there.
        var changes = revision is not null && begin ? await http.GetFromJsonAsync<JsonNode>("/v1/copy") : await response.Content.ReadFromJsonAsync<JsonNode>();
        if (begin)
            Items.Clear();
        foreach (var (list, id) in new[] { ("channels", "id"), ("offices", "id"), ("years", "year") })
        {
            foreach (var gone in changes!["removed"]![list]!.AsArray())
                Items.Remove((list, $"{gone}"));
            foreach (var item in changes[list]!.AsArray())
                Items[(list, $"{item![id]}")] = item;
        }

        revision = (long)changes!["catalogRevision"]!;
    }
}
