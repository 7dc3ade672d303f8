using System.Text.Json.Nodes;
using ContactsApi.Editing;
using ContactsApi.Features.Admin;
using ContactsApi.Serialization;
using ContactsApi.Storage;
using ContactsApi.Tests.Support;

namespace ContactsApi.Tests.Features.Admin;

/// <summary>What stewards change is shown by the very next answer, and stays in the history.</summary>
public sealed class EditingTests : IDisposable
{
    private readonly ContactsApp app = new();
    private readonly HttpClient client;

    public EditingTests() => client = app.CreateClientWith(Scope.Steward);

    [Fact]
    public void Every_part_of_the_catalog_can_be_edited() => Assert.Equal(
        CatalogPart.All.Select(part => part.Name).Order(),
        EditablePlace.All.Where(place => place.Path.Count < 2).Select(place => place.Route.Split('/')[1]).Order());

    [Fact]
    public async Task A_rank_settles_a_dispute_in_the_very_next_answer()
    {
        const string night = "/v1/channels/hotline/availability?segment=individual&at=2026-11-23T03:00:00%2B03:00";
        Assert.Equal("disputed", (await client.ReadAsync(night))["state"].Text());

        var answer = await client.PatchAsync("/v1/admin/channels/hotline/hours/hours-3.1?message=3.1%20is%20right", """{ "rank": "preferred" }""", "\"1\"");

        Assert.Equal((200, 2), ((int)answer.Status, answer.Revision()));
        Assert.Equal(["channels/hotline hours[hours-3.1].rank"], answer.Changed());
        Assert.Equal("preferred", answer.Body["element"]!["rank"].Text());
        var next = await client.ReadAsync(night);
        Assert.Equal(("closed", 2), (next["state"].Text(), next["catalogRevision"]!.GetValue<int>()));
        var revision = await client.ReadAsync("/v1/revisions/2");
        Assert.Equal(("3.1 is right", "a tester with steward"), (revision["message"].Text(), revision["author"].Text()));
        Assert.Equal(revision["changes"]!.ToJsonString(), answer.Body["changes"]!.ToJsonString());
    }

    [Fact]
    public async Task What_is_read_can_be_put_back_unchanged()
    {
        foreach (var place in EditablePlace.All)
        {
            foreach (var uri in await UrisOf(place))
            {
                var read = await client.AskAsync(uri);
                var answer = await client.WriteAsync("PUT", uri, read.Text, read.Tag());

                Assert.True(answer.Status == System.Net.HttpStatusCode.OK, $"{uri}: {answer.Text}");
                Assert.Equal((false, "[]", read.Tag()), (answer.Body["written"]!.GetValue<bool>(), answer.Body["changes"]!.ToJsonString(), answer.Tag()));
                Assert.True(JsonNode.DeepEquals(read.Body, answer.Body["element"]));
            }
        }

        Assert.Equal(1, app.Snapshot.Revision);
    }

    [Fact]
    public async Task An_element_is_created_changed_and_removed_and_the_history_keeps_it()
    {
        const string uri = "/v1/admin/topics/parking";
        var created = await client.CreateAsync(uri, """{ "id": "parking", "name": { "ru": "Парковка", "en": "Parking" }, "references": ["1.1"] }""");
        var changed = await client.PatchAsync(uri, """{ "name": { "en": "Parking a car" }, "references": null }""", created.Tag()!);
        var asked = await client.AskAsync("/v1/best-channel?segment=individual&topic=parking");
        var removed = await client.WriteAsync("DELETE", uri, match: changed.Tag());

        Assert.Equal((201, uri, "\"2\""), ((int)created.Status, created.Response.Headers.Location?.ToString(), created.Tag()));
        Assert.Equal(["topics/parking name.en", "topics/parking references"], changed.Changed().Order());
        Assert.Equal("""{"id":"parking","name":{"ru":"Парковка","en":"Parking a car"}}""", changed.Body["element"]!.ToJsonString(ContactsJson.Options));
        Assert.Equal(200, (int)asked.Status);
        Assert.Equal((200, "topics/parking"), ((int)removed.Status, removed.Changed().Single()));
        Assert.Null(removed.Body["element"]);
        Assert.Null(removed.Tag());
        Assert.Equal(404, (int)(await client.AskAsync(uri)).Status);
        Assert.Equal(400, (int)(await client.AskAsync("/v1/best-channel?segment=individual&topic=parking")).Status);
        Assert.Equal(200, (int)(await client.AskAsync("/v1/best-channel?segment=individual&topic=parking&revision=3")).Status);
        Assert.Equal(
            ["Removed topics/parking", "Changed topics/parking", "Added topics/parking"],
            (await client.ReadAsync("/v1/revisions?limit=3"))["revisions"]!.AsArray().Select(entry => entry!["message"].Text()));
    }

