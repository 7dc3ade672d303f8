using ContactsApi.Core.Statements;

namespace ContactsApi.Core.Quality;

/// <summary>The parts that the texts of findings are made of.</summary>
public static class Phrases
{
    /// <summary>As <c>individuals and organisations</c>; in Russian to follow «для».</summary>
    public static LocalizedText Of(IReadOnlyList<Segment> segments) => List(segments.Select(Of), new(" и ", " and "));

    /// <summary>As <c>“round the clock” or “every day 08:00–20:00”</c>.</summary>
    public static LocalizedText Either(IEnumerable<LocalizedText> names) => List(names.Select(Quoted), new(" или ", " or "));

    /// <summary>Who says what, as <c>1.1, 2.1: “round the clock”; 3.1: “every day 08:00–20:00”</c>.</summary>
    public static LocalizedText WhoSaysWhat(IEnumerable<(IEnumerable<string> References, LocalizedText What)> says) => Joined("; ", says.Select(one =>
    {
        var who = Of(one.References);
        return new LocalizedText($"{who.Ru}: {one.What.Ru}", $"{who.En}: {one.What.En}");
    }));

    public static LocalizedText Of(IEnumerable<string> references) => Joined(", ", references.Distinct().Select(reference =>
        reference == Provenance.Editorial ? new LocalizedText("редакция", "our editors") : new LocalizedText(reference, reference)));

    public static LocalizedText Joined(string separator, IEnumerable<LocalizedText> texts)
    {
        List<LocalizedText> all = [.. texts];
        return new(string.Join(separator, all.Select(text => text.Ru)), string.Join(separator, all.Select(text => text.En)));
    }

    public static LocalizedText Quoted(LocalizedText text) => new($"«{text.Ru}»", $"“{text.En}”");

    private static LocalizedText List(IEnumerable<LocalizedText> texts, LocalizedText last)
    {
        List<LocalizedText> all = [.. texts];
        if (all.Count < 2)
            return Joined("", all);
        var head = Joined(", ", all[..^1]);
        return new($"{head.Ru}{last.Ru}{all[^1].Ru}", $"{head.En}{last.En}{all[^1].En}");
    }

    private static LocalizedText Of(Segment segment) => segment switch
    {
        Segment.Individual => new("граждан", "individuals"),
        Segment.LegalEntity => new("организаций", "organisations"),
        Segment.Abroad => new("людей за границей", "people abroad"),
        _ => throw new ArgumentOutOfRangeException(nameof(segment)),
    };
}
