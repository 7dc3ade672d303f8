using ContactsApi.Core.Channels;

namespace ContactsApi.Core.Quality;

/// <summary>The parts that the texts of findings are made of.</summary>
public static class Phrases
{
    /// <summary>As <c>individuals and organisations</c>; in Russian to follow «для».</summary>
    public static Text Of(IReadOnlyList<Segment> segments) => List(segments.Select(Of), new(" и ", " and "));

    /// <summary>As <c>“round the clock” or “every day 08:00–20:00”</c>.</summary>
    public static Text Either(IEnumerable<Text> names) => List(names.Select(Quoted), new(" или ", " or "));

    /// <summary>Who says what, as <c>1.1, 2.1: “round the clock”; 3.1: “every day 08:00–20:00”</c>.</summary>
    public static Text WhoSaysWhat(IEnumerable<(IEnumerable<string> References, Text What)> says) => Joined("; ", says.Select(one =>
    {
        var who = Of(one.References);
        return new Text($"{who.Ru}: {one.What.Ru}", $"{who.En}: {one.What.En}");
    }));

    public static Text Of(IEnumerable<string> references) => Joined(", ", references.Distinct().Select(reference =>
        reference == Provenance.Editorial ? new Text("редакция", "our editors") : new Text(reference, reference)));

    public static Text Joined(string separator, IEnumerable<Text> texts)
    {
        List<Text> all = [.. texts];
        return new(string.Join(separator, all.Select(text => text.Ru)), string.Join(separator, all.Select(text => text.En)));
    }

    public static Text Quoted(Text text) => new($"«{text.Ru}»", $"“{text.En}”");

    private static Text List(IEnumerable<Text> texts, Text last)
    {
        List<Text> all = [.. texts];
        if (all.Count < 2)
            return Joined("", all);
        var head = Joined(", ", all[..^1]);
        return new($"{head.Ru}{last.Ru}{all[^1].Ru}", $"{head.En}{last.En}{all[^1].En}");
    }

    private static Text Of(Segment segment) => segment switch
    {
        Segment.Individual => new("граждан", "individuals"),
        Segment.LegalEntity => new("организаций", "organisations"),
        Segment.Abroad => new("людей за границей", "people abroad"),
        _ => throw new ArgumentOutOfRangeException(nameof(segment)),
    };
}
