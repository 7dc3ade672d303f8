using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace ContactsApi.Tests.Support;

/// <summary>A site of somebody else, with one page and a strict policy of its own.</summary>
public sealed class ForeignSite : IAsyncDisposable
{
    private readonly WebApplication site;

    private ForeignSite(WebApplication site) => this.site = site;

    public string Address => site.Urls.Single();

    /// <param name="policy">The page's <c>Content-Security-Policy</c>.</param>
    public static async Task<ForeignSite> StartAsync(string body, string policy)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var site = builder.Build();
        site.Run(context =>
        {
            context.Response.Headers.ContentSecurityPolicy = policy;
            context.Response.ContentType = "text/html; charset=utf-8";
            return context.Request.Path == "/"
                ? context.Response.WriteAsync($"<!DOCTYPE html><html lang=ru><meta charset=utf-8><title>A portal</title><link rel=icon href='data:,'><main>{body}</main></html>")
                : Task.FromResult(context.Response.StatusCode = (int)HttpStatusCode.NotFound);
        });
        await site.StartAsync();
        return new ForeignSite(site);
    }

    public async ValueTask DisposeAsync() => await site.DisposeAsync();
}
