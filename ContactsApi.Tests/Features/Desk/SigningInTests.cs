using System.Net;
using System.Text.RegularExpressions;
using ContactsApi.Features.Desk.SigningIn;
using ContactsApi.Hosting.Access;
using ContactsApi.Storage;
using ContactsApi.Tests.Support;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using NodaTime.Extensions;

namespace ContactsApi.Tests.Features.Desk;

/// <summary>Who gets to the desk, and all who try to.</summary>
public sealed class SigningInTests(ContactsApp app) : IClassFixture<ContactsApp>
{
    private const string SignIn = "/desk/sign-in";

    [Theory]
    [InlineData(Scope.Steward)]
    [InlineData(Scope.Admin)]
    public async Task A_key_is_exchanged_for_a_session(Scope scope)
    {
        using var visit = DeskVisit.Stranger(app);
        var key = app.KeyOf(scope);

        var answer = await visit.SignInAsync(key.Text);

        Assert.Equal((HttpStatusCode.Redirect, "/desk"), (answer.Status, answer.Location));
        var desk = await visit.OpenAsync("/desk");
        Assert.Equal(HttpStatusCode.OK, desk.Status);
        Assert.Contains(key.Key.Name, desk.Text);
        Assert.Equal("no-store", desk.Response.Headers.CacheControl!.ToString());
    }

    [Theory]
    [InlineData("http://localhost", false)]
    [InlineData("https://localhost", true)]
    public async Task Its_cookies_are_out_of_reach_of_scripts_other_sites_and_of_the_wire(string origin, bool secure)
    {
        using var visit = DeskVisit.Stranger(app, origin);

        var asked = await visit.OpenAsync(SignIn);
        var answer = await visit.SubmitAsync(asked, SignIn, ("key", app.KeyOf(Scope.Steward).Text));

        var cookies = asked.Cookies.Concat(answer.Cookies).ToList();
        Assert.Equal(["desk-form", "desk"], cookies.Select(cookie => cookie.Split('=')[0]));
        Assert.All(cookies, cookie =>
        {
            var attributes = cookie.Split("; ").Skip(1).Select(attribute => attribute.ToLowerInvariant()).ToList();
            Assert.Contains("httponly", attributes);
            Assert.Contains("samesite=strict", attributes);
            Assert.Contains("path=/desk", attributes);
            Assert.Equal(secure, attributes.Contains("secure"));
        });
    }

    /// <summary>Every view and every form there is: one that is new cannot be forgotten.</summary>
    [Fact]
    public async Task Without_a_cookie_nothing_is_shown_or_taken()
    {
        using var visit = DeskVisit.Stranger(app);
        var before = app.Snapshot.Revision;

        foreach (var (method, path) in Routes)
        {
            var answer = method == "GET" ? await visit.OpenAsync(path) : await visit.PostAsync(path);
            Assert.Equal((path, HttpStatusCode.Redirect), (path, answer.Status));
            Assert.Equal($"{SignIn}?next={Uri.EscapeDataString(method == "GET" ? path : "/desk")}", answer.Location);
        }

        Assert.Equal(before, app.Snapshot.Revision);
    }

    [Fact]
    public async Task A_form_without_the_token_of_this_browser_is_refused()
    {
        using var visit = await DeskVisit.SignedInAsync(app, Scope.Admin);
        using var attacker = await DeskVisit.SignedInAsync(app, Scope.Admin);
        var foreign = (await attacker.OpenAsync("/desk")).Form("/desk/sign-out").Single();
        var before = app.Snapshot.Revision;

        foreach (var (_, path) in Routes.Where(route => route.Method == "POST"))
        {
            Assert.Equal((path, HttpStatusCode.BadRequest), (path, (await visit.PostAsync(path)).Status));
            Assert.Equal((path, HttpStatusCode.BadRequest), (path, (await visit.PostAsync(path, foreign)).Status));
        }

        Assert.Equal(before, app.Snapshot.Revision);
        Assert.Equal(HttpStatusCode.OK, (await visit.OpenAsync("/desk")).Status);
    }

    [Fact]
    public async Task A_session_cannot_be_begun_by_a_form_of_another_site()
    {
        using var visit = DeskVisit.Stranger(app);

        Assert.Equal(HttpStatusCode.BadRequest, (await visit.PostAsync(SignIn, ("key", app.KeyOf(Scope.Steward).Text))).Status);
        Assert.Equal(HttpStatusCode.Redirect, (await visit.OpenAsync("/desk")).Status);
    }

