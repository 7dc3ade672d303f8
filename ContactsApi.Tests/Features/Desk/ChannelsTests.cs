using System.Net;
using System.Text.Json.Nodes;
using ContactsApi.Core.Channels;
using ContactsApi.Core.Hours;
using ContactsApi.Core.Statements;
using ContactsApi.Editing;
using ContactsApi.Features.Admin;
using ContactsApi.Revisions;
using ContactsApi.Tests.Support;

namespace ContactsApi.Tests.Features.Desk;

/// <summary>What the catalog says of a channel, corrected by somebody who is no programmer.</summary>
public sealed class ChannelsTests : IDisposable
{
    private const string Hotline = "/desk/channels/hotline";

    private readonly ContactsApp app = new();

    private Channel Hotlines => app.Snapshot.Directory.Channels["hotline"];

    [Theory]
    [InlineData("8 (800) 555-01-00", "+78005550100")]
    [InlineData("+7 800 5550100", "+78005550100")]
    [InlineData("+49 30 901820", "+4930901820")]
    public async Task A_number_is_taken_as_people_write_it(string typed, string kept)
    {
        using var visit = await DeskVisit.SignedInAsync(app);

        var seen = await visit.SubmitAsync(Hotline, ("address.phone", typed));

        Assert.Contains($"address.phone : +78005553535 → {kept}", seen.Text);
        Assert.Contains("“Voice assistant” still has the former address, +7 800 555-35-35.", seen.Text);
        await visit.SubmitAsync(seen, Hotline);
        Assert.Equal(kept, app.Snapshot.Directory.Channels["hotline"].Address!.Phone);
    }

