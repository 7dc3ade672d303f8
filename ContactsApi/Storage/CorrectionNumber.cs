using System.Security.Cryptography;

namespace ContactsApi.Storage;

/// <summary>
/// The number of a correction, as <c>K7QM-4TZP-W2XD</c>. It is all that a sender needs to look the correction up, so it cannot be
/// guessed: there are 30 to the power of 12, about 2 to the power of 59.
/// </summary>
public static class CorrectionNumber
{
    /// <summary>Without those that look alike: 0 and O, 1, I and L; and without U, so that fewer words come out.</summary>
    public const string Alphabet = "23456789ABCDEFGHJKMNPQRSTVWXYZ";

    private const int Group = 4;

    /// <summary>The number that somebody copied by hand: letter case does not matter.</summary>
    public static string Of(string written) => written.ToUpperInvariant();

    public static string New() => string.Join('-', Enumerable.Range(0, 3).Select(_ => RandomNumberGenerator.GetString(Alphabet, Group)));
}