    [Fact]
    public async Task A_session_ends_when_somebody_signs_out_even_for_whoever_kept_the_cookie()
    {
        using var visit = DeskVisit.Stranger(app);
        var cookie = SessionOf(await visit.SignInAsync(app.KeyOf(Scope.Steward).Text));
        Assert.Equal(HttpStatusCode.OK, await StatusWithAsync(cookie));

        var answer = await visit.PressAsync(await visit.OpenAsync("/desk"), "/desk/sign-out");

        Assert.Equal((HttpStatusCode.Redirect, SignIn), (answer.Status, answer.Location));
        Assert.Equal(HttpStatusCode.Redirect, (await visit.OpenAsync("/desk")).Status);
        Assert.Equal(HttpStatusCode.Redirect, await StatusWithAsync(cookie));
    }

    /// <summary>Its name is drawn anew each time: who signs out at one screen is still in at the other.</summary>
    [Fact]
    public async Task Two_sessions_of_one_key_are_two()
    {
        using var own = new ContactsApp();
        var key = own.KeyOf(Scope.Steward).Text;
        using var phone = DeskVisit.Stranger(own);
        using var wide = DeskVisit.Stranger(own);
        await phone.SignInAsync(key);
        await wide.SignInAsync(key);

        await phone.PressAsync(await phone.OpenAsync("/desk"), "/desk/sign-out");

        Assert.Equal((HttpStatusCode.Redirect, HttpStatusCode.OK), ((await phone.OpenAsync("/desk")).Status, (await wide.OpenAsync("/desk")).Status));
    }

    [Fact]
    public void Of_more_than_a_thousand_sessions_the_oldest_ends()
    {
        using var own = new ContactsApp();
        var key = own.KeyOf(Scope.Steward).Text;
        var known = own.Services.GetRequiredService<ApiKeys>().Open(key, own.Time.GetUtcNow().ToInstant()).Key!;
        var sessions = own.Services.GetRequiredService<Sessions>();

        var begun = Enumerable.Range(0, 1001).Select(_ =>
        {
            own.Time.Advance(TimeSpan.FromSeconds(1));
            return sessions.Begin(known, KeyText.Hash(key));
        }).ToList();

        Assert.Equal([false, true, true], new[] { begun[0], begun[1], begun[^1] }.Select(session => sessions.Find(session) is not null));
    }

    [Fact]
    public async Task A_session_ends_after_twelve_hours()
    {
        using var own = new ContactsApp();
        using var visit = DeskVisit.Stranger(own);
        var cookie = SessionOf(await visit.SignInAsync(own.KeyOf(Scope.Steward).Text));

        own.Time.Advance(TimeSpan.FromHours(12) - TimeSpan.FromSeconds(1));
        Assert.Equal(HttpStatusCode.OK, await StatusWithAsync(cookie, own));
        own.Time.Advance(TimeSpan.FromSeconds(1));

        Assert.Equal(HttpStatusCode.Redirect, await StatusWithAsync(cookie, own));
    }

    [Fact]
    public async Task A_cookie_of_another_process_is_none()
    {
        using var other = new ContactsApp();
        using var visit = DeskVisit.Stranger(other);

        Assert.Equal(HttpStatusCode.Redirect, await StatusWithAsync(SessionOf(await visit.SignInAsync(other.KeyOf(Scope.Steward).Text))));
        Assert.Equal(HttpStatusCode.Redirect, await StatusWithAsync("desk=CfDJ8-nonsense"));
    }

    [Fact]
    public async Task A_session_ends_with_its_key()
    {
        var keys = app.Services.GetRequiredService<ApiKeys>();
        var (revoked, rotated) = (app.KeyOf(Scope.Steward), app.KeyOf(Scope.Steward));
        using var one = DeskVisit.Stranger(app);
        using var other = DeskVisit.Stranger(app);
        await one.SignInAsync(revoked.Text);
        await other.SignInAsync(rotated.Text);

        keys.Revoke(revoked.Key.Id, new Origin("a test"));
        keys.Rotate(rotated.Key.Id, NodaTime.Duration.Zero, new Origin("a test"));

        Assert.Equal(HttpStatusCode.Redirect, (await one.OpenAsync("/desk")).Status);
        Assert.Equal(HttpStatusCode.Redirect, (await other.OpenAsync("/desk")).Status);
    }

