using System.Text.Json.Nodes;
using ContactsApi.Hosting;
using ContactsApi.Hosting.Access;
using ContactsApi.Storage;
using ContactsApi.Tests.Support;
using ContactsApi.Tests.Vectors;
using Microsoft.Extensions.DependencyInjection;

namespace ContactsApi.Tests.Contract;

/// <summary>What the service really answers, against what its contract says it answers.</summary>
public sealed class ResponseSchemaTests(ContactsApp app) : IClassFixture<ContactsApp>
{
    /// <summary>
    /// Statuses that the same rules give on every route: <see cref="Hosting.Access.EveryOperationTests"/> looks at them on each, and
    /// <see cref="RequestBodyTests"/> at those of a body.
    /// </summary>
    public static IReadOnlyList<int> OfEveryRoute { get; } = [401, 403, 413, 415, 429];

    private readonly HttpClient client = app.CreateClientWith(Scope.Admin);

    /// <summary>What operations with a body are sent.</summary>
    private static Dictionary<string, string> Bodies { get; } = new()
    {
        ["draftRequest"] = """{ "channelId": "legal-fax", "segment": "legal-entity", "aim": "Help", "callbackAt": "2026-11-23T12:00:00" }""",
        ["checkContacts"] = """{ "values": ["8 800 555-35-35", "nothing at all", "https://gosuslugi.example/pay", "help@gosuslugi.ru", "@Gosuslugi_support"] }""",
        ["createKey"] = """{ "name": "Anna", "scope": "steward", "expiresAt": "2027-01-01T00:00:00+03:00" }""",
    };

