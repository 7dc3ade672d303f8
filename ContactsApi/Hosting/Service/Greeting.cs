using ContactsApi.Core;
using ContactsApi.Storage;

namespace ContactsApi.Hosting.Service;

/// <summary>What a person reads who starts the service on a terminal. Where standard error is no terminal, there are JSON lines alone.</summary>
public static class Greeting
{
    /// <summary>The address for a browser of this machine, and what is answered from.</summary>
    /// <param name="addresses">Those that are listened on.</param>
    public static LocalizedText Of(IEnumerable<string> addresses, CatalogSnapshot snapshot)
    {
        var address = addresses.Select(one => one.Replace("[::]", "localhost", StringComparison.Ordinal).Replace("0.0.0.0", "localhost", StringComparison.Ordinal)).First();
        var channels = snapshot.Directory.Catalog.Channels.Count;
        return new(
            $"""
            Откройте в браузере {address}, описание API: {address}/swagger
            Каталог: ревизия {snapshot.Revision}, каналов: {channels}. Остановить: Ctrl+C.
            """,
            $"""
            Open {address} in a browser; the API is described at {address}/swagger
            The catalog: revision {snapshot.Revision}, {channels} channels. Ctrl+C ends the service.
            """);
    }
}