    [Fact]
    public async Task Nobody_gets_into_a_session_whose_cookie_they_planted()
    {
        using var attacker = DeskVisit.Stranger(app);
        var planted = SessionOf(await attacker.SignInAsync(app.KeyOf(Scope.Steward).Text));
        using var victim = DeskVisit.Stranger(app);
        var form = (await victim.OpenAsync(SignIn)).Form(null);
        var key = app.KeyOf(Scope.Admin);

        // The victim's browser sends the cookie of the attacker as it signs in.
        using var client = app.CreateClient(new() { AllowAutoRedirect = false, HandleCookies = false });
        using var request = new HttpRequestMessage(HttpMethod.Post, SignIn)
        {
            Content = new FormUrlEncodedContent([.. form.Select(field => KeyValuePair.Create(field.Name, field.Value)), KeyValuePair.Create("key", key.Text)]),
        };
        request.Headers.Add("Cookie", $"{planted}; {(await victim.OpenAsync(SignIn)).Cookies.Concat(["desk-form="]).First().Split(';')[0]}");
        using var response = await client.SendAsync(request, TestContext.Current.CancellationToken);

        using var watching = app.CreateClient(new() { AllowAutoRedirect = false, HandleCookies = false });
        watching.DefaultRequestHeaders.Add("Cookie", planted);
        var seen = await watching.GetStringAsync("/desk", TestContext.Current.CancellationToken);
        Assert.DoesNotContain(key.Key.Name, seen);
        Assert.NotEqual(planted, response.Headers.TryGetValues("Set-Cookie", out var cookies) ? cookies.Last().Split(';')[0] : "");
    }

    [Fact]
    public async Task Keys_cannot_be_guessed_at_speed()
    {
        using var own = new ContactsApp { Settings = new Dictionary<string, string> { ["Desk:SignInsPerHour"] = "30" } };
        using var visit = DeskVisit.Stranger(own);
        var asked = await visit.OpenAsync(SignIn);
        for (var i = 0; i < 30; i++)
            Assert.Equal(HttpStatusCode.Unauthorized, (await visit.SubmitAsync(asked, SignIn, ("key", KeyText.New(KeyText.NewId())))).Status);

        var right = own.KeyOf(Scope.Steward).Text;
        var refused = await visit.SubmitAsync(asked, SignIn, ("key", right));

        Assert.Equal((HttpStatusCode.TooManyRequests, TimeSpan.FromHours(1)), (refused.Status, refused.Response.Headers.RetryAfter!.Delta));
        Assert.Contains("Too many attempts. The next one in 60 min.", refused.Text);
        own.Time.Advance(TimeSpan.FromHours(1));
        Assert.Equal(HttpStatusCode.Redirect, (await visit.SubmitAsync(asked, SignIn, ("key", right))).Status);
    }

    [Fact]
    public async Task Whoever_does_not_get_in_is_told_why_and_the_key_is_shown_nowhere()
    {
        var keys = app.Services.GetRequiredService<ApiKeys>();
        var revoked = app.KeyOf(Scope.Steward);
        keys.Revoke(revoked.Key.Id, new Origin("a test"));
        var expired = keys.Create("somebody of old", Scope.Steward, NodaTime.Instant.FromUtc(2020, 1, 1, 0, 0), new Origin("a test"));
        (string Key, HttpStatusCode Status, string Why)[] attempts =
        [
            ("secret-of-mine", HttpStatusCode.Unauthorized, "not a whole key"),
            (KeyText.New(KeyText.NewId()), HttpStatusCode.Unauthorized, "no such valid key"),
            (revoked.Text, HttpStatusCode.Unauthorized, "no such valid key"),
            (expired.Text, HttpStatusCode.Unauthorized, "has expired"),
            (app.KeyOf(Scope.Read).Text, HttpStatusCode.Forbidden, "only lets you read"),
        ];
        using var visit = DeskVisit.Stranger(app);

        foreach (var (key, status, why) in attempts)
        {
            var answer = await visit.SignInAsync(key);
            Assert.Equal(status, answer.Status);
            Assert.Contains(why, answer.Text);
            Assert.DoesNotContain(key, answer.Html);
            Assert.Equal(HttpStatusCode.Redirect, (await visit.OpenAsync("/desk")).Status);
        }
    }

