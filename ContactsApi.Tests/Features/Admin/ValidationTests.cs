using ContactsApi.Hosting;
using ContactsApi.Hosting.Bodies;
using ContactsApi.Storage;
using ContactsApi.Tests.Support;

namespace ContactsApi.Tests.Features.Admin;

/// <summary>What would break the catalog is refused as a whole, with all that is wrong, at its place in what was sent.</summary>
public sealed class ValidationTests(ContactsApp app) : IClassFixture<ContactsApp>
{
    private const string Hotline = "/v1/admin/channels/hotline";
    private const string Topic = "/v1/admin/topics/registration";

    private readonly HttpClient client = app.CreateClientWith(Scope.Steward);

    public static TheoryData<string, string, string, int, string, string[]> Wrong => new()
    {
        // It does not have the shape.
        { "PUT", Topic, "{}", 422, "invalid-element", ["$"] },
        { "PUT", Topic, "[]", 422, "invalid-element", ["$"] },
        { "PUT", Topic, "null", 422, "invalid-element", ["$"] },
        { "PUT", Topic, "7", 422, "invalid-element", ["$"] },
        { "PATCH", Topic, "null", 422, "invalid-element", ["$"] },
        { "PATCH", Topic, """{ "name": null }""", 422, "invalid-element", ["$"] },
        { "PATCH", Topic, """{ "name": { "en": 7 }, "colour": "red", "marks": ["none"] }""", 422, "invalid-element", ["colour", "marks[0]", "name.en"] },
        { "PATCH", Hotline, """{ "mode": "deaf", "priority": { "nobody": 1 } }""", 422, "invalid-element", ["mode", "priority.nobody"] },
        { "PUT", "/v1/admin/callCentreSchedule", "7", 422, "invalid-element", ["$"] },
        // It says another id than the address.
        { "PATCH", Topic, """{ "id": "other" }""", 422, "invalid-element", ["id"] },
        { "PUT", "/v1/admin/years/2026", """{ "year": 2027, "decree": { "ru": "П", "en": "D" } }""", 422, "invalid-element", ["year"] },
        // It refers to what is not there, or breaks another rule.
        { "PATCH", Hotline + "/hours/hours-3.1", """{ "schedule": "H-NONE", "reference": "7.7" }""", 422, "invalid-element", ["reference", "schedule"] },
        { "PATCH", Hotline, """{ "hours": [{ "id": "h", "schedule": "H-NONE", "reference": "1.1" }] }""", 422, "invalid-element", ["hours[0].schedule"] },
        { "PATCH", Hotline, """{ "address": { "phone": "8 800" }, "priority": { "individual": null, "legal-entity": null } }""", 422, "invalid-element", ["address.phone", "priority"] },
        // A number is written as answers show it.
        { "PATCH", Hotline, """{ "address": { "display": "8 800 555-01-00" } }""", 422, "invalid-element", ["address.display"] },
        { "PATCH", Hotline, """{ "address": { "uri": "tel:+78005550100" } }""", 422, "invalid-element", ["address.uri"] },
        { "PATCH", Hotline, """{ "address": { "phone": null, "uri": "tel:+78005550100", "display": { "ru": "8 800", "en": "8 800" } } }""", 422, "invalid-element", ["address.uri"] },
        { "PATCH", Hotline, """{ "address": { "display": "8 800 555-01-00", "uri": "tel:+78005550100", "dial": "8", "dialNote": "8" } }""", 422, "invalid-element", ["address.dial", "address.dialNote", "address.display", "address.uri"] },
        { "PUT", "/v1/admin/callCentreSchedule", "\"H-NONE\"", 422, "invalid-element", ["$"] },
        { "PATCH", "/v1/admin/schedules/H-GRAPH", """{ "hours": { "workday": [] } }""", 422, "invalid-element", ["callCentreSchedule"] },
        { "PATCH", "/v1/admin/years/2026", """{ "days": [{ "date": "2027-01-01" }] }""", 422, "invalid-element", ["days[0].date"] },
        // Others refer to it.
        { "DELETE", "/v1/admin/schedules/H-0921W", "", 409, "element-in-use", ["channels[abroad-hotline].hours[1].schedule"] },
        { "DELETE", "/v1/admin/channels/portal-chat", "", 409, "element-in-use", ["channels[mobile-app].statementsOf"] },
        // It is no JSON, or not just one.
        { "PUT", Topic, "", 400, "invalid-parameters", ["body"] },
        { "PUT", Topic, "{", 400, "invalid-parameters", ["body"] },
        { "PUT", Topic, "{} {}", 400, "invalid-parameters", ["body"] },
        { "PUT", Topic, "{ 'id': 1 }", 400, "invalid-parameters", ["body"] },
        { "PUT", Topic, """{ "id": "registration", "id": "registration" }""", 400, "invalid-parameters", ["id"] },
        { "PUT", Topic, """{ "id": "registration", "\u0069d": "registration" }""", 400, "invalid-parameters", ["id"] },
        { "PATCH", Topic, """{ "name": { "en": "\ud800" } }""", 400, "invalid-parameters", ["name.en"] },
        { "PATCH", Topic, """{ "\udc00": 1 }""", 400, "invalid-parameters", ["body"] },
        { "PATCH", Topic, new string('[', 100) + new string(']', 100), 400, "invalid-parameters", ["body"] },
        { "PATCH", Topic, $$"""{ "name": { "en": "{{new string('x', BodyContract.ElementBytes)}}" } }""", 413, "body-too-large", [] },
        // The query is wrong.
        { "PATCH", Topic + "?dryrun=true&message=", "{}", 400, "invalid-parameters", ["dryrun", "message"] },
        { "PATCH", Topic + "?dryRun=yes", "{}", 400, "invalid-parameters", ["dryRun"] },
        { "PATCH", Topic + "?dryRun=yes", """{ "id": 1, "id": 2, "name": { "en": "\ud800" } }""", 400, "invalid-parameters", ["dryRun", "id", "name.en"] },
    };

