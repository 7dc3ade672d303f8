using ContactsApi.Core;
using ContactsApi.Core.Choosing;
using ContactsApi.Core.Quality;

namespace ContactsApi.Features.Wording;

/// <summary>What the sources say of the hours of a channel where they do not agree, as <c>six passages say “round the clock”, one says …</c>.</summary>
public static class Disagreement
{
    private static readonly string[] Russian = ["ноль", "один", "два", "три", "четыре", "пять", "шесть", "семь", "восемь", "девять", "десять"];

    private static readonly string[] English = ["none", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"];

    public static LocalizedText Of(ServedChannel served, ContactDirectory directory)
    {
        var says = served.CountingHours
            .GroupBy(statement => statement.Schedule)
            .OrderByDescending(group => group.Count())
            .Select(group => Says(group.Count(), directory.Schedules[group.Key].Name));
        var all = Phrases.Joined(", ", says);
        return new($"Источники расходятся: {all.Ru}.", $"The sources disagree: {all.En}.");
    }

    private static LocalizedText Says(int count, LocalizedText hours) => new(
        $"{Number(count, Russian)} {Plurals.Russian(count, "отрывок говорит", "отрывка говорят", "отрывков говорят")} «{hours.Ru}»",
        $"{Number(count, English)} {(count == 1 ? "passage says" : "passages say")} “{hours.En}”");

    private static string Number(int count, string[] words) => count < words.Length ? words[count] : $"{count}";
}