    [Theory]
    [InlineData("address.phone", "8 800 555", "This is no phone number")]
    [InlineData("address.phone", "позвоните", "This is no phone number")]
    [InlineData("address.uri", "javascript:alert(1)", "address.uri")]
    [InlineData("name.en", "", "name")]
    public async Task What_does_not_fit_is_said_and_stays_as_it_was_typed(string field, string typed, string told)
    {
        using var visit = await DeskVisit.SignedInAsync(app);

        var answer = await visit.SubmitAsync(Hotline, (field, typed));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Status);
        Assert.Contains(told, field == "address.uri" ? answer.Html : answer.Text);
        Assert.Equal(typed, answer.Field(field));
        Assert.Equal(1, app.Snapshot.Revision);
    }

    /// <summary>A form that is sent untouched changes nothing, whatever the record holds: no field of it is lost, or read otherwise than it was written.</summary>
    [Fact]
    public async Task A_form_holds_all_that_the_record_holds()
    {
        using var visit = await DeskVisit.SignedInAsync(app);
        app.ChangeChannel("hotline", one => one with
        {
            TimeZone = "Asia/Omsk",
            Address = one.Address! with { Verification = new(VerificationOutcome.Verified, new(2026, 11, 21), "Anna", new("Звонили.", "Called.")) },
            Notes = [new(new("Слово", "Word"), "1.1") { When = [HoursState.Open, HoursState.Closed] }],
            Hours = [one.Hours[0] with { Rank = Rank.Preferred, Note = new("а", "a"), Verification = new(VerificationOutcome.Disputed, new(2026, 11, 20), "Anna", new("б", "b")) }, .. one.Hours.Skip(1)],
            Restrictions = new() { UrgentOnly = "1.4", Topics = new Dictionary<string, string> { ["sms-code"] = "editorial" }, Regions = new Dictionary<string, string> { ["RU-SPE"] = "2.3" } },
        });
        var written = app.Snapshot.Revision;

        foreach (var id in app.Snapshot.Directory.Channels.Keys)
        {
            var seen = await visit.SubmitAsync($"/desk/channels/{id}");
            Assert.Equal(HttpStatusCode.OK, seen.Status);
            Assert.Contains("Nothing: it says so already.", seen.Text);
        }

        Assert.Equal(written, app.Snapshot.Revision);
    }

    [Theory]
    [InlineData("restrictions.topics.sms-code", "4.1", """{"restrictions":{"topics":{"sms-code":"4.1"}}}""")]
    [InlineData("restrictions.regions.RU-SPE", "editorial", """{"restrictions":{"regions":{"RU-SPE":"editorial"}}}""")]
    [InlineData("restrictions.urgentOnly", "1.4", """{"restrictions":{"urgentOnly":"1.4"}}""")]
    [InlineData("cost.text.en", "Free, they say.", """{"cost":{"text":{"en":"Free, they say."}}}""")]
    [InlineData("cost.saysFree", "", """{"cost":{"saysFree":null}}""")]
    [InlineData("languages.en", "", """{"languages":{"en":null}}""")]
    [InlineData("capabilities.history", "editorial", """{"capabilities":{"history":"editorial"}}""")]
    [InlineData("priority.individual", "15", """{"priority":{"individual":15}}""")]
    [InlineData("priority.legal-entity", "", """{"priority":{"legal-entity":null}}""")]
    [InlineData("mode", "automated", """{"mode":"automated"}""")]
    [InlineData("timeZone", "Asia/Omsk", """{"timeZone":"Asia/Omsk"}""")]
    [InlineData("references", "1.1 3.1", """{"references":["1.1","3.1"]}""")]
    [InlineData("answers[0].within", "PT7M", null)]
    [InlineData("hours[0].schedule", "H-0820", null)]
    public async Task Every_field_is_changed_as_by_a_patch(string field, string typed, string? patch)
    {
        using var visit = await DeskVisit.SignedInAsync(app);
        var before = Elements.At(new(CatalogPart.Named("channels"), "hotline"), app.Snapshot.Directory.Catalog)!;

        await visit.SubmitAsync(await visit.SubmitAsync(Hotline, (field, typed)), Hotline);

        var after = Elements.At(new(CatalogPart.Named("channels"), "hotline"), app.Snapshot.Directory.Catalog)!;
        if (patch is not null)
            Assert.Empty(FieldDifference.Between(MergePatch.Apply(before, JsonNode.Parse(patch)), after));
        Assert.NotEmpty(FieldDifference.Between(before, after));
    }

    [Fact]
    public async Task An_entry_is_added_without_a_name_of_its_own_and_removed_again()
    {
        using var visit = await DeskVisit.SignedInAsync(app);
        var count = Hotlines.Hours.Count;

        await visit.SubmitAsync(
            await visit.SubmitAsync(
                Hotline, ("notices[0].text.ru", "Долгая очередь."), ("notices[0].text.en", "A long queue."), ("notices[0].when", "open"), ("notices[0].when", "disputed"),
                ($"hours[{count}].schedule", "H-0820"), ($"hours[{count}].segments", "legal-entity")),
            Hotline);
        var notice = Assert.Single(Hotlines.Notices);
        Assert.Equal(("notices-1", "editorial", "Open Disputed"), (notice.Code, notice.Reference, string.Join(' ', notice.When)));
        Assert.Equal(new HoursStatement($"hours-{count + 1}", "H-0820", "editorial").Id, Hotlines.Hours[^1].Id);
        Assert.Equal([ContactsApi.Core.Segment.LegalEntity], Hotlines.Hours[^1].Segments);

        await visit.SubmitAsync(await visit.SubmitAsync(Hotline, ("notices[0].-", "true"), ("hours[0].-", "true")), Hotline);
        Assert.Empty(Hotlines.Notices);
        Assert.Equal(count, Hotlines.Hours.Count);
        Assert.Equal($"hours-{count + 1}", Hotlines.Hours[^1].Id);
    }

    [Theory]
    [InlineData("priority.individual", "soon", "does not fit")]
    [InlineData("notices[0].text.en", "Half of it", "Notice")]
    [InlineData("answers[0].workingHours", "2", "exactly one of")]
    [InlineData("restrictions.regions.RU-ZZZ", "2.3", "RU-ZZZ")]
    [InlineData("timeZone", "Mars/Base", "Mars/Base")]
    [InlineData("notices[99999999999].text.en", "x", "Nothing: it says so already.")]
    public async Task What_a_field_cannot_hold_is_said(string field, string typed, string told)
    {
        using var visit = await DeskVisit.SignedInAsync(app);

        var answer = await visit.SubmitAsync(Hotline, (field, typed));

        Assert.Contains(told, answer.Text);
        Assert.Equal(1, app.Snapshot.Revision);
    }

    [Fact]
    public async Task Two_who_change_the_same_channel_lose_nothing()
    {
        using var visit = await DeskVisit.SignedInAsync(app);
        var form = await visit.OpenAsync(Hotline);
        app.ChangeChannel("hotline", one => one with { Name = new("Линия", "Their line"), Description = one.Description with { En = "Theirs" } });

        var answer = await visit.SubmitAsync(form, Hotline, ("name.en", "My line"));

        Assert.Equal(HttpStatusCode.Conflict, answer.Status);
        Assert.Contains("22 November, 03:00, a steward: A change", answer.Text);
        Assert.Contains("Name in English Hotline Their line My line", answer.Text);
        Assert.Equal(("My line", "Линия", "Theirs"), (answer.Field("name.en"), answer.Field("name.ru"), answer.Field("description.en")));
        Assert.Equal("Their line", app.Snapshot.Directory.Channels["hotline"].Name.En);
        await visit.SubmitAsync(await visit.SubmitAsync(answer, Hotline), Hotline);
        Assert.Equal(("My line", "Theirs"), (app.Snapshot.Directory.Channels["hotline"].Name.En, app.Snapshot.Directory.Channels["hotline"].Description.En));
    }

    [Fact]
    public async Task Of_many_who_save_at_once_one_is_written_and_the_others_see_it()
    {
        var visits = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => DeskVisit.SignedInAsync(app)));
        var seen = await Task.WhenAll(visits.Select((visit, i) => visit.SubmitAsync(Hotline, ("name.en", $"Line {i}"))));

        var answers = await Task.WhenAll(visits.Zip(seen, (visit, form) => visit.SubmitAsync(form, Hotline)));

        var written = Assert.Single(answers.Index(), answer => answer.Item.Status == HttpStatusCode.Redirect).Index;
        Assert.All(answers.Where((_, i) => i != written), answer => Assert.Contains($"Line {written}", answer.Text));
        Assert.Equal((2, $"Line {written}"), (app.Snapshot.Revision, app.Snapshot.Directory.Channels["hotline"].Name.En));
        Array.ForEach(visits, visit => visit.Dispose());
    }

    [Fact]
    public async Task What_was_changed_after_it_was_seen_is_shown_anew_first()
    {
        using var visit = await DeskVisit.SignedInAsync(app);
        var seen = await visit.SubmitAsync(Hotline, ("name.en", "One"));

        var again = await visit.SubmitAsync(seen, Hotline, ("name.en", "Two"));

        Assert.Equal((HttpStatusCode.OK, 1), (again.Status, app.Snapshot.Revision));
        Assert.Contains("name.en : Hotline → Two", again.Text);
    }

    [Theory]
    [InlineData("88005553535", "+7 800 555-35-35. It stands at: ")]
    [InlineData("+7 800 555-01-00", "+7 800 555-01-00. Nobody else has it.")]
    [InlineData("12", "This is no phone number")]
    public async Task A_number_is_checked_while_it_is_typed(string typed, string told)
    {
        using var visit = await DeskVisit.SignedInAsync(app);

        Assert.StartsWith(told, (await visit.OpenAsync($"/desk/phone?number={Uri.EscapeDataString(typed)}")).Html);
    }

    [Fact]
    public async Task What_a_record_lacks_stands_in_the_list()
    {
        using var visit = await DeskVisit.SignedInAsync(app);

        var list = (await visit.OpenAsync("/desk/channels")).Text;

        Assert.Contains("Hotline +7 800 555-35-35 (toll-free) a check of the address", list);
        Assert.Contains("none an address or number", list);
        Assert.Contains("Name in the official register — the source does not give it", list);
        Assert.Contains("E-mail for requests — E-mail, ", list);
        Assert.Contains("toll-free 2, mobile 1, other 2", list);
        Assert.Contains("+7 707 777-77-77 (mobile)", list);
    }

    [Fact]
    public async Task The_registered_name_is_written_and_removed()
    {
        using var visit = await DeskVisit.SignedInAsync(app);
        const string uri = "/desk/organization";

        var seen = await visit.SubmitAsync(uri, ("legalName.ru", "Учреждение «Пример»"), ("legalName.en", "Example"));
        await visit.SubmitAsync(seen, uri);
        Assert.Equal(new("Учреждение «Пример»", "Example"), app.Snapshot.Directory.Catalog.Organization.LegalName);
        Assert.Equal("Example", (await app.CreateClient().ReadAsync("/v1/contact-points.jsonld"))["legalName"].Text());
        Assert.Contains("Name in the official register Example", (await visit.OpenAsync("/desk/channels")).Text);

        await visit.SubmitAsync(await visit.SubmitAsync(uri, ("legalName.ru", ""), ("legalName.en", "")), uri);
        Assert.Null(app.Snapshot.Directory.Catalog.Organization.LegalName);
        Assert.Null((await app.CreateClient().ReadAsync("/v1/contact-points.jsonld"))["legalName"]);
    }

    public void Dispose() => app.Dispose();
}
