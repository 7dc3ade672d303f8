using ContactsApi.Core.Catalogs;
using ContactsApi.Core.Statements;

namespace ContactsApi.Core.Quality;

/// <summary>Somebody compared the address with the support centre and found, or says, that it is another one.</summary>
public static class DisputedAddress
{
    private static readonly FindingKind Disputed = new("address-disputed", Severity.Error, new(
        "Узнайте верный адрес у центра поддержки, впишите его и отметьте проверенным.",
        "Ask the support centre for the right address, enter it, and mark it verified."));

    public static CallerRule Rule { get; } = new(Find, Disputed);

    private static Finding? Find(Contact contact, CatalogIndex index)
    {
        if (contact.Verification is not { Outcome: VerificationOutcome.Disputed, How: var how })
            return null;
        var text = new LocalizedText($"Адрес вызывает сомнения: {how.Ru}", $"The address is in doubt: {how.En}");
        return contact.Found(Disputed, text, text) with { References = [Provenance.Editorial] };
    }
}