    public static TheoryData<string, int, string> Answers => new()
    {
        { "getBestChannel", 200, "/v1/best-channel?segment=individual&at=2026-11-23T12:00:00Z" },
        { "getBestChannel", 200, "/v1/best-channel?segment=legal-entity&topic=e-signature&region=RU-SPE&country=DE&explain=true" },
        { "getBestChannel", 200, "/v1/best-channel?segment=abroad&urgent=true&at=2031-01-01T00:00:00Z&explain=true" },
        { "getBestChannel", 200, "/v1/best-channel?segment=individual&need=voice&need=attachments" },
        { "getBestChannel", 200, "/v1/best-channel?segment=legal-entity&country=DE&view=short" },
        { "getBestChannel", 200, "/v1/best-channel?segment=individual&need=attachments&exclude=portal-chat&view=short" },
        { "getBestChannel", 400, "/v1/best-channel?segment=nobody&timeZone=Mars&need=beauty&colour=red" },
        { "listTransitions", 200, "/v1/transitions?segment=individual&need=voice&from=2026-11-23T00:00:00&to=2026-11-24T00:00:00&timeZone=Asia/Tokyo" },
        { "listTransitions", 400, "/v1/transitions?segment=individual&from=2026-11-23" },
        { "listChannels", 200, "/v1/channels" },
        { "listChannels", 200, "/v1/channels?segment=abroad&kind=fax" },
        { "listChannels", 200, "/v1/channels?view=short" },
        { "listChannels", 400, "/v1/channels?kind=pigeon" },
        { "checkContact", 200, "/v1/contacts/check?value=88005553534" },
        { "checkContact", 400, "/v1/contacts/check" },
        { "checkContacts", 200, "/v1/contacts/check" },
        { "checkContacts", 400, "/v1/contacts/check?value=1" },
        { "getCopy", 200, "/v1/copy" },
        { "getCopy", 200, "/v1/copy?since=1" },
        { "getCopy", 400, "/v1/copy?since=2" },
        { "getChannel", 200, "/v1/channels/portal-chat" },
        { "getChannel", 400, "/v1/channels/portal-chat?segment=abroad" },
        { "getChannel", 404, "/v1/channels/pigeon" },
        { "getChannelAvailability", 200, "/v1/channels/telegram/availability?segment=individual" },
        { "getChannelAvailability", 200, "/v1/channels/legal-fax/availability?segment=legal-entity&timeZone=Asia/Tokyo" },
        { "getChannelAvailability", 400, "/v1/channels/telegram/availability" },
        { "getChannelAvailability", 400, "/v1/channels/hotline/availability?segment=abroad" },
        { "getChannelAvailability", 404, "/v1/channels/pigeon/availability" },
        { "getChannelSchedule", 200, "/v1/channels/telegram/schedule?segment=individual&from=2026-12-28&to=2027-01-10" },
        { "getChannelSchedule", 400, "/v1/channels/telegram/schedule?segment=individual&from=2026-12-28&to=2020-01-10" },
        { "getChannelSchedule", 404, "/v1/channels/pigeon/schedule" },
        { "listTopics", 200, "/v1/topics" },
        { "listTopics", 400, "/v1/topics?topic=sms-code" },
        { "getTopic", 200, "/v1/topics/e-signature" },
        { "getTopic", 400, "/v1/topics/e-signature?segment=abroad" },
        { "getTopic", 404, "/v1/topics/pigeon" },
        { "getOpeningHours", 200, "/v1/channels/portal-chat/opening-hours?segment=legal-entity" },
        { "getOpeningHours", 400, "/v1/channels/hotline/opening-hours?segment=abroad" },
        { "getOpeningHours", 404, "/v1/channels/pigeon/opening-hours" },
        { "getScheduleCalendar", 200, "/v1/channels/telegram/schedule.ics?segment=individual" },
        { "getScheduleCalendar", 400, "/v1/channels/telegram/schedule.ics" },
        { "getScheduleCalendar", 404, "/v1/channels/pigeon/schedule.ics" },
        { "getVCard", 200, "/v1/channels/hotline/contact.vcf" },
        { "getVCard", 400, "/v1/channels/hotline/contact.vcf?segment=individual" },
        { "getVCard", 404, "/v1/channels/email/contact.vcf" },
        { "getQrCodeSvg", 200, "/v1/channels/hotline/qr.svg?of=vcard&moduleSize=40" },
        { "getQrCodeSvg", 400, "/v1/channels/hotline/qr.svg?of=fax" },
        { "getQrCodeSvg", 404, "/v1/channels/hotline/qr.svg?of=page" },
        { "getQrCodePng", 200, "/v1/channels/portal-chat/qr.png?of=page" },
        { "getQrCodePng", 400, "/v1/channels/portal-chat/qr.png" },
        { "getQrCodePng", 404, "/v1/channels/portal-chat/qr.png?of=tel" },
        { "getTransitionCalendar", 200, "/v1/transitions.ics?segment=abroad" },
        { "getTransitionCalendar", 400, "/v1/transitions.ics" },
        { "listContactPoints", 200, "/v1/contact-points.jsonld" },
        { "listContactPoints", 400, "/v1/contact-points.jsonld?segment=nobody" },
        { "getContactPoint", 200, "/v1/channels/hotline/contact-point.jsonld?segment=individual" },
        { "getContactPoint", 400, "/v1/channels/hotline/contact-point.jsonld?segment=abroad" },
        { "getContactPoint", 404, "/v1/channels/email/contact-point.jsonld" },
        { "getDue", 200, "/v1/due?channel=portal-chat&segment=legal-entity&sentAt=2026-11-21T21:00:00&timeZone=Asia/Tokyo" },
        { "getDue", 200, "/v1/due?channel=legal-fax&segment=legal-entity&sentAt=2031-11-21T21:00:00Z" },
        { "getDue", 400, "/v1/due?channel=pigeon&segment=individual&sentAt=noon" },
        { "getDueReminder", 200, "/v1/due.ics?channel=hotline&segment=individual&sentAt=2026-11-23T12:00:00" },
        { "getDueReminder", 400, "/v1/due.ics?channel=hotline&segment=abroad&sentAt=2026-11-23T12:00:00" },
        { "getDueReminder", 404, "/v1/due.ics?channel=whatsapp&segment=abroad&sentAt=2026-11-23T12:00:00" },
        { "findSlots", 200, "/v1/slots?segment=individual&need=voice&timeZone=Asia/Vladivostok&hours=18:00-22:00&weekday=monday" },
        { "findSlots", 200, "/v1/slots?segment=legal-entity&topic=e-signature&days=31&length=PT4H&at=2031-01-01T00:00:00Z" },
        { "findSlots", 400, "/v1/slots?segment=individual&hours=evening&length=P1D&days=99" },
        { "listRegions", 200, "/v1/regions" },
        { "listRegions", 400, "/v1/regions?at=noon" },
        { "getRegion", 200, "/v1/regions/RU-SPE" },
        { "getRegion", 400, "/v1/regions/RU-SPE?limit=0" },
        { "getRegion", 404, "/v1/regions/RU-ZZZ" },
        { "getCalendarYear", 200, "/v1/calendar/2020" },
        { "getCalendarYear", 200, "/v1/calendar/2028" },
        { "getCalendarYear", 400, "/v1/calendar/1999" },
        { "getCalendarDay", 200, "/v1/calendar/days/2020-04-01" },
        { "getCalendarDay", 200, "/v1/calendar/days/2021-02-22" },
        { "getCalendarDay", 400, "/v1/calendar/days/tomorrow" },
        { "getWorkdays", 200, "/v1/calendar/workdays?from=2026-12-28&days=10&list=true&region=RU-TA" },
        { "getWorkdays", 400, "/v1/calendar/workdays?from=soon" },
        { "addWorkhours", 200, "/v1/calendar/workhours?at=2026-11-27T12:00:00&hours=16" },
        { "addWorkhours", 400, "/v1/calendar/workhours?hours=16" },
        { "getWorkingTimeNorms", 200, "/v1/calendar/norms/2026" },
        { "getWorkingTimeNorms", 400, "/v1/calendar/norms/1999" },
        { "getCalendarFile", 200, "/v1/calendar/2026/calendar.ics" },
        { "getCalendarFile", 400, "/v1/calendar/1999/calendar.csv" },
        { "getCalendarFile", 404, "/v1/calendar/2026/calendar.pdf" },
        { "getQuality", 200, "/v1/quality" },
        { "getQuality", 400, "/v1/quality?code=rumour" },
        { "listRevisions", 200, "/v1/revisions" },
        { "listRevisions", 400, "/v1/revisions?limit=many" },
        { "getRevision", 200, "/v1/revisions/1" },
        { "getRevision", 400, "/v1/revisions/1?deeply=true" },
        { "getRevision", 404, "/v1/revisions/2" },
        { "listKeys", 200, "/v1/admin/keys" },
        { "listKeys", 400, "/v1/admin/keys?name=Anna" },
        { "createKey", 201, "/v1/admin/keys" },
        { "createKey", 400, "/v1/admin/keys?scope=admin" },
        { "rotateKey", 200, "/v1/admin/keys/{valid}/rotate?grace=PT1H" },
        { "rotateKey", 400, "/v1/admin/keys/{valid}/rotate?grace=soon" },
        { "rotateKey", 404, "/v1/admin/keys/none/rotate" },
        { "rotateKey", 409, "/v1/admin/keys/{revoked}/rotate" },
        { "revokeKey", 200, "/v1/admin/keys/{revoked}" },
        { "revokeKey", 400, "/v1/admin/keys/{valid}?gently=true" },
        { "revokeKey", 404, "/v1/admin/keys/none" },
        { "listAudit", 200, "/v1/admin/audit?limit=1" },
        { "listAudit", 400, "/v1/admin/audit?action=steal" },
        { "draftRequest", 200, "/v1/requests/draft" },
        { "draftRequest", 400, "/v1/requests/draft?send=true" },
        { "getLiveness", 200, "/health/live" },
        { "getLiveness", 400, "/health/live?deeply=true" },
        { "getReadiness", 200, "/health/ready" },
        { "getReadiness", 400, "/health/ready?steady=true" },
    };

