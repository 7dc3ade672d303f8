using ContactsApi.Storage;
using ContactsApi.Tests.Support;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace ContactsApi.Tests.Hosting;

/// <summary>The headers of every answer, whatever became of the request.</summary>
public sealed class ResponseHeaderTests(ContactsApp app) : IClassFixture<ContactsApp>
{
    [Theory]
    [InlineData("/v1/channels", 200)]
    [InlineData("/v1/best-channel", 400)]
    [InlineData("/v1/admin/keys", 401)]
    [InlineData("/v1/nothing", 404)]
    [InlineData("/openapi.yaml", 200)]
    [InlineData("/openapi.admin.json", 200)]
    [InlineData("/health/live", 200)]
    public async Task Browsers_are_to_take_an_answer_for_nothing_else(string uri, int status) =>
        AssertGuarded(await app.CreateClient().AskAsync(uri), status);

    [Fact]
    public async Task So_they_are_when_the_service_fails()
    {
        var clock = new BrokenClock();
        await using var failing = app.WithWebHostBuilder(host => host.ConfigureTestServices(services => services.AddSingleton<IClock>(clock)));
        var client = failing.CreateClient();
        clock.IsBroken = true;

        var answer = await client.AskAsync("/v1/best-channel?segment=individual");

        AssertGuarded(answer, 500);
        Assert.NotEmpty(Value(answer, "X-Request-Id")!);
    }

    [Fact]
    public async Task The_page_for_people_may_load_what_it_needs_from_here_and_nothing_from_elsewhere()
    {
        var policy = Value(await app.CreateClient().AskAsync("/swagger/index.html"), "Content-Security-Policy")!;

        Assert.StartsWith("default-src 'none'; script-src 'self'; ", policy);
        Assert.DoesNotContain("http", policy);
    }

    [Fact]
    public async Task What_needs_a_key_is_kept_by_nobody_and_a_key_changes_nothing_in_what_needs_none()
    {
        var admin = app.CreateClientWith(Scope.Admin);
        const string Open = "/v1/best-channel?segment=individual&at=2026-11-23T12:00:00Z";

        Assert.Equal("no-store", Value(await admin.AskAsync("/v1/admin/keys"), "Cache-Control"));
        Assert.Equal("no-store", Value(await app.CreateClient().AskAsync("/v1/admin/keys"), "Cache-Control"));
        var (keyed, anonymous) = (await admin.AskAsync(Open), await app.CreateClient().AskAsync(Open));
        Assert.Equal("public, max-age=60", Value(keyed, "Cache-Control"));
        Assert.Equal(anonymous.Text, keyed.Text);
    }

    [Theory]
    [InlineData("X-Request-Id", "abc-123_x.Y", "abc-123_x.Y")]
    [InlineData("X-Request-Id", "a b", null)]
    [InlineData("X-Request-Id", "<script>", null)]
    [InlineData("X-Request-Id", "", null)]
    [InlineData("traceparent", "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01", "4bf92f3577b34da6a3ce929d0e0e4736")]
    [InlineData("traceparent", "00-nonsense", null)]
    public async Task A_request_keeps_its_id_if_that_is_sane_and_else_gets_one(string header, string given, string? kept)
    {
        var client = app.CreateClient();
        client.DefaultRequestHeaders.TryAddWithoutValidation(header, given);

        var id = Value(await client.AskAsync("/v1/channels"), "X-Request-Id");

        Assert.Matches("^[A-Za-z0-9._:-]{1,64}$", id!);
        Assert.Equal(kept is not null, id == kept);
    }

    [Fact]
    public async Task An_id_that_is_too_long_is_not_kept()
    {
        var client = app.CreateClient();
        client.DefaultRequestHeaders.Add("X-Request-Id", new string('a', 65));

        Assert.NotEqual(new string('a', 65), Value(await client.AskAsync("/v1/channels"), "X-Request-Id"));
    }

    private static void AssertGuarded(Answer answer, int status)
    {
        Assert.Equal(status, (int)answer.Status);
        Assert.Equal("nosniff", Value(answer, "X-Content-Type-Options"));
        Assert.Equal("no-referrer", Value(answer, "Referrer-Policy"));
        Assert.Equal("default-src 'none'; frame-ancestors 'none'", Value(answer, "Content-Security-Policy"));
        Assert.Equal("same-origin", Value(answer, "Cross-Origin-Resource-Policy"));
        Assert.Null(Value(answer, "Strict-Transport-Security")); // this is plain http
    }

    private static string? Value(Answer answer, string name) =>
        answer.Response.Headers.TryGetValues(name, out var values) ? string.Join(", ", values) : null;

    private sealed class BrokenClock : IClock
    {
        public bool IsBroken { get; set; }

        public Instant GetCurrentInstant() => IsBroken ? throw new InvalidOperationException("Broken.") : Instant.FromUtc(2026, 11, 22, 0, 0);
    }
}
