using ContactsApi.Core;
using ContactsApi.Core.Statements;
using NodaTime;

namespace ContactsApi.Features.Responses;

/// <summary>That somebody compared a fact with the support centre itself.</summary>
/// <param name="Outcome">`verified`: it was found to be so. `disputed`: it was found, or is said, to be otherwise.</param>
/// <param name="Date">In Moscow.</param>
/// <param name="By">Who did it.</param>
/// <param name="How">In the language of the answer.</param>
public sealed record VerificationResponse(VerificationOutcome Outcome, LocalDate Date, string By, string How)
{
    public static VerificationResponse? Of(Verification? mark, Language language) =>
        mark is null ? null : new VerificationResponse(mark.Outcome, mark.Date, mark.By, mark.How.In(language));
}
