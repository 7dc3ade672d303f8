using System.Net;
using System.Net.Sockets;
using ContactsApi.Core.Catalogs;
using ContactsApi.Core.Channels;
using ContactsApi.Hosting.Access;
using ContactsApi.Hosting.Outgoing;
using ContactsApi.Serialization;
using ContactsApi.Storage;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using NodaTime.Extensions;

namespace ContactsApi.Tests.Support;

/// <summary>The real service on a database of its own in a temporary folder, at a moment that stands still.</summary>
public sealed class ContactsApp : WebApplicationFactory<Program>
{
    private readonly TemporaryFolder folder = new();

    /// <summary>Sunday 22 November 2026, 03:00 in Moscow, unless a test moves it.</summary>
    public WatchedTime Time { get; } = NewTime();

    /// <summary>By which clock the service goes; by <see cref="Time"/> unless a test needs one that moves by itself.</summary>
    public TimeProvider? Clock { get; init; }

    /// <summary>
    /// Whether the service looks every second for what other processes wrote. Of no use where there are none, and an hour by which a
    /// test moves the clock would be 3,600 looks.
    /// </summary>
    public bool Polls { get; init; }

    /// <summary>Settings that differ from the defaults, by their names with colons.</summary>
    public IReadOnlyDictionary<string, string> Settings { get; init; } = new Dictionary<string, string>();

    /// <summary>Services that differ from the real ones.</summary>
    public Action<IServiceCollection> Replace { get; init; } = _ => { };

    public CatalogSnapshot Snapshot => Services.GetRequiredService<CatalogSnapshots>().Current;

    /// <summary>A clock that stands at the moment at which a service starts.</summary>
    public static WatchedTime NewTime() => new(new DateTimeOffset(2026, 11, 22, 3, 0, 0, TimeSpan.FromHours(3)));

    /// <summary>The file of the database, where it is a file.</summary>
    public string StorePath => folder.File("contacts.db");

    /// <summary>A client that carries a key of that scope.</summary>
    public HttpClient CreateClientWith(Scope scope) => CreateClient().With(KeyOf(scope).Text);

    /// <summary>A new key of that scope.</summary>
    public IssuedKey KeyOf(Scope scope) =>
        Services.GetRequiredService<ApiKeys>().Create($"a tester with {EnumNames<Scope>.Of(scope)}", scope, null, new Origin("a test"));

    /// <summary>Makes the catalog another, as an import does: the very next answer comes from it.</summary>
    public void Change(Func<Catalog, Catalog> change)
    {
        var catalog = change(Snapshot.Directory.Catalog);
        Assert.Empty(CatalogRules.ProblemsOf(catalog));
        Services.GetRequiredService<RevisionStore>().Append(catalog, Snapshot.Revision, Time.GetUtcNow().ToInstant(), new("a steward"), "A change");
        Services.GetRequiredService<CatalogSnapshots>().Refresh();
    }

    /// <inheritdoc cref="Change(Func{Catalog, Catalog})"/>
    public void ChangeChannel(string id, Func<Channel, Channel> change) => Change(catalog => catalog with
    {
        Channels = [.. catalog.Channels.Select(channel => channel.Id == id ? change(channel) : channel)],
    });

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        // A copy is what a start at that moment would make.
        if (Clock is null && Time.GetUtcNow() == Time.Start)
            FilledStore.CopyTo(StorePath);
        builder.UseSetting("Store:Path", StorePath);
        if (!Polls)
            builder.UseSetting("Store:PollSeconds", "3600");
        builder.UseSetting("Limits:AddressPerMinute", "0");
        builder.UseSetting("Limits:KeyPerMinute", "0");
        builder.UseSetting("Limits:OpenWritesPerHour", "0");
        builder.UseSetting("Desk:SignInsPerHour", "0");
        builder.UseSetting("Limits:ChecksPerMinute", "0");
        foreach (var (name, value) in Settings)
            builder.UseSetting(name, value);
        builder.ConfigureLogging(logging => logging.ClearProviders());
        builder.ConfigureTestServices(services =>
        {
            services.AddSingleton(Clock ?? Time);
            // Nothing is sent to a name on the Internet.
            services.AddSingleton<HostResolver>((host, _) => IPAddress.TryParse(host, out var address) ? Task.FromResult<IPAddress[]>([address]) : throw new SocketException((int)SocketError.HostNotFound));
            Replace(services);
        });
    }

    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        if (disposing)
            folder.Dispose();
    }
}
