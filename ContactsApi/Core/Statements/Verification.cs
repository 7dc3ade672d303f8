using NodaTime;

namespace ContactsApi.Core.Statements;

/// <summary>What came of comparing a fact with the support centre itself.</summary>
public enum VerificationOutcome
{
    /// <summary>It was found to be so.</summary>
    Verified,

    /// <summary>It was found, or is said, to be otherwise.</summary>
    Disputed,
}

/// <summary>
/// That somebody compared a fact with the support centre itself. A mark changes no state and no promise: which statements count
/// is a matter of <see cref="Rank"/> alone.
/// </summary>
/// <param name="Date">In Moscow.</param>
/// <param name="By">Who did it.</param>
/// <param name="How">As "called the number, an operator answered".</param>
public sealed record Verification(VerificationOutcome Outcome, LocalDate Date, string By, LocalizedText How);
