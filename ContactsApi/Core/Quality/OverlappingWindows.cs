using ContactsApi.Core.Hours;

namespace ContactsApi.Core.Quality;

/// <summary>Two windows of one day that share a minute: the answers come out right, but one of the two was meant otherwise.</summary>
public static class OverlappingWindows
{
    private static readonly FindingKind Overlapping = new("overlapping-windows", Severity.Warning, new(
        "Проверьте по источнику, где кончается одно окно и начинается другое, и исправьте одно из них.",
        "Check with the source where the one window ends and the other begins, and mend one of them."));

    public static QualityRule Rule { get; } = new(Find, Overlapping);

    private static IEnumerable<Finding> Find(QualityContext context) =>
        from stated in StatedWindows.Of(context.Catalog)
        let windows = stated.Windows.OrderBy(window => window.StartMinute).ToList()
        let overlapping = windows.FindAll(window => windows.Exists(other => other != window && Overlap(window, other)) || windows.Count(window.Equals) > 1)
        where overlapping.Count > 0
        select stated.Found(Overlapping, overlapping, new("Эти часы одного дня накладываются друг на друга.", "These hours of one day overlap."));

    private static bool Overlap(TimeWindow one, TimeWindow other) => one.StartMinute < other.EndMinute && other.StartMinute < one.EndMinute;
}
