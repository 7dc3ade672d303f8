namespace ContactsApi.Commands;

/// <summary>Tells how far a long import is; a short one passes in silence.</summary>
public sealed class ImportProgress(Terminal terminal) : IProgress<int>
{
    private const int Step = 1000;

    public void Report(int value)
    {
        if (value > 0 && value % Step == 0)
            terminal.Complain(new($"записано элементов: {value}", $"{value} elements written"));
    }
}
