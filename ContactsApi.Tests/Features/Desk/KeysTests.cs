using System.Net;
using System.Text.RegularExpressions;
using ContactsApi.Hosting.Access;
using ContactsApi.Storage;
using ContactsApi.Tests.Support;

namespace ContactsApi.Tests.Features.Desk;

/// <summary>Keys and the audit, for administrators.</summary>
public sealed class KeysTests : IDisposable
{
    private readonly ContactsApp app = new();

    [Fact]
    public async Task A_key_is_made_shown_once_and_revoked()
    {
        using var visit = await DeskVisit.SignedInAsync(app, Scope.Admin);

        var made = await visit.SubmitAsync("/desk/keys", ("name", "Анна"), ("scope", "steward"), ("until", "2026-12-31"));

        var key = Regex.Match(made.Html, "cak_[0-9a-f_]+").Value;
        Assert.True(KeyText.IsWhole(key));
        var list = await visit.OpenAsync("/desk/keys");
        Assert.DoesNotContain(key, list.Html);
        Assert.Contains("change the facts valid until 1 January, 00:00", list.Text);
        using var anna = DeskVisit.Stranger(app);
        Assert.Equal(HttpStatusCode.Redirect, (await anna.SignInAsync(key)).Status);
        Assert.Equal(HttpStatusCode.OK, (await anna.OpenAsync("/desk")).Status);

        var id = KeyText.IdOf(key).ToString();
        await visit.PressAsync(list, $"/desk/keys/{id}/revoke");

        Assert.Equal(HttpStatusCode.Redirect, (await anna.OpenAsync("/desk")).Status);
        var audit = await visit.OpenAsync("/desk/audit");
        Assert.Matches($"a tester with admin [0-9a-f]+ revoke-key {id}", audit.Text);
    }

    [Theory]
    [InlineData("", "steward", "", "Write whose key it is")]
    [InlineData("Anna", "boss", "", "Write whose key it is")]
    [InlineData("Anna", "steward", "2026-11-21", "A date to come is needed")]
    [InlineData("Anna", "steward", "soon", "A date to come is needed")]
    public async Task What_cannot_be_made_is_said(string name, string scope, string until, string told)
    {
        using var visit = await DeskVisit.SignedInAsync(app, Scope.Admin);

        var answer = await visit.SubmitAsync("/desk/keys", ("name", name), ("scope", scope), ("until", until));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Status);
        Assert.Contains(told, answer.Text);
    }

    [Theory]
    [InlineData("/desk/keys")]
    [InlineData("/desk/audit")]
    public async Task A_steward_sees_neither(string uri)
    {
        using var visit = await DeskVisit.SignedInAsync(app);

        Assert.Equal(HttpStatusCode.Redirect, (await visit.OpenAsync(uri)).Status);
        Assert.DoesNotContain($"href=\"{uri}\"", (await visit.OpenAsync("/desk")).Html);
    }

    public void Dispose() => app.Dispose();
}