    [Theory]
    [MemberData(nameof(Wrong))]
    public async Task It_is_refused_with_all_that_is_wrong(string method, string uri, string body, int status, string code, string[] blamed)
    {
        var answer = await client.WriteAsync(method, uri, method == "DELETE" ? null : body, "*");

        Assert.Equal((status, code), ((int)answer.Status, answer.Code()));
        Assert.Equal(ProblemResponse.ContentType, answer.MediaType);
        Assert.True(blamed.All(answer.Blamed.Contains), $"Blamed: {string.Join(", ", answer.Blamed)}");
        if (status != 409)
            Assert.Equal(blamed.Length, answer.Blamed.Count());
        Assert.Equal(1, app.Snapshot.Revision);
    }

    [Theory]
    [InlineData("overrides", """{ "id": "x", "channelId": "pigeon", "from": "2026-12-02", "to": "2026-12-01", "windows": [], "reason": { "ru": "а", "en": "a" } }""", "channelId to")]
    [InlineData("overrides", """{ "id": "x", "channelId": "hotline", "from": "9999-12-31", "to": "9999-12-31", "windows": [], "reason": { "ru": "а", "en": "a" } }""", "from to")]
    [InlineData("overrides", """{ "id": "x", "channelId": "hotline", "windows": [], "reason": { "ru": "а", "en": "a" } }""", "from")]
    [InlineData("overrides", """{ "id": "x", "channelId": "hotline", "yearly": "31.12", "windows": [], "reason": { "ru": "а", "en": "a" } }""", "yearly")]
    [InlineData("overrides", """{ "id": "x", "channelId": "hotline", "yearly": "02-30", "windows": [], "reason": { "ru": "а", "en": "a" } }""", "yearly")]
    [InlineData("overrides", """{ "id": "x", "channelId": "hotline", "from": "2026-12-31", "to": "2026-12-31", "yearly": "12-31", "windows": [], "reason": { "ru": "а", "en": "a" } }""", "yearly")]
    [InlineData("incidents", """{ "id": "x", "channelId": "hotline", "start": "2026-12-02T00:00:00Z", "end": "2026-12-02T00:00:00Z", "reason": { "ru": "а", "en": "a" } }""", "end")]
    [InlineData("incidents", """{ "id": "x", "channelId": "hotline", "start": "-9998-01-01T00:00:00Z", "end": "9999-12-31T23:59:59Z", "reason": { "ru": "а", "en": "a" } }""", "end start")]
    [InlineData("incidents", """{ "id": "y", "channelId": "hotline", "start": "2026-12-02", "end": null, "reason": { "ru": "а" } }""", "reason start")]
    [InlineData("years", """{ "year": 99999, "decree": { "ru": "а", "en": "a" } }""", "year")]
    [InlineData("topics", """{ "id": "a topic", "name": { "ru": "а", "en": "a" } }""", "id")]
    public async Task What_is_new_is_checked_too(string list, string item, string blamed)
    {
        var answer = await client.CreateAsync($"/v1/admin/{list}/{Uri.EscapeDataString(Json.Parse(item)["id"]?.ToString() ?? "99999")}", item);

        Assert.Equal((422, blamed), ((int)answer.Status, string.Join(' ', answer.Blamed.Order())));
    }

