namespace ContactsApi.Core.Choosing;

/// <summary>A set of reasons against a channel.</summary>
/// <param name="Bits">Bit r is set if the set has reason r.</param>
public readonly record struct ReasonSet(int Bits)
{
    private static readonly IneligibleReason[] All = Enum.GetValues<IneligibleReason>();

    /// <summary>Every set there can be as a list, by its bits, so that answers share them.</summary>
    private static readonly IReadOnlyList<IneligibleReason>[] Lists =
    [
        .. Enumerable.Range(0, 1 << All.Length).Select(bits => All.Where(reason => new ReasonSet(bits).Contains(reason)).ToArray()),
    ];

    /// <summary>In the order in which reasons are reported.</summary>
    public IReadOnlyList<IneligibleReason> List => Lists[Bits];

    public bool Contains(IneligibleReason reason) => (Bits >> (int)reason & 1) != 0;

    public ReasonSet With(IneligibleReason reason, bool holds = true) =>
        new(holds ? Bits | 1 << (int)reason : Bits & ~(1 << (int)reason));
}
