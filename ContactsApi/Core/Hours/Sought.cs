namespace ContactsApi.Core.Hours;

/// <summary>What a search through hours looks for: the first reading with one of some states, or the first that is unlike a given one.</summary>
public readonly record struct Sought
{
    private static readonly StateSet All = new(StateSet.Count - 1);

    private Sought(StateSet states, Reading? unlike) => (States, Unlike) = (states, unlike);

    public StateSet States { get; }

    public Reading? Unlike { get; }

    public static Sought AnyOf(StateSet states) => new(states, unlike: null);

    public static Sought ChangeOf(Reading reading) => new(All, reading);

    public bool Is(Reading reading) => Unlike is null ? States.Contains(reading.State) : reading != Unlike;

    public bool OccursOn(DayPattern pattern) => Unlike is null ? States.Overlaps(pattern.States) : !pattern.IsAll(Unlike);
}
