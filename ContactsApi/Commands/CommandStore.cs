using System.Data.Common;
using ContactsApi.Core.Catalogs;
using ContactsApi.Hosting.Service;
using ContactsApi.Storage;
using ContactsApi.Upgrading;
using NodaTime;

namespace ContactsApi.Commands;

/// <summary>The store as commands use it, guarded as in the service.</summary>
public sealed class CommandStore(RevisionStore store, StoreAccess access, IClock clock)
{
    public Instant Now() => clock.GetCurrentInstant();

    public CatalogRevision? ReadNewest() => access.Insist(store.ReadNewest);

    public CatalogRevision? Read(long number) => access.Insist(() => store.Read(number));

    /// <inheritdoc cref="History.Read"/>
    public History HistoryOf(IEnumerable<(string Kind, string Id)> elements, long number) =>
        access.Insist(() => History.Read(store, elements, number));

    /// <inheritdoc cref="RevisionStore.Append"/>
    public CatalogRevision? Append(Catalog catalog, long newest, string author, string message, IProgress<int> written)
    {
        // Once for all tries: by it a try recognises what an earlier one wrote.
        var now = Now();
        return access.Insist(() => store.Append(catalog, newest, now, new(author), message, written));
    }
}

public static class CommandStores
{
    /// <summary>Runs a command on the store, or says in one line why that cannot be used.</summary>
    public static int OnStore(this IServiceProvider services, Terminal terminal, Func<CommandStore, int> command)
    {
        if (Startup.WrongOptions(services) is { } wrong)
            return terminal.Refuse(wrong);
        var database = services.GetRequiredService<Database>();
        var access = services.GetRequiredService<StoreAccess>();
        try
        {
            access.Insist(database.Prepare);
            return command(new(services.GetRequiredService<RevisionStore>(), access, services.GetRequiredService<IClock>()));
        }
        catch (StoreUnusableException problem)
        {
            return terminal.Refuse(problem.Explanation);
        }
        catch (DbException problem)
        {
            return terminal.Refuse(database.Unusable(problem).Explanation);
        }
        catch (StoreUnavailableException problem) when (problem.InnerException is DbException cause)
        {
            return terminal.Refuse(database.Unusable(cause).Explanation);
        }
    }
}
