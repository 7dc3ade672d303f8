using ContactsApi.Core.Catalogs;
using ContactsApi.Hosting;
using ContactsApi.Storage;
using Microsoft.Data.Sqlite;
using NodaTime;
using Polly;

namespace ContactsApi.Commands;

/// <summary>The store as commands use it, guarded as in the service.</summary>
public sealed class CommandStore(SqliteStore store, ResiliencePipeline resilience, IClock clock)
{
    public CatalogRevision? ReadNewest() => resilience.Execute(store.ReadNewest);

    public CatalogRevision? Read(long number) => resilience.Execute(() => store.Read(number));

    /// <inheritdoc cref="SqliteStore.Append"/>
    public CatalogRevision? Append(Catalog catalog, long newest, string author, string message, IProgress<int> written)
    {
        // Once for all tries: by it a try recognises what an earlier one wrote.
        var now = clock.GetCurrentInstant();
        return resilience.Execute(() => store.Append(catalog, newest, now, new(author), message, written));
    }
}

public static class CommandStores
{
    /// <summary>Runs a command on the store, or says in one line why that cannot be used.</summary>
    public static int OnStore(this IServiceProvider services, Terminal terminal, Func<CommandStore, int> command)
    {
        if (Startup.WrongOptions(services) is { } wrong)
            return terminal.Refuse(wrong);
        var database = services.GetRequiredService<SqliteDatabase>();
        var resilience = StoreResilience.Create(services.GetRequiredService<TimeProvider>());
        try
        {
            resilience.Execute(database.Prepare);
            return command(new(services.GetRequiredService<SqliteStore>(), resilience, services.GetRequiredService<IClock>()));
        }
        catch (StoreUnusableException problem)
        {
            return terminal.Refuse(problem.Explanation);
        }
        catch (SqliteException problem)
        {
            return terminal.Refuse(database.Unusable(problem).Explanation);
        }
        catch (StoreUnavailableException problem) when (problem.InnerException is SqliteException cause)
        {
            return terminal.Refuse(database.Unusable(cause).Explanation);
        }
    }
}
