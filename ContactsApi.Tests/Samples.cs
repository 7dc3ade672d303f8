using System.Globalization;
using ContactsApi.Tests.Support;
using CsCheck;

#pragma warning disable RS0030 // This is what all others are to use instead.

namespace ContactsApi.Tests;

/// <summary>
/// Tries what should hold of everything that a generator makes on samples of it. CsCheck's own <c>Sample</c> draws from the clock and from as many
/// threads as there are processors; these draw from the <see cref="Seed"/>, one after the other, and leave to CsCheck to find a smaller sample
/// where one fails. They stand in the namespace around all tests, so that they go before those of CsCheck wherever those would be meant.
/// The environment variable <c>CONTACTS_TEST_SAMPLES</c> is a factor to the number of samples.
/// </summary>
public static class Samples
{
    /// <summary>How many CsCheck draws in search of a smaller sample that fails. It tries only those that are smaller.</summary>
    private const int Shrinks = 1000;

    public static int Factor { get; } = int.Parse(Environment.GetEnvironmentVariable("CONTACTS_TEST_SAMPLES") ?? "1", CultureInfo.InvariantCulture);

    public static void Sample<T>(this Gen<T> gen, Action<T> holds, int iter = 100)
    {
        var pcg = Seed.Pcg();
        for (var i = 0; i < iter * Factor; i++)
        {
            var state = pcg.State;
            var sample = gen.Generate(pcg, null, out _);
            try
            {
                holds(sample);
            }
            catch
            {
                Check.Sample(gen, holds, seed: pcg.ToString(state), iter: Shrinks, threads: 1);
                throw;
            }
        }
    }

    public static async Task SampleAsync<T>(this Gen<T> gen, Func<T, Task> holds, int iter = 100)
    {
        var pcg = Seed.Pcg();
        for (var i = 0; i < iter * Factor; i++)
        {
            var state = pcg.State;
            var sample = gen.Generate(pcg, null, out _);
            try
            {
                await holds(sample);
            }
            catch
            {
                await Check.SampleAsync(gen, holds, seed: pcg.ToString(state), iter: Shrinks, threads: 1);
                throw;
            }
        }
    }

    public static Task SampleAsync<T1, T2, T3>(this Gen<(T1, T2, T3)> gen, Func<T1, T2, T3, Task> holds, int iter = 100) =>
        gen.SampleAsync(((T1, T2, T3) sample) => holds(sample.Item1, sample.Item2, sample.Item3), iter);

    public static void Sample<T>(this Gen<T> gen, Func<T, bool> holds, int iter = 100) => gen.Sample((T sample) => Assert.True(holds(sample)), iter);

    public static void Sample<T1, T2>(this Gen<(T1, T2)> gen, Action<T1, T2> holds, int iter = 100) =>
        gen.Sample(((T1, T2) sample) => holds(sample.Item1, sample.Item2), iter);

    public static void Sample<T1, T2>(this Gen<(T1, T2)> gen, Func<T1, T2, bool> holds, int iter = 100) =>
        gen.Sample(((T1, T2) sample) => holds(sample.Item1, sample.Item2), iter);

    public static void Sample<T1, T2, T3>(this Gen<(T1, T2, T3)> gen, Action<T1, T2, T3> holds, int iter = 100) =>
        gen.Sample(((T1, T2, T3) sample) => holds(sample.Item1, sample.Item2, sample.Item3), iter);

    public static void Sample<T1, T2, T3>(this Gen<(T1, T2, T3)> gen, Func<T1, T2, T3, bool> holds, int iter = 100) =>
        gen.Sample(((T1, T2, T3) sample) => holds(sample.Item1, sample.Item2, sample.Item3), iter);

    public static void Sample<T1, T2, T3, T4>(this Gen<(T1, T2, T3, T4)> gen, Action<T1, T2, T3, T4> holds, int iter = 100) =>
        gen.Sample(((T1, T2, T3, T4) sample) => holds(sample.Item1, sample.Item2, sample.Item3, sample.Item4), iter);

    public static void Sample<T1, T2, T3, T4>(this Gen<(T1, T2, T3, T4)> gen, Func<T1, T2, T3, T4, bool> holds, int iter = 100) =>
        gen.Sample(((T1, T2, T3, T4) sample) => holds(sample.Item1, sample.Item2, sample.Item3, sample.Item4), iter);

    public static void Sample<T1, T2, T3, T4, T5>(this Gen<(T1, T2, T3, T4, T5)> gen, Action<T1, T2, T3, T4, T5> holds, int iter = 100) =>
        gen.Sample(((T1, T2, T3, T4, T5) sample) => holds(sample.Item1, sample.Item2, sample.Item3, sample.Item4, sample.Item5), iter);

    public static void Sample<T1, T2, T3, T4, T5>(this Gen<(T1, T2, T3, T4, T5)> gen, Func<T1, T2, T3, T4, T5, bool> holds, int iter = 100) =>
        gen.Sample(((T1, T2, T3, T4, T5) sample) => holds(sample.Item1, sample.Item2, sample.Item3, sample.Item4, sample.Item5), iter);
}
