using System.Collections.Frozen;
using System.Diagnostics;
using OpenTelemetry;

namespace ContactsApi.Hosting.Telemetry;

/// <summary>
/// Lets out of the process only what tells nothing of a person: no query string, no address, no browser, no path, which may hold the
/// number of a correction. It names what may stay, so that whatever a library comes to add stays inside.
/// </summary>
public sealed class OnlyHarmlessTags : BaseProcessor<Activity>
{
    private static readonly FrozenSet<string> Harmless = FrozenSet.Create(
        "http.request.method",
        "http.route",
        "http.response.status_code",
        "url.scheme",
        "network.protocol.version",
        "error.type",
        CatalogGauges.RevisionName);

    public override void OnEnd(Activity data)
    {
        foreach (var (name, _) in data.TagObjects.ToList())
        {
            if (!Harmless.Contains(name))
                data.SetTag(name, null);
        }
    }
}
