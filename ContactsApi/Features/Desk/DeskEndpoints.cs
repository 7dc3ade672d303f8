using ContactsApi.Features.Desk.Corrections;
using ContactsApi.Features.Desk.Disputes;
using ContactsApi.Features.Desk.History;
using ContactsApi.Features.Desk.Keys;
using ContactsApi.Features.Desk.Now;
using ContactsApi.Features.Desk.Outages;
using ContactsApi.Features.Desk.Records;
using ContactsApi.Features.Desk.SigningIn;
using ContactsApi.Features.Desk.SpecialHours;
using ContactsApi.Features.Desk.Webhooks;
using ContactsApi.Hosting;
using Microsoft.Extensions.Options;

namespace ContactsApi.Features.Desk;

/// <summary>
/// Where stewards keep the catalog true in a browser. The desk writes by the same functions as <c>/v1/admin</c>, with the name of the
/// key that somebody signed in with.
/// </summary>
public static class DeskEndpoints
{
    public const string Address = "/desk";

    public static void AddDesk(this WebApplicationBuilder builder)
    {
        builder.Services.AddOptions<DeskOptions>().BindConfiguration(DeskOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        if (builder.Configuration[$"{DeskOptions.Section}:{nameof(DeskOptions.Urls)}"] is { Length: > 0 } urls)
            builder.WebHost.UseUrls($"{builder.WebHost.GetSetting(WebHostDefaults.ServerUrlsKey) ?? HealthListener.Addresses(builder.Configuration)};{urls}");
        builder.Services.AddSessions();
    }

    /// <summary>Where there is no desk, its addresses are like any that do not exist.</summary>
    public static void UseDesk(this IApplicationBuilder app) => app.UseAtStart(starting =>
    {
        var options = starting.ApplicationServices.GetRequiredService<IOptions<DeskOptions>>().Value;
        var ports = options.ReadPorts();
        if (options.Enabled && ports.Count == 0)
            return;
        starting.Use(next => context => context.Request.Path.StartsWithSegments(Address) && !(options.Enabled && ports.Contains(context.Connection.LocalPort))
            ? context.Refuse(Problem.RouteNotFound).ExecuteAsync(context)
            : next(context));
    });

    public static void MapDesk(this IEndpointRouteBuilder routes)
    {
        var anyone = routes.MapGroup(Address).ExcludeFromDescription().RefusingForgery();
        SignInEndpoints.Map(anyone);
        var stewards = anyone.MapGroup("").RequireAuthorization(Sessions.Stewards);
        SignInEndpoints.MapSignOut(stewards);
        NowEndpoints.Map(stewards);
        OutageEndpoints.Map(stewards);
        DisputeEndpoints.Map(stewards);
        SpecialHoursEndpoints.Map(stewards);
        OrganizationEndpoints.Map(stewards);
        ChannelEndpoints.Map(stewards);
        OfficeEndpoints.Map(stewards);
        CorrectionEndpoints.Map(stewards);
        HistoryEndpoints.Map(stewards);
        WebhookEndpoints.Map(stewards);
        KeyEndpoints.Map(anyone.MapGroup("").RequireAuthorization(Sessions.Admins));
    }
}
