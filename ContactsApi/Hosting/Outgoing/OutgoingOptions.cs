namespace ContactsApi.Hosting.Outgoing;

/// <summary>Where the service may send to. Bound from the configuration section <c>Outgoing</c>.</summary>
public sealed class OutgoingOptions
{
    public const string Section = "Outgoing";

    /// <summary>
    /// Whether it may send to its own machine too, and without https. Default false. For development and tests alone: whoever has a key
    /// could then reach what listens there.
    /// </summary>
    public bool AllowThisMachine { get; set; }
}
