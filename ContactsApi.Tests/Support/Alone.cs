namespace ContactsApi.Tests.Support;

/// <summary>
/// Tests that start processes, servers or browsers, break what a running service stands on, or let real time pass. They run one after another
/// when all others have ended: these have the processors to themselves, and those need not share them with a browser. That no such test stands
/// elsewhere is held by <see cref="Architecture.AloneTests"/>. It makes failures rare to begin with; what makes them none is that every test waits
/// for what it is about (<see cref="Eventually"/>), not for a time in which that is likely.
/// </summary>
[CollectionDefinition(DisableParallelization = true)]
public sealed class Alone;
