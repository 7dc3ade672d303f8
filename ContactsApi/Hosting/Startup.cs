using ContactsApi.Core;
using ContactsApi.Serialization;
using ContactsApi.Storage;
using Microsoft.Extensions.Options;
using NodaTime.Extensions;

namespace ContactsApi.Hosting;

/// <summary>Registers what the features need, and starts the service only when it can answer.</summary>
public static class Startup
{
    private const string DefaultUrl = "http://localhost:5080";

    /// <summary>The exit code of a service that cannot start as it is configured, or on the store it finds.</summary>
    private const int CannotStart = 78;

    public static void AddContacts(this WebApplicationBuilder builder)
    {
        // ASPNETCORE_URLS, ASPNETCORE_HTTP_PORTS and --urls all go before the default.
        if (builder.Configuration["urls"] is null && builder.Configuration["http_ports"] is null)
            builder.WebHost.UseUrls(DefaultUrl);
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.AddServerHeader = false);

        builder.Services.AddOptions<StoreOptions>()
            .BindConfiguration(StoreOptions.Section)
            .ValidateDataAnnotations();
        builder.Services.AddOptions<FreshnessOptions>()
            .BindConfiguration(FreshnessOptions.Section)
            .ValidateDataAnnotations()
            .ValidateOnStart();
        builder.Services.ConfigureHttpJsonOptions(json => ContactsJson.Configure(json.SerializerOptions));
        builder.Services.AddSingleton(TimeProvider.System);
        builder.Services.AddSingleton<NodaTime.IClock>(services => services.GetRequiredService<TimeProvider>().ToClock());
        builder.Services.AddSingleton<SqliteDatabase>();
        builder.Services.AddSingleton<SqliteStore>();
        builder.Services.AddSingleton(services => new CatalogSnapshots(
            services.GetRequiredService<SqliteDatabase>(),
            services.GetRequiredService<SqliteStore>(),
            StoreResilience.Create(services.GetRequiredService<TimeProvider>()),
            services.GetRequiredService<NodaTime.IClock>()));
        InstantHandler.Register();
    }

    /// <summary>Loads the catalog, then serves until it is told to stop; or says in one line why it cannot.</summary>
    public static async Task<int> RunContactsAsync(this WebApplication app)
    {
        try
        {
            app.Services.GetRequiredService<CatalogSnapshots>().Load();
            await app.RunAsync();
            return 0;
        }
        catch (StoreUnusableException problem)
        {
            return await RefuseToStart(problem.Explanation);
        }
        catch (OptionsValidationException problem)
        {
            var failures = string.Join(' ', problem.Failures);
            return await RefuseToStart(new($"Настройки неверны. {failures}", $"The configuration is not right. {failures}"));
        }
        catch (IOException problem) when (problem.InnerException is Microsoft.AspNetCore.Connections.AddressInUseException)
        {
            return await RefuseToStart(new(
                $"Адрес занят: {problem.Message} Другой адрес задаёт ASPNETCORE_URLS.",
                $"The address is taken: {problem.Message} Set another one by ASPNETCORE_URLS."));
        }
    }

    private static async Task<int> RefuseToStart(Text why)
    {
        await Console.Error.WriteLineAsync(why.In(OperatorLanguage));
        return CannotStart;
    }

    /// <summary>The language of the operator's terminal, by the POSIX locale variables.</summary>
    private static Language OperatorLanguage =>
        (Environment.GetEnvironmentVariable("LC_ALL") ?? Environment.GetEnvironmentVariable("LANG") ?? "").StartsWith("ru", StringComparison.Ordinal)
            ? Language.Ru
            : Language.En;
}