    /// <summary>A short number, or a page, has no other form.</summary>
    [Theory]
    [InlineData("channels/hotline", """{ "address": { "uri": "tel:+78005550100" } }""", "address.uri", "phone alone: \"phone\": \"+78005550100\"")]
    [InlineData("channels/hotline", """{ "address": { "display": "8 800 555-01-00" } }""", "address.display", "phone alone: \"phone\": \"+78005553535\"")]
    [InlineData("channels/hotline", """{ "address": { "dial": "00 7 800 555-01-00" } }""", "address.dial", "phone alone: \"phone\": \"+78005553535\"")]
    [InlineData("channels/hotline", """{ "address": { "display": { "ru": "8 800", "en": "8 800" } } }""", "address", "either phone alone, or display with or without uri")]
    [InlineData("channels/hotline", """{ "name": "Hotline" }""", "name", "a text in both languages such as { \"ru\"")]
    [InlineData("offices/x", """{ "id": "x", "region": "RU-SPE", "name": { "ru": "О", "en": "O" }, "address": { "postal": { "ru": "у", "en": "s" }, "uri": "tel:+78120000000" } }""", "address.uri", "phone alone: \"phone\": \"+78120000000\"")]
    [InlineData("channels/hotline", """{ "address": { "phone": null, "uri": "tel:115", "display": { "ru": "115", "en": "115" } } }""", null, null)]
    [InlineData("channels/portal-chat", """{ "address": { "display": { "ru": "чат", "en": "chat" } } }""", null, null)]
    public async Task Who_writes_what_was_shown_is_told_how_it_is_written(string element, string body, string? blamed, string? right)
    {
        var answer = await client.WriteAsync(body.Contains("\"id\"") ? "PUT" : "PATCH", $"/v1/admin/{element}?dryRun=true", body);

        Assert.Equal(blamed is null ? 200 : 422, (int)answer.Status);
        if (blamed is not null)
            Assert.Contains(right!, Assert.Single(answer.Body["errors"]![blamed]!.AsArray()).Text());
    }

    [Theory]
    [InlineData("PUT", "text/plain", "Accept", "application/json")]
    [InlineData("PUT", "application/merge-patch+json", "Accept", "application/json")]
    [InlineData("PUT", "application/json; charset=windows-1251", "Accept", "application/json")]
    [InlineData("PATCH", "application/json", "Accept-Patch", "application/merge-patch+json")]
    [InlineData("PATCH", "application/json-patch+json", "Accept-Patch", "application/merge-patch+json")]
    public async Task A_body_of_another_kind_is_refused_with_the_right_one(string method, string contentType, string header, string right)
    {
        var answer = await client.WriteAsync(method, Topic, "{}", "*", contentType: contentType);

        Assert.Equal((415, "unsupported-media-type"), ((int)answer.Status, answer.Code()));
        Assert.Equal([right], answer.Response.Headers.TryGetValues(header, out var values) ? values : []);
    }

    [Fact]
    public async Task What_is_wrong_is_said_in_both_languages()
    {
        using var request = new HttpRequestMessage(HttpMethod.Put, Topic) { Content = new StringContent("{}", null, "application/json") };
        request.Headers.TryAddWithoutValidation("If-Match", "*");
        using var response = await client.SendAsync(request, TestContext.Current.CancellationToken);

        Assert.Contains("не хватает «id», «name»", await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        Assert.Contains("without 'id', 'name'", (await client.WriteAsync("PUT", Topic, "{}", "*")).Text);
    }
}
