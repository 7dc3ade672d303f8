using ContactsApi.Core.Catalogs;

namespace ContactsApi.Core.Quality;

/// <summary>What callers are told of a contact that they are sent to.</summary>
public static class CallerFindings
{
    /// <summary>In the order in which they are told: first those by which somebody else than the support centre may answer.</summary>
    public static IReadOnlyList<CallerRule> Rules { get; } =
    [
        DisputedAddress.Rule,
        InvalidNumber.Rule,
        NumberOfAnotherCountry.Rule,
        UnconfirmedStatus.Rule,
        SharedAddress.Rule,
        NumberOfAnotherArea.Rule,
        TollFreeClaim.Rule,
    ];

    public static IReadOnlyList<Finding> About(Contact contact, CatalogIndex index) =>
        [.. Rules.Select(rule => rule.Find(contact, index)).OfType<Finding>()];
}
