using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.Testing;

namespace ContactsApi.Tests.Support;

public static class RawRequests
{
    /// <summary>Asks as a peer of that network address.</summary>
    public static async Task<HttpContext> AskFromAsync(
        this WebApplicationFactory<Program> app, string address, string path, string method = "GET", params (string Name, string Value)[] headers) =>
        await app.Server.SendAsync(
            context =>
            {
                context.Connection.RemoteIpAddress = System.Net.IPAddress.Parse(address);
                context.Request.Method = method;
                context.Request.Path = path;
                foreach (var (name, value) in headers)
                    context.Request.Headers[name] = value;
            },
            TestContext.Current.CancellationToken);
}
