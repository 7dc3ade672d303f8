using ContactsApi.Core;
using ContactsApi.Core.Catalogs;
using ContactsApi.Storage;

namespace ContactsApi.Upgrading;

/// <summary>An element that stays as it is though the shipped catalog has it otherwise.</summary>
/// <param name="Text">Which one, and why.</param>
public sealed record KeptElement(string Kind, string Id, Text Text)
{
    public static KeptElement AsLeft(ElementVersion by) => by.Body is null
        ? Of(by.Kind, by.Id, new(
            $"удалил {by.Author} (ревизия {by.Revision}), так и остаётся", $"stays removed, as {by.Author} removed it in revision {by.Revision}"))
        : Of(by.Kind, by.Id, new(
            $"остаётся, как сделал {by.Author} (ревизия {by.Revision})", $"stays as {by.Author} left it in revision {by.Revision}"));

    public static KeptElement OfLaterRelease(ElementVersion written) => Of(written.Kind, written.Id, new(
        $"остаётся, как записал более поздний выпуск (ревизия {written.Revision})", $"stays as a later release wrote it in revision {written.Revision}"));

    public static KeptElement Unfit(ElementChange offer, CatalogProblem problem) => Of(offer.Kind, offer.Id, new(
        $"остаётся, каталог не был бы целым: {problem.Message.Ru}", $"stays as it is, or the catalog would not be whole: {problem.Message.En}"));

    private static KeptElement Of(string kind, string id, Text why) => new(kind, id, new($"{kind}/{id}: {why.Ru}", $"{kind}/{id}: {why.En}"));
}
