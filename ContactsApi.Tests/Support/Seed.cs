using System.Globalization;
using System.Security.Cryptography;
using CsCheck;

#pragma warning disable RS0030 // This is what all others are to use instead.

namespace ContactsApi.Tests.Support;

/// <summary>
/// What every random test draws from: the same in every run, so that chance decides nothing. <c>CONTACTS_TEST_SEED=random</c> draws anew, and a
/// number repeats a run. A test that fails tells the seed in its output. What chance has once found to fail becomes a row of a table.
/// </summary>
public static class Seed
{
    public const string Setting = "CONTACTS_TEST_SEED";

    private const int Usual = 20261122;

    public static int Value { get; } = Of(Environment.GetEnvironmentVariable(Setting));

    public static int Of(string? setting) => setting switch
    {
        null or "" => Usual,
        "random" => RandomNumberGenerator.GetInt32(int.MaxValue),
        _ => int.Parse(setting, CultureInfo.InvariantCulture),
    };

    /// <param name="of">Tells apart those of one test that are to draw each for itself.</param>
    public static Random Random(int of = 0) => new(Told() + of);

    /// <summary>For the generators of CsCheck.</summary>
    public static PCG Pcg() => new(stream: 0, (ulong)Told());

    /// <summary>The output of a test is shown when it fails.</summary>
    private static int Told()
    {
        TestContext.Current.TestOutputHelper?.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{Setting}={Value} repeats what was drawn."));
        return Value;
    }
}