    [Fact]
    public async Task A_new_statement_goes_to_the_end()
    {
        var answer = await client.CreateAsync(
            "/v1/admin/channels/hotline/hours/hours-9", """{ "id": "hours-9", "schedule": "H-0921", "reference": "editorial" }""");

        Assert.Equal((201, "/v1/admin/channels/hotline/hours/hours-9"), ((int)answer.Status, answer.Response.Headers.Location?.ToString()));
        Assert.Equal("hours-9", (await client.ReadAsync("/v1/channels/hotline"))["statements"]!.AsArray().Last(one => one!["kind"].Text() == "hours")!["id"].Text());
        Assert.Equal(answer.Tag(), await client.TagOfAsync("/v1/admin/channels/hotline"));
    }

    [Theory]
    [InlineData("overrides", EditingExamples.Override, "override")]
    [InlineData("incidents", EditingExamples.Incident, "incident")]
    public async Task An_override_or_an_incident_closes_a_channel_in_the_very_next_answer(string list, string item, string cause)
    {
        const string uri = "/v1/channels/hotline/availability?segment=individual&at=2026-12-31T09:00:00%2B03:00";
        var id = JsonNode.Parse(item)!["id"].Text();

        await client.CreateAsync($"/v1/admin/{list}/{id}", item);

        var answer = await client.ReadAsync(uri);
        Assert.Equal(("closed", cause), (answer["state"].Text(), answer["cause"].Text()));
    }

    [Fact]
    public async Task An_override_of_every_year_counts_in_each_and_gives_way_to_one_of_that_year()
    {
        const string dated = """{ "id": "this-year", "channelId": "hotline", "from": "2027-12-31", "to": "2027-12-31", "windows": ["12:00-13:00"], "reason": { "ru": "Раз", "en": "Once" } }""";
        await client.CreateAsync("/v1/admin/overrides/hotline-new-year", EditingExamples.Override);
        await client.WriteAsync("PATCH", "/v1/admin/overrides/hotline-new-year", EditingExamples.OverridePatches[1].Json(), "*");
        await client.CreateAsync("/v1/admin/overrides/this-year", dated);

        Assert.Equal("12-31 01-01", $"{(await client.ReadAsync("/v1/admin/overrides/hotline-new-year"))["yearly"]} {(await client.ReadAsync("/v1/admin/overrides/hotline-new-year"))["yearlyTo"]}");
        Assert.Equal(
            ["from", "to", "yearly", "yearlyTo"],
            (await client.ReadAsync("/v1/revisions/3"))["changes"]![0]!["fields"]!.AsArray().Select(field => field!["path"].Text()));
        foreach (var (date, windows) in new[] { ("2026-12-31", "10-16"), ("2027-12-31", "12-13"), ("2028-01-01", "10-16"), ("2028-12-31", "10-16") })
        {
            var day = (await client.ReadAsync($"/v1/channels/abroad-hotline/schedule?segment=abroad&from={date}&to={date}"))["days"]![0]!;
            Assert.Equal(windows, Assert.Single(day["windows"]!.AsArray().Select(window => $"{window!["start"].Text()![11..13]}-{window["end"].Text()![11..13]}")));
        }
    }

    public void Dispose()
    {
        client.Dispose();
        app.Dispose();
    }

    private async Task<IEnumerable<string>> UrisOf(EditablePlace place) =>
        place.List is { } list
            ? (await client.ReadAsync($"/v1/admin/{list.Name}"))["elements"]!.AsArray().Take(3).Select(element => $"/v1/admin/{list.Name}/{element!["id"]}")
            : [$"/v1/admin{place.Path.Aggregate(place.Route, (route, parameter) => route.Replace($"{{{parameter.Name}}}", parameter.Example))}"];
}
