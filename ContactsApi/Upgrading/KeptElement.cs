using ContactsApi.Core;
using ContactsApi.Core.Catalogs;
using ContactsApi.Storage;

namespace ContactsApi.Upgrading;

/// <summary>An element that stays as it is though the shipped catalog has it otherwise.</summary>
/// <param name="Text">Which one, and why.</param>
public sealed record KeptElement(string Kind, string Id, LocalizedText Text)
{
    public static KeptElement AsLeft(ElementVersion by) => by.Body is null
        ? Of(by.Kind, by.Id, new(
            $"удалено в ревизии {by.Revision} ({by.Author}), так и остаётся", $"stays removed, as {by.Author} removed it in revision {by.Revision}"))
        : Of(by.Kind, by.Id, new(
            $"остаётся как в ревизии {by.Revision} ({by.Author})", $"stays as {by.Author} left it in revision {by.Revision}"));

    public static KeptElement OfLaterRelease(ElementVersion written) => Of(written.Kind, written.Id, new(
        $"остаётся как в ревизии {written.Revision}, которую записал более поздний выпуск", $"stays as a later release wrote it in revision {written.Revision}"));

    public static KeptElement Unfit(ElementChange offer, CatalogProblem problem) => Of(offer.Kind, offer.Id, new(
        $"остаётся как есть, иначе каталог не был бы целым: {problem.Message.Ru}", $"stays as it is, or the catalog would not be whole: {problem.Message.En}"));

    private static KeptElement Of(string kind, string id, LocalizedText why)
    {
        // A property of the catalog that is no list is an element of its own name.
        var name = kind == id ? kind : $"{kind}/{id}";
        return new(kind, id, new($"{name}: {why.Ru}", $"{name}: {why.En}"));
    }
}
