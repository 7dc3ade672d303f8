using System.Net;
using System.Text.RegularExpressions;
using ContactsApi.Features.Webhooks;
using ContactsApi.Features.Webhooks.Sending;
using ContactsApi.Storage;
using ContactsApi.Storage.Webhooks;
using ContactsApi.Tests.Support;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using NodaTime;
using NodaTime.Extensions;

namespace ContactsApi.Tests.Features.Desk;

/// <summary>Webhooks as their holders see them at the desk. It is 22 November 2026, 03:00 in Moscow.</summary>
public sealed class WebhooksTests : IAsyncLifetime
{
    private const string Uri = "/desk/webhooks";

    private readonly ContactsApp app = new()
    {
        Settings = new Dictionary<string, string> { ["Outgoing:AllowThisMachine"] = "true" },
        Replace = services => services.Remove(services.Single(one =>
            one.ServiceType == typeof(IHostedService) && one.ImplementationFactory?.Method.ReturnType == typeof(WebhookSender))),
    };

    private Receiver receiver = null!;

    private HeldWebhooks Webhooks => app.Services.GetRequiredService<HeldWebhooks>();

    private WebhookStore Store => app.Services.GetRequiredService<WebhookStore>();

    private Instant Now => app.Time.GetUtcNow().ToInstant();

    public async ValueTask InitializeAsync() => receiver = await Receiver.StartAsync();

    public async ValueTask DisposeAsync()
    {
        app.Dispose();
        await receiver.DisposeAsync();
    }

    /// <summary>A steward sees and touches one's own alone, an admin all.</summary>
    [Theory]
    [InlineData(Scope.Steward, false)]
    [InlineData(Scope.Admin, true)]
    public async Task Another_s_are_for_admins(Scope scope, bool seen)
    {
        var webhook = Made();
        using var visit = await DeskVisit.SignedInAsync(app, scope);
        var list = await visit.OpenAsync(Uri);

        Assert.Equal(seen, list.Html.Contains(webhook.Id, StringComparison.Ordinal));
        Assert.Equal(seen, list.Text.Contains("a tester with read", StringComparison.Ordinal));
        foreach (var act in new[] { "ping", "rotate", "disable", "enable" })
        {
            var answer = await visit.PostAsync($"{Uri}/{webhook.Id}/{act}", [.. list.Form("/desk/sign-out")]);
            Assert.Equal((act, !seen), (act, answer.Status == HttpStatusCode.NotFound));
        }

        Assert.Equal(seen ? 1 : 0, receiver.Received.Count);
        Assert.Equal(seen, Store.Find(webhook.Id)!.Secret.Current != webhook.Secret.Current);
    }

    [Fact]
    public async Task A_trial_message_is_sent_and_what_came_of_it_is_told()
    {
        using var visit = await DeskVisit.SignedInAsync(app, Scope.Admin);
        var webhook = Made();
        var list = await visit.OpenAsync(Uri);

        Assert.Contains("The trial message was taken.", (await visit.PressAsync(list, $"{Uri}/{webhook.Id}/ping")).Text);
        receiver.Answer = _ => Task.FromResult(HttpStatusCode.InternalServerError);
        Assert.Contains("The trial message was not taken: it answered 500.", (await visit.PressAsync(list, $"{Uri}/{webhook.Id}/ping")).Text);

        Assert.Equal(["ping", "ping"], receiver.Types);
        Assert.Equal(webhook with { }, Store.Find(webhook.Id)! with { Events = webhook.Events });
    }

    [Theory]
    [InlineData("0", 0)]
    [InlineData("7", 7)]
    [InlineData("365", 0)]
    public async Task A_new_secret_is_shown_once(string grace, int days)
    {
        using var visit = await DeskVisit.SignedInAsync(app, Scope.Admin);
        var webhook = Made();
        var list = await visit.OpenAsync(Uri);
        Assert.DoesNotContain("whsec_", list.Html);

        var form = list.Form($"{Uri}/{webhook.Id}/rotate").Where(field => field.Name != "grace");
        var answer = await visit.PostAsync($"{Uri}/{webhook.Id}/rotate", [.. form, ("grace", grace)]);

        var shown = Regex.Match(answer.Html, "whsec_[A-Za-z0-9+/&#;x=]+").Value;
        Assert.Equal(Store.Find(webhook.Id)!.Secret, new WebhookSecret(WebUtility.HtmlDecode(shown), webhook.Secret.Current, Now + Duration.FromDays(days)));
        Assert.Contains("no-store", answer.Response.Headers.CacheControl!.ToString());
        Assert.DoesNotContain("whsec_", (await visit.OpenAsync(Uri)).Html);
        Assert.Contains($"rotate-webhook {webhook.Id}", (await visit.OpenAsync("/desk/audit")).Text);
    }

    [Fact]
    public async Task One_is_disabled_and_enabled()
    {
        using var visit = await DeskVisit.SignedInAsync(app, Scope.Admin);
        var webhook = Made();

        await visit.PressAsync(await visit.OpenAsync(Uri), $"{Uri}/{webhook.Id}/disable");
        var disabled = await visit.OpenAsync(Uri);
        Assert.Contains("Disabled on 22 November, 03:00: its holder wanted it so.", disabled.Text);
        Assert.Equal(DisabledFor.Request, Store.Find(webhook.Id)!.Disabled!.For);

        await visit.PressAsync(disabled, $"{Uri}/{webhook.Id}/enable");
        Assert.Null(Store.Find(webhook.Id)!.Disabled);
        Assert.Contains("They take it. Nothing waits.", (await visit.OpenAsync(Uri)).Text);
    }

    /// <summary>How it goes is said in words: what waits and since when, and why it was not taken.</summary>
    [Theory]
    [InlineData("en", 500, "They do not take it: failures in a row 1, since 22 November, 03:00: it answered 500.", "Waiting: 1, the oldest since 22 November, 03:00.")]
    [InlineData("ru", 302, "Не принимают: неудач подряд 1, с 22 ноября, 03:00: перенаправляет на другой адрес (302)", "Ждут доставки: 1, самое старое с 22 ноября, 03:00.")]
    [InlineData("en", 410, "Disabled on 22 November, 03:00: the receiver answered that it is gone (410).", "Nothing was delivered yet.")]
    [InlineData("en", 200, "They take it. Nothing waits.", "The last was delivered on 22 November, 03:00.")]
    public async Task How_it_goes_is_said(string language, int status, string told, string waiting)
    {
        using var visit = await DeskVisit.SignedInAsync(app, Scope.Admin, language);
        Made();
        receiver.Answer = _ => Task.FromResult((HttpStatusCode)status);
        app.ChangeChannel("email", channel => channel with { Name = new("а", "b") });
        var sender = app.Services.GetRequiredService<WebhookSender>();
        await sender.StepAsync(TestContext.Current.CancellationToken);
        await sender.DeliveredAsync();

        var text = (await visit.OpenAsync(Uri)).Text;

        Assert.Contains(told, text);
        Assert.Contains(waiting, text);
    }

    private Webhook Made() => Webhooks.Create(receiver.Url, ["channel.changed"], null, app.KeyOf(Scope.Read).Key, new("a tester"))!.Webhook;
}
