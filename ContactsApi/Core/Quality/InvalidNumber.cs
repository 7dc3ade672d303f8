using ContactsApi.Core.Catalogs;

namespace ContactsApi.Core.Quality;

/// <summary>A number that nobody in Russia can have been assigned: a digit too many, one too few, or a code that does not exist.</summary>
public static class InvalidNumber
{
    private static readonly FindingKind Invalid = new("number-invalid", Severity.Error, new(
        "Сверьте номер с официальным порталом: вероятно, опечатка.",
        "Check the number with the official portal: it is probably mistyped."));

    private static readonly LocalizedText ToCaller = new(
        "Такого номера быть не может: вероятно, в нём опечатка.", "There can be no such number: it is probably mistyped.");

    public static CallerRule Rule { get; } = new(Find, Invalid);

    private static Finding? Find(Contact contact, CatalogIndex index) =>
        contact.UnverifiedPhone is { } phone && NumberingPlan.RangeOf(phone) == NumberRange.Unassigned
            ? contact.Found(Invalid, new($"Такого номера быть не может: {phone}.", $"There can be no such number: {phone}."), ToCaller)
            : null;
}
