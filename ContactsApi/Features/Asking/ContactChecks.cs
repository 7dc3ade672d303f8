using System.Text.Json;
using System.Text.Json.Nodes;
using ContactsApi.Core;
using ContactsApi.Core.Channels;
using ContactsApi.Core.Checking;
using ContactsApi.Serialization;
using ContactsApi.Storage;

namespace ContactsApi.Features.Asking;

/// <summary>
/// Compares what somebody was called or led by with the catalog as it is and as it was. What is asked is neither logged nor kept, here or
/// below: <c>docs/decisions/0037-checks.md</c>.
/// </summary>
public sealed class ContactChecks(StoreAccess access, RevisionStore store)
{
    private const string Channels = "channels";

    private static readonly Confusables Confusables = new(Embedded.Text("confusables.txt").Split('\n'));

    private static readonly ValueReader Reader = new(new WrittenNumbers(Confusables).Reading);

    private volatile Known? known;
    private volatile Past? past;

    /// <summary>What was read from the text, each with what is known of it; empty if nothing in it can be compared.</summary>
    /// <exception cref="StoreUnavailableException">Something is not listed, and what was listed before cannot be read now.</exception>
    public IReadOnlyList<CheckResult> Check(string text, CatalogSnapshot snapshot)
    {
        var checker = CheckerOf(snapshot);
        return [.. Reader.Read(text).Select(value => checker.Check(value, () => FormerAt(snapshot)))];
    }

    private Checker CheckerOf(CatalogSnapshot snapshot)
    {
        if (known is not { } at || at.Snapshot != snapshot)
            known = at = new(snapshot, new Checker(snapshot.Directory.Catalog, Reader, Confusables));
        return at.Checker;
    }

    private IReadOnlyList<FormerValue> FormerAt(CatalogSnapshot snapshot)
    {
        if (past is not { } at || at.Revision != snapshot.Revision)
            past = at = new(snapshot.Revision, [.. access.Read(() => store.SupersededContacts(snapshot.Revision)).SelectMany(ValuesOf)]);
        return at.Values;
    }

    /// <summary>Of a body as an earlier release may have written it, only what is compared is read.</summary>
    private static IEnumerable<FormerValue> ValuesOf(SupersededElement element)
    {
        if (JsonNode.Parse(element.Body) is not JsonObject body || body["address"] is not JsonObject address)
            return [];
        var name = body["name"].Deserialize<LocalizedText>(ContactsJson.Options) ?? new(element.Id, element.Id);
        var isChannel = element.Kind == Channels;
        var uri = Uri.TryCreate(address["uri"]?.GetValue<string>(), UriKind.Absolute, out var written) ? SafeLink.Of(written) : null;
        return ListedValues.Of(address["phone"]?.GetValue<string>(), uri, Reader)
            .Select(value => new FormerValue(value, isChannel ? element.Id : null, isChannel ? null : element.Id, name, element.Until));
    }

    private sealed record Known(CatalogSnapshot Snapshot, Checker Checker);

    private sealed record Past(long Revision, IReadOnlyList<FormerValue> Values);
}