    /// <summary>Those to requests that only read.</summary>
    public static IEnumerable<TheoryDataRow<string, int, string>> Readings =>
        Answers.Where(row => PublishedContract.OperationOf(row.Data.Item1).Method == "get");

    [Theory]
    [MemberData(nameof(Answers))]
    public async Task An_answer_conforms(string operationId, int status, string uri)
    {
        var operation = PublishedContract.OperationOf(operationId);
        var answer = await client.AskAsync(
            WithKeys(uri),
            method: new HttpMethod(operation.Method),
            body: operation.Definition["requestBody"] is null ? null : Bodies[operationId]);
        var (mediaType, schema) = uri.Contains("view=short", StringComparison.Ordinal)
            ? (ShortView.MediaType, operation.Bodies(status)[ShortView.MediaType])
            : operation.Body(status);

        Assert.Equal((status, mediaType), ((int)answer.Status, answer.MediaType));
        Assert.Empty(JsonSchema.FaultsOf(answer.Body, schema!));
    }

    /// <summary>Those of the routes that edit are looked at by <see cref="EditingSchemaTests"/>.</summary>
    // Who is refused for want of a key is looked at where keys are, for every route there is.
    [Fact]
    public void Every_answer_in_the_contract_is_looked_at_save_those_of_a_service_in_trouble() =>
        Assert.Equal(
            PublishedContract.Operations.Where(operation => !EditingSchemaTests.IsEditing(operation)).SelectMany(operation =>
                operation.Responses.Keys.Where(status => status is < 500 and not 304 && !OfEveryRoute.Contains(status)).Select(status => $"{operation.Id} {status}")).Order(),
            Answers.Select(row => $"{row.Data.Item1} {row.Data.Item2}")
                .Concat(TelegramSchemaTests.Answers.Select(row => $"{row.Data.Item1} {row.Data.Item2}"))
                .Concat(ChangesSchemaTests.Answers.Select(row => $"{row.Data.Item1} {row.Data.Item2}"))
                .Concat(CorrectionSchemaTests.Answers.Select(row => $"{row.Data.Item1} {row.Data.Item2}"))
                .Concat(WebhookSchemaTests.Answers.Select(row => $"{row.Data.Item1} {row.Data.Item2}"))
                .Distinct().Order());

