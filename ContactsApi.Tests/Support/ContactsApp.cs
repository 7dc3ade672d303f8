using ContactsApi.Hosting.Access;
using ContactsApi.Storage;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;

namespace ContactsApi.Tests.Support;

/// <summary>The real service on a database of its own in a temporary folder, at a moment that stands still.</summary>
public sealed class ContactsApp : WebApplicationFactory<Program>
{
    private readonly TemporaryFolder folder = new();

    /// <summary>Sunday 22 November 2026, 03:00 in Moscow, unless a test moves it.</summary>
    public FakeTimeProvider Time { get; } = new(new DateTimeOffset(2026, 11, 22, 3, 0, 0, TimeSpan.FromHours(3)));

    public CatalogSnapshot Snapshot => Services.GetRequiredService<CatalogSnapshots>().Current;

    /// <summary>A caller whose key has that scope.</summary>
    public HttpClient CreateClientWith(Scope scope)
    {
        _ = scope;
        return CreateClient();
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseSetting("Store:Path", folder.File("contacts.db"));
        builder.ConfigureLogging(logging => logging.ClearProviders());
        builder.ConfigureTestServices(services => services.AddSingleton<TimeProvider>(Time));
    }

    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        if (disposing)
            folder.Dispose();
    }
}