    [Fact]
    public async Task A_key_in_a_header_or_an_address_opens_no_desk()
    {
        using var visit = DeskVisit.Stranger(app);
        var key = app.KeyOf(Scope.Admin).Text;

        Assert.Equal(HttpStatusCode.Redirect, (await visit.OpenAsync("/desk", ("Authorization", $"Bearer {key}"))).Status);
        var asked = await visit.OpenAsync($"{SignIn}?key={key}");
        Assert.Equal((HttpStatusCode.OK, ""), (asked.Status, asked.Form(null).Single(field => field.Name == "key").Value));
        Assert.DoesNotContain(key, asked.Html);
    }

    [Theory]
    [InlineData("/desk/history?cursor=5", "/desk/history?cursor=5")]
    [InlineData("/desk?language=ru", "/desk?language=ru")]
    [InlineData("//evil.example", "/desk")]
    [InlineData("https://evil.example/desk", "/desk")]
    [InlineData("/deskevil", "/desk")]
    [InlineData("/v1/channels", "/desk")]
    [InlineData("/desk/\r\nSet-Cookie: a=b", "/desk")]
    [InlineData("", "/desk")]
    public async Task After_signing_in_one_is_at_the_desk_whatever_the_address_says(string next, string place)
    {
        using var visit = DeskVisit.Stranger(app);

        Assert.Equal(place, (await visit.SignInAsync(app.KeyOf(Scope.Steward).Text, $"{SignIn}?next={Uri.EscapeDataString(next)}")).Location);
    }

    [Fact]
    public async Task The_first_run_says_how_the_first_key_is_made()
    {
        using var fresh = new ContactsApp();
        using var visit = DeskVisit.Stranger(fresh);

        Assert.Contains("keys create --name \"Your name\" --scope admin", (await visit.OpenAsync(SignIn)).Text);
        fresh.KeyOf(Scope.Read);
        Assert.Contains("keys create", (await visit.OpenAsync(SignIn)).Text);
        fresh.KeyOf(Scope.Steward);
        Assert.DoesNotContain("keys create", (await visit.OpenAsync(SignIn)).Text);
    }

    [Theory]
    [InlineData("/desk")]
    [InlineData("/desk/sign-in")]
    [InlineData("/DESK/sign-in")]
    public async Task It_can_be_switched_off(string uri)
    {
        using var off = new ContactsApp { Settings = new Dictionary<string, string> { ["Desk:Enabled"] = "false" } };
        using var visit = DeskVisit.Stranger(off);

        Assert.Equal(HttpStatusCode.NotFound, (await visit.OpenAsync(uri)).Status);
        Assert.Equal(HttpStatusCode.OK, (await visit.OpenAsync("/")).Status);
    }

    [Fact]
    public async Task No_page_of_the_desk_may_be_framed_or_load_from_elsewhere()
    {
        using var visit = await DeskVisit.SignedInAsync(app);

        foreach (var uri in new[] { "/desk", SignIn })
        {
            var policy = (await visit.OpenAsync(uri)).Response.Headers.GetValues("Content-Security-Policy").Single().Split("; ");
            Assert.Contains("frame-ancestors 'none'", policy);
            Assert.Contains("default-src 'none'", policy);
            Assert.Contains("script-src 'self'", policy);
            Assert.Contains("form-action 'self'", policy);
        }
    }

    /// <summary>The routes of the desk that are for stewards, with something in place of each parameter.</summary>
    private IEnumerable<(string Method, string Path)> Routes =>
        from endpoint in app.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
        let path = "/" + endpoint.RoutePattern.RawText!.Trim('/')
        where path.StartsWith("/desk", StringComparison.Ordinal) && path != SignIn
        from method in endpoint.Metadata.GetRequiredMetadata<HttpMethodMetadata>().HttpMethods
        select (method, Regex.Replace(path, @"\{[^}]+\}", "1"));

    private static string SessionOf(DeskAnswer answer) => answer.Cookies.Single(cookie => cookie.StartsWith("desk=", StringComparison.Ordinal)).Split(';')[0];

    private async Task<HttpStatusCode> StatusWithAsync(string cookie, ContactsApp? other = null)
    {
        using var client = (other ?? app).CreateClient(new() { AllowAutoRedirect = false, HandleCookies = false });
        client.DefaultRequestHeaders.Add("Cookie", cookie);
        return (await client.GetAsync("/desk", TestContext.Current.CancellationToken)).StatusCode;
    }
}
