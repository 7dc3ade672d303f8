using ContactsApi.Core.Hours;

namespace ContactsApi.Core.Quality;

/// <summary>An end that is not after the start: right for a night shift, wrong if two times were swapped.</summary>
public static class PastMidnight
{
    private static readonly FindingKind RunsOn = new("window-past-midnight", Severity.Notice, new(
        "Если это ночная смена, всё верно; если начало и конец перепутаны, поменяйте их местами.",
        "If it is a night shift, all is well; if start and end were swapped, swap them back."));

    public static QualityRule Rule { get; } = new(Find, RunsOn);

    private static IEnumerable<Finding> Find(QualityContext context) =>
        from stated in StatedWindows.Of(context.Catalog)
        let running = stated.Windows.Where(window => window.EndMinute > TimeWindow.MinutesOfDay).ToList()
        where running.Count > 0
        select stated.Found(RunsOn, running, new(
            "Конец не позже начала, поэтому часы продолжаются на следующий день.", "The end is not after the start, so the hours run on into the next day."));
}
