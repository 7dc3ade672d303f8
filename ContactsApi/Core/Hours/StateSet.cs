namespace ContactsApi.Core.Hours;

/// <summary>A set of states.</summary>
/// <param name="Bits">Bit s is set if the set has state s.</param>
public readonly record struct StateSet(int Bits)
{
    /// <summary>How many sets there are; <see cref="Bits"/> is below this.</summary>
    public const int Count = 1 << 4;

    public static StateSet Of(params ReadOnlySpan<HoursState> states)
    {
        var bits = 0;
        foreach (var state in states)
            bits |= 1 << (int)state;
        return new StateSet(bits);
    }

    public static StateSet AllBut(HoursState state) => new((Count - 1) & ~(1 << (int)state));

    public bool Contains(HoursState state) => (Bits >> (int)state & 1) != 0;

    public bool Overlaps(StateSet other) => (Bits & other.Bits) != 0;
}