    [Theory]
    [MemberData(nameof(Readings))]
    public async Task Where_the_contract_says_so_what_the_caller_has_is_not_sent_again(string operationId, int status, string uri)
    {
        var operation = PublishedContract.OperationOf(operationId);
        using var request = new HttpRequestMessage(HttpMethod.Get, WithKeys(uri));
        request.Headers.TryAddWithoutValidation("If-None-Match", "*");
        using var response = await client.SendAsync(request, TestContext.Current.CancellationToken);

        var mayHold = status == 200 && operation.Responses.ContainsKey(304);
        Assert.Equal(mayHold ? 304 : status, (int)response.StatusCode);
    }

    [Fact]
    public async Task Every_worked_example_of_the_best_channel_conforms()
    {
        var (_, schema) = PublishedContract.OperationOf("getBestChannel").Body(200);
        foreach (var vector in VectorTests.BestChannel.Select(row => row.Data))
        {
            var answer = await client.GetJsonAsync($"/v1/best-channel?{vector.Query()}&explain=true");
            Assert.Empty(JsonSchema.FaultsOf(answer, schema!).Select(fault => $"{vector}: {fault}"));
        }
    }

    [Theory]
    [InlineData("""{ "status": "ok" }""", "$.catalogRevision is missing")]
    [InlineData("""{ "status": "ok", "catalogRevision": "1", "warnings": [] }""", "$.catalogRevision is not of type")]
    [InlineData("""{ "status": "Ok", "catalogRevision": 1, "warnings": [] }""", "$.status is none of")]
    [InlineData("""{ "status": "ok", "catalogRevision": 1, "warnings": [], "more": 1 }""", "$.more is unknown")]
    [InlineData("[]", "$ is not of type")]
    public void What_does_not_conform_is_found(string body, string fault) =>
        Assert.StartsWith(fault, JsonSchema.FaultsOf(Json.Parse(body), Schema("HealthResponse")).First(), StringComparison.Ordinal);

    [Theory]
    [InlineData("2026-11-23T12:00:00", "$.start is no date-time")]
    [InlineData("2026-11-23", "$.start is no date-time")]
    public void An_instant_without_an_offset_is_found(string start, string fault)
    {
        var window = new JsonObject { ["start"] = start };

        Assert.Contains(JsonSchema.FaultsOf(window, Schema("ScheduleWindowResponse")), found => found.StartsWith(fault, StringComparison.Ordinal));
    }

    private string WithKeys(string uri)
    {
        if (!uri.Contains('{', StringComparison.Ordinal))
            return uri;
        var revoked = app.KeyOf(Scope.Read).Key.Id;
        app.Services.GetRequiredService<ApiKeys>().Revoke(revoked, new Origin("a test"));
        return uri
            .Replace("{valid}", app.KeyOf(Scope.Read).Key.Id, StringComparison.Ordinal)
            .Replace("{revoked}", revoked, StringComparison.Ordinal);
    }

    private static JsonNode Schema(string name) => PublishedContract.Schema(name);
}
