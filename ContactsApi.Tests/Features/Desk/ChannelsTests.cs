using System.Net;
using ContactsApi.Tests.Support;

namespace ContactsApi.Tests.Features.Desk;

/// <summary>What the catalog says of a channel, corrected by somebody who is no programmer.</summary>
public sealed class ChannelsTests : IDisposable
{
    private const string Hotline = "/desk/channels/hotline";

    private readonly ContactsApp app = new();

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

        Assert.Contains("Hotline +7 800 555-35-35 a check of the address", list);
        Assert.Contains("none an address or number", list);
    }

    public void Dispose() => app.Dispose();
}
