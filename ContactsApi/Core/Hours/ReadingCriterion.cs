namespace ContactsApi.Core.Hours;

/// <summary>What a search through hours looks for: the first reading with one of some states, or the first that is unlike a given one.</summary>
public readonly record struct ReadingCriterion
{
    private static readonly StateSet All = new(StateSet.Count - 1);

    private ReadingCriterion(StateSet states, HoursReading? unlike) => (States, Unlike) = (states, unlike);

    public StateSet States { get; }

    public HoursReading? Unlike { get; }

    public static ReadingCriterion AnyOf(StateSet states) => new(states, unlike: null);

    public static ReadingCriterion ChangeOf(HoursReading reading) => new(All, reading);

    public bool Is(HoursReading reading) => Unlike is null ? States.Contains(reading.State) : reading != Unlike;

    public bool OccursOn(DayPattern pattern) => Unlike is null ? States.Overlaps(pattern.States) : !pattern.IsAll(Unlike);
}
