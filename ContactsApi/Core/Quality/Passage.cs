using ContactsApi.Core.Catalogs;
using ContactsApi.Core.Statements;

namespace ContactsApi.Core.Quality;

/// <summary>What one passage says of hours. Several statements of one passage are several readings of it.</summary>
/// <param name="Readings">Each different one once.</param>
public sealed record Passage(string Reference, IReadOnlyList<Interpretation> Readings)
{
    public IReadOnlyList<string> Ids => [.. Readings.SelectMany(reading => reading.Statements).Select(statement => statement.Id)];

    /// <summary>Whether no reading of the one is a reading of the other.</summary>
    public bool Contradicts(Passage other) => !Readings.Any(reading => other.Readings.Any(one => one.Coverage == reading.Coverage));

    public static IReadOnlyList<Passage> Of(IEnumerable<HoursStatement> statements, CatalogIndex index) =>
    [
        .. from statement in statements
           group statement by statement.Reference into passage
           select new Passage(passage.Key, Interpretation.Of(passage, index)),
    ];
}

/// <summary>Hours, and the statements that give them.</summary>
/// <param name="Name">The schedule's name for people.</param>
public sealed record Interpretation(Coverage Coverage, LocalizedText Name, IReadOnlyList<HoursStatement> Statements)
{
    public static IReadOnlyList<Interpretation> Of(IEnumerable<HoursStatement> statements, CatalogIndex index) =>
    [
        .. from statement in statements
           let schedule = index.Schedules[statement.Schedule]
           group (statement, schedule) by Coverage.Of(schedule.Hours) into same
           select new Interpretation(same.Key, same.First().schedule.Name, [.. same.Select(one => one.statement)]),
    ];
}
