using ContactsApi.Core.Catalogs;
using ContactsApi.Core.Channels;
using ContactsApi.Storage;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;
using NodaTime.Extensions;

namespace ContactsApi.Tests.Support;

/// <summary>The real service on a database of its own in a temporary folder, at a moment that stands still.</summary>
public sealed class ContactsApp : WebApplicationFactory<Program>
{
    private readonly TemporaryFolder folder = new();

    /// <summary>Sunday 22 November 2026, 03:00 in Moscow, unless a test moves it.</summary>
    public FakeTimeProvider Time { get; } = new(new DateTimeOffset(2026, 11, 22, 3, 0, 0, TimeSpan.FromHours(3)));

    public CatalogSnapshot Snapshot => Services.GetRequiredService<CatalogSnapshots>().Current;

    /// <summary>Makes the catalog another, as an import does: the very next answer comes from it.</summary>
    public void Change(Func<Catalog, Catalog> change)
    {
        var catalog = change(Snapshot.Directory.Catalog);
        Assert.Empty(CatalogRules.ProblemsOf(catalog));
        Services.GetRequiredService<SqliteStore>().Append(catalog, Snapshot.Revision, Time.GetUtcNow().ToInstant(), "a steward", "A change");
        Services.GetRequiredService<CatalogSnapshots>().Refresh();
    }

    /// <inheritdoc cref="Change(Func{Catalog, Catalog})"/>
    public void ChangeChannel(string id, Func<Channel, Channel> change) => Change(catalog => catalog with
    {
        Channels = [.. catalog.Channels.Select(channel => channel.Id == id ? change(channel) : channel)],
    });

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
