using System.Data.Common;
using System.Net.Sockets;
using ContactsApi.Core;
using ContactsApi.Editing;
using ContactsApi.Hosting.Access;
using ContactsApi.Hosting.Caching;
using ContactsApi.Hosting.Coding;
using ContactsApi.Hosting.Limits;
using ContactsApi.Hosting.Overload;
using ContactsApi.Serialization;
using ContactsApi.Storage;
using ContactsApi.Storage.Postgres;
using ContactsApi.Storage.Sqlite;
using ContactsApi.Upgrading;
using Microsoft.Extensions.Options;
using NodaTime.Extensions;

namespace ContactsApi.Hosting.Service;

/// <summary>Registers what the features need, and starts the service only when it can answer.</summary>
public static class Startup
{
    private const string DefaultUrl = "http://localhost:5080";

    /// <summary>The exit code of a service that cannot start as it is configured, or on the store it finds.</summary>
    public const int CannotStart = 78;

    public static void AddContacts(this WebApplicationBuilder builder)
    {
        // ASPNETCORE_URLS, ASPNETCORE_HTTP_PORTS and --urls all go before the default.
        if (builder.Configuration["urls"] is null && builder.Configuration["http_ports"] is null)
            builder.WebHost.UseUrls(DefaultUrl);
        builder.AddHealthListener();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.AddServerHeader = false);

        builder.Services.AddSettings<StoreOptions>(StoreOptions.Section);
        builder.Services.AddSettings<FreshnessOptions>(FreshnessOptions.Section);
        builder.Services.AddSettings<LimitsOptions>(LimitsOptions.Section);
        builder.Services.AddSettings<ProxyOptions>(ProxyOptions.Section);
        builder.Services.AddSettings<CorsOptions>(CorsOptions.Section);
        builder.Services.AddSettings<CorrectionOptions>(CorrectionOptions.Section);
        builder.Services.ConfigureHttpJsonOptions(json => ContactsJson.Configure(json.SerializerOptions));
        builder.Services.AddSingleton(TimeProvider.System);
        builder.Services.AddSingleton<NodaTime.IClock>(services => services.GetRequiredService<TimeProvider>().ToClock());
        builder.Services.AddSingleton<Database>(services => services.GetRequiredService<IOptions<StoreOptions>>() is { Value.Postgres: not "" } options
            ? new PostgresDatabase(options)
            : new SqliteDatabase(services.GetRequiredService<IOptions<StoreOptions>>()));
        builder.Services.AddSingleton<RevisionStore>();
        builder.Services.AddSingleton<CorrectionStore>();
        builder.Services.AddSingleton(services => new StoreAccess(
            StoreResilience.Create(services.GetRequiredService<Database>(), services.GetRequiredService<TimeProvider>())));
        builder.Services.AddSingleton<CatalogSnapshots>();
        builder.Services.AddSingleton<ResponseCache>();
        builder.Services.AddSingleton<ResponseCacheMiddleware>();
        builder.Services.AddSingleton<AuditTrail>();
        builder.Services.AddAccess();
        builder.Services.AddLimits();
        builder.Services.AddServerLimits();
        builder.Services.AddCors();
        builder.Services.AddCompression();
        builder.Services.AddHsts(hsts => hsts.MaxAge = TimeSpan.FromDays(365));
        builder.Services.AddSingleton<CatalogWriter>();
        builder.Services.AddSingleton<StartUpgrade>();
        builder.Services.AddHostedService<StoreRefresh>();
        InstantHandler.Register();
    }

    private static void AddSettings<T>(this IServiceCollection services, string section)
        where T : class => services.AddOptions<T>().BindConfiguration(section).ValidateDataAnnotations().ValidateOnStart();

    /// <summary>Loads the catalog, then serves until it is told to stop; or says in one line why it cannot.</summary>
    public static async Task<int> RunContactsAsync(this WebApplication app)
    {
        await using var running = app;
        if (await StartAsync(app) is { } obstacle)
        {
            await Console.Error.WriteLineAsync(obstacle.In(TerminalLanguage.Of(Environment.GetEnvironmentVariable)).ReplaceLineEndings(" "));
            return CannotStart;
        }

        if (!Console.IsErrorRedirected)
            await Console.Error.WriteLineAsync(Greeting.Of(app.Urls, app.Services.GetRequiredService<CatalogSnapshots>().Current).In(TerminalLanguage.Of(Environment.GetEnvironmentVariable)));
        await app.WaitForShutdownAsync();
        return 0;
    }

    /// <summary>What keeps the service from starting; nothing if it started.</summary>
    private static async Task<LocalizedText?> StartAsync(WebApplication app)
    {
        if ((WrongOptions(app.Services) ?? UnusableStore(app.Services)) is { } obstacle)
            return obstacle;
        await app.Services.GetRequiredService<StartUpgrade>().RunAsync();
        return await CannotListenAsync(app);
    }

    /// <summary>What is wrong with the settings; nothing if they can be used.</summary>
    public static LocalizedText? WrongOptions(IServiceProvider services)
    {
        try
        {
            services.GetRequiredService<IStartupValidator>().Validate();
            return null;
        }
        // Aggregate: several sections are wrong. Invalid operation: a value that does not even convert, as a word where a number is needed.
        catch (Exception problem) when (problem is OptionsValidationException or AggregateException or InvalidOperationException)
        {
            return new($"Настройки неверны. {problem.Message}", $"The configuration is not right. {problem.Message}");
        }
    }

    private static LocalizedText? UnusableStore(IServiceProvider services)
    {
        try
        {
            services.GetRequiredService<CatalogSnapshots>().Load(Shipped.Filling);
            services.GetRequiredService<ApiKeys>().Load();
            return null;
        }
        catch (StoreUnusableException problem)
        {
            return problem.Explanation;
        }
        catch (StoreUnavailableException problem) when (problem.InnerException is DbException cause)
        {
            return services.GetRequiredService<Database>().Unusable(cause).Explanation;
        }
    }

    private static async Task<LocalizedText?> CannotListenAsync(WebApplication app)
    {
        try
        {
            await app.StartAsync();
            return null;
        }
        catch (OperationCanceledException) when (app.Lifetime.ApplicationStopping.IsCancellationRequested)
        {
            // It was told to end while it started.
            return null;
        }
        // An address that is taken, is another machine's, is none at all, or is https without a certificate.
        catch (Exception problem) when (problem is IOException or SocketException or FormatException or ArgumentOutOfRangeException or InvalidOperationException)
        {
            return new(
                $"Адрес не подходит: {problem.Message} Другой адрес задаёт ASPNETCORE_URLS.",
                $"The service cannot listen: {problem.Message} Set another address by ASPNETCORE_URLS.");
        }
    }
}
