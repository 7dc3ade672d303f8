using ContactsApi.Core;
using ContactsApi.Features.Asking;
using ContactsApi.Features.Audit;
using ContactsApi.Features.Pages;
using ContactsApi.Hosting.Access;
using ContactsApi.Hosting.Overload;
using ContactsApi.Hosting.Queries;
using ContactsApi.Serialization;
using ContactsApi.Storage;
using NodaTime;
using NodaTime.Text;

namespace ContactsApi.Features.Desk.Keys;

/// <summary>For administrators: who may do what, and who did.</summary>
public static class KeyEndpoints
{
    public const string Address = $"{DeskEndpoints.Address}/keys";

    private const int Shown = 50;

    private static readonly LocalizedText Title = new("Ключи", "Keys");

    private static readonly LocalizedText AuditTitle = new("Журнал", "Audit");

    private static readonly LocalizedText StoreIsDown = new("Хранилище не отвечает. Попробуйте через минуту.", "The store does not answer. Please try again in a minute.");

    private static readonly LocalizedText NoName = new(
        $"Напишите, чей это ключ: от 1 до {ApiKey.LongestName} знаков.", $"Write whose key it is, in 1 to {ApiKey.LongestName} characters.");

    private static readonly LocalizedText NoDate = new("Нужна дата в будущем, например 2027-12-31.", "A date to come is needed, as 2027-12-31.");

    private static readonly QueryParameter<string> KeyId = new("key", "Only what was written with this key.", "0123456789", text => text);

    public static void Map(RouteGroupBuilder admins)
    {
        admins.MapGet("/keys", (HttpContext context) => Show(context, null, null)).ReadsStore().WithDeskQuery();
        admins.MapPost("/keys", (Delegate)CreateAsync).WithDeskQuery();
        admins.MapPost("/keys/{id}/revoke", Revoke).WithDeskQuery();
        admins.MapGet("/audit", ShowAudit).ReadsStore().WithDeskQuery(KeyId, Parameters.Cursor);
    }

    private static HtmlPage Show(HttpContext context, IssuedKey? issued, LocalizedText? trouble, int status = StatusCodes.Status200OK, string? name = null)
    {
        var desk = DeskRequest.Of(context);
        IReadOnlyList<ApiKey> keys = [];
        try
        {
            keys = context.RequestServices.GetRequiredService<ApiKeys>().List();
        }
        catch (StoreUnavailableException)
        {
            (trouble, status) = (trouble ?? StoreIsDown, StatusCodes.Status503ServiceUnavailable);
        }

        return desk.Show<KeysView>(
            Title, (nameof(KeysView.Keys), keys), (nameof(KeysView.Issued), issued), (nameof(KeysView.Trouble), trouble), (nameof(KeysView.Name), name)) with { Status = status };
    }

    /// <summary>The page that answers is the only place where the key is ever shown.</summary>
    private static async Task<IResult> CreateAsync(HttpContext context)
    {
        var form = await context.Request.ReadFormAsync(context.RequestAborted);
        var name = form["name"].ToString().Trim();
        var now = DeskRequest.NowOf(context);
        if (!ApiKey.IsName(name) || !EnumNames<Scope>.TryParse(form["scope"].ToString(), out var scope))
            return Show(context, null, NoName, StatusCodes.Status422UnprocessableEntity, name);
        Instant? ends = null;
        if (form["until"].ToString() is { Length: > 0 } until)
        {
            if (LocalDatePattern.Iso.Parse(until) is not { Success: true } last || MoscowTime.InstantOf(last.Value.PlusDays(1).AtMidnight(), MoscowTime.Zone) is var end && end <= now)
                return Show(context, null, NoDate, StatusCodes.Status422UnprocessableEntity, name);
            ends = end;
        }

        try
        {
            return Show(context, context.RequestServices.GetRequiredService<ApiKeys>().Create(name, scope, ends, context.Origin()), null);
        }
        catch (StoreUnavailableException)
        {
            return Show(context, null, StoreIsDown, StatusCodes.Status503ServiceUnavailable, name);
        }
    }

    private static IResult Revoke(string id, HttpContext context, ApiKeys keys)
    {
        try
        {
            keys.Revoke(id, context.Origin());
            return TypedResults.Redirect(PageRequest.Of(context).To(Address, DeskQuery.Saved.Name, "0"));
        }
        catch (StoreUnavailableException)
        {
            return Show(context, null, StoreIsDown, StatusCodes.Status503ServiceUnavailable);
        }
    }

    private static HtmlPage ShowAudit(HttpContext context, StoreAccess access, AuditTrail trail)
    {
        var desk = DeskRequest.Of(context);
        var query = QueryReader.Of(context);
        var before = query.TryGet(Parameters.Cursor, out var cursor) ? cursor : long.MaxValue;
        var key = query.TryGet(KeyId, out var asked) ? asked : null;
        try
        {
            return desk.Show<AuditView>(AuditTitle, (nameof(AuditView.Audit), AuditResponse.Of(access.Read(() => trail.List(before, Shown, key)), Shown)));
        }
        catch (StoreUnavailableException)
        {
            return desk.Show<NotTherePage>(AuditTitle, (nameof(NotTherePage.Text), StoreIsDown)) with { Status = StatusCodes.Status503ServiceUnavailable };
        }
    }
}
