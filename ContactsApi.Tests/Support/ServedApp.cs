using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;

namespace ContactsApi.Tests.Support;

/// <summary>The service on a port of its own, for what speaks real HTTP. Its clock stands still, as that of <see cref="ContactsApp"/>.</summary>
public sealed class ServedApp : IDisposable
{
    private readonly Lazy<ContactsApp> app;

    public ServedApp() => app = new(Start);

    /// <summary>Settings that differ from the defaults, by their names with colons.</summary>
    public Dictionary<string, string> Settings { get; init; } = [];

    public ContactsApp App => app.Value;

    public Uri Address => new(App.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single());

    public string At(string path) => new Uri(Address, path).ToString();

    public void Dispose()
    {
        if (app.IsValueCreated)
            app.Value.Dispose();
    }

    private ContactsApp Start()
    {
        var started = new ContactsApp { Settings = new Dictionary<string, string>(Settings) { ["urls"] = "http://127.0.0.1:0" } };
        started.UseKestrel();
        started.StartServer();
        return started;
    }
}
