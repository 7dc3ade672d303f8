using ContactsApi.Core.Hours;

namespace ContactsApi.Core.Quality;

/// <summary>An end at 23:59 is mostly meant to be midnight, and leaves a minute in which the channel is closed.</summary>
public static class SuspiciousEnd
{
    private static readonly FindingKind Suspicious = new("suspicious-window-end", Severity.Warning, new(
        "Если имелась в виду полночь, запишите конец как 24:00.",
        "If midnight is meant, write the end as 24:00."));

    public static QualityRule Rule { get; } = new(Find, Suspicious);

    private static IEnumerable<Finding> Find(QualityContext context) =>
        from stated in StatedWindows.Of(context.Catalog)
        let ending = stated.Windows.Where(window => window.EndMinute % TimeWindow.MinutesOfDay == TimeWindow.MinutesOfDay - 1).ToList()
        where ending.Count > 0
        select stated.Found(Suspicious, ending, new(
            "Последняя минута суток выпадает, в неё канал закрыт.", "The last minute of the day is left out; in it the channel is closed."));
}
