using ContactsApi.Core;
using ContactsApi.Features.Pages;
using ContactsApi.Features.Webhooks;
using ContactsApi.Hosting.Access;
using ContactsApi.Hosting.Overload;
using ContactsApi.Storage;
using NodaTime;

namespace ContactsApi.Features.Desk.Webhooks;

/// <summary>Who is told of what happens, and whether they take it: one's own webhooks, and for an admin all.</summary>
public static class WebhookEndpoints
{
    public const string Address = $"{DeskEndpoints.Address}/webhooks";

    public const string GraceField = "grace";

    private static readonly LocalizedText Title = new("Вебхуки", "Webhooks");

    private static readonly LocalizedText StoreIsDown = new("Хранилище не отвечает. Попробуйте через минуту.", "The store does not answer. Please try again in a minute.");

    private static readonly LocalizedText Gone = new("Такого вебхука нет.", "There is no such webhook.");

    /// <summary>For how many days messages may be signed by the secret before too.</summary>
    public static IReadOnlyList<int> Graces { get; } = [0, 1, 7];

    public static void Map(RouteGroupBuilder stewards)
    {
        stewards.MapGet("/webhooks", (HttpContext context, HeldWebhooks webhooks) => Show(context, webhooks)).ReadsStore().WithDeskQuery();
        stewards.MapPost("/webhooks/{id}/ping", (Delegate)PingAsync).WithDeskQuery();
        stewards.MapPost("/webhooks/{id}/rotate", (Delegate)RotateAsync).WithDeskQuery();
        stewards.MapPost("/webhooks/{id}/disable", (string id, HttpContext context, HeldWebhooks webhooks) =>
            Change(context, webhooks, key => webhooks.Disable(id, key, context.Origin()))).WithDeskQuery();
        stewards.MapPost("/webhooks/{id}/enable", (string id, HttpContext context, HeldWebhooks webhooks) =>
            Change(context, webhooks, key => webhooks.Enable(id, key, context.Origin()))).WithDeskQuery();
    }

    private static async Task<IResult> PingAsync(string id, HttpContext context, HeldWebhooks webhooks)
    {
        try
        {
            return await webhooks.PingAsync(id, context.ApiKey()!, context.RequestAborted) is { } came
                ? Show(context, webhooks, pinged: (id, came))
                : Show(context, webhooks, trouble: Gone, status: StatusCodes.Status404NotFound);
        }
        catch (StoreUnavailableException)
        {
            return Down(context, webhooks);
        }
    }

    /// <summary>The page that answers is the only place where the secret is ever shown.</summary>
    private static async Task<IResult> RotateAsync(string id, HttpContext context, HeldWebhooks webhooks)
    {
        var form = await context.Request.ReadFormAsync(context.RequestAborted);
        var grace = Graces.FirstOrDefault(days => $"{days}" == form[GraceField]);
        try
        {
            return webhooks.Rotate(id, Duration.FromDays(grace), context.ApiKey()!, context.Origin()) is { } rotated
                ? Show(context, webhooks, issued: rotated.Webhook)
                : Show(context, webhooks, trouble: Gone, status: StatusCodes.Status404NotFound);
        }
        catch (StoreUnavailableException)
        {
            return Down(context, webhooks);
        }
    }

    private static IResult Change(HttpContext context, HeldWebhooks webhooks, Func<ApiKey, HeldWebhook?> change)
    {
        try
        {
            return change(context.ApiKey()!) is not null
                ? TypedResults.Redirect(PageRequest.Of(context).To(Address, DeskQuery.Saved.Name, "0"))
                : Show(context, webhooks, trouble: Gone, status: StatusCodes.Status404NotFound);
        }
        catch (StoreUnavailableException)
        {
            return Down(context, webhooks);
        }
    }

    private static HtmlPage Down(HttpContext context, HeldWebhooks webhooks) => Show(context, webhooks, trouble: StoreIsDown, status: StatusCodes.Status503ServiceUnavailable);

    private static HtmlPage Show(
        HttpContext context, HeldWebhooks webhooks, (string Id, PingResponse Came)? pinged = null, Storage.Webhooks.Webhook? issued = null,
        LocalizedText? trouble = null, int status = StatusCodes.Status200OK)
    {
        var desk = DeskRequest.Of(context);
        IReadOnlyList<HeldWebhook> held = [];
        try
        {
            held = webhooks.Of(desk.Key!);
        }
        catch (StoreUnavailableException)
        {
            (trouble, status) = (StoreIsDown, StatusCodes.Status503ServiceUnavailable);
        }

        var keys = context.RequestServices.GetRequiredService<ApiKeys>();
        var names = held.Select(one => one.Webhook.KeyId).Distinct().ToDictionary(id => id, id => keys.Find(id)?.Stored.Key.Name ?? id);
        return desk.Show<WebhooksView>(
            Title, (nameof(WebhooksView.Held), held), (nameof(WebhooksView.Names), names), (nameof(WebhooksView.Pinged), pinged), (nameof(WebhooksView.Issued), issued),
            (nameof(WebhooksView.Trouble), trouble)) with { Status = status };
    }
}
