using ContactsApi.Core;
using ContactsApi.Features.Asking;
using ContactsApi.Features.Pages;
using ContactsApi.Hosting;
using ContactsApi.Hosting.Access;
using ContactsApi.Storage;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Components;
using NodaTime;

namespace ContactsApi.Features.Desk;

/// <summary>What every view of the desk knows of the request.</summary>
/// <param name="Key">The key that the steward signed in with; nothing if nobody did.</param>
/// <param name="Tokens">By which a form shows that it came from here.</param>
/// <param name="Snapshot">The newest revision.</param>
public sealed record DeskRequest(PageRequest Page, ApiKey? Key, AntiforgeryTokenSet Tokens, CatalogSnapshot Snapshot, Instant Now)
{
    public bool IsAdmin => Key?.Scope == Scope.Admin;

    public CallerTime Moscow => new(Now, TimeZoneIds.Default, MoscowTime.Zone);

    public static DeskRequest Of(HttpContext context)
    {
        var services = context.RequestServices;
        return new(
            PageRequest.Of(context),
            context.ApiKey(),
            services.GetRequiredService<IAntiforgery>().GetAndStoreTokens(context),
            services.GetRequiredService<CatalogSnapshots>().Current,
            NowOf(context));
    }

    /// <summary>When the request is answered.</summary>
    public static Instant NowOf(HttpContext context) => context.RequestServices.GetRequiredService<IClock>().GetCurrentInstant();

    public HtmlPage Show<T>(LocalizedText title, params (string Name, object? Value)[] parameters)
        where T : IComponent => HtmlPage.Of<T>(Page, title, parameters) with
        {
            Frame = typeof(DeskFrame),
            FrameParameters = new Dictionary<string, object?> { [nameof(DeskFrame.Desk)] = this },
            Keeping = CacheControl.NoStore,
        };
}
