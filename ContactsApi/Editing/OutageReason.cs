using ContactsApi.Core;

namespace ContactsApi.Editing;

/// <summary>A reason that stands ready in both languages: at three in the morning nobody should have to word one.</summary>
/// <param name="Code">By which a command names it.</param>
public sealed record OutageReason(string Code, LocalizedText Text)
{
    public static IReadOnlyList<OutageReason> All { get; } =
    [
        new("no-answer", new("Не отвечают, причину выясняем.", "Nobody answers; we are finding out why.")),
        new("carrier", new("Авария у оператора связи.", "The phone carrier has an outage.")),
        new("overload", new("Слишком много обращений, пробиться почти нельзя.", "Too many requests; hardly anybody gets through.")),
        new("maintenance", new("Технические работы.", "Maintenance is under way.")),
        new("portal", new("Сбой на портале.", "The portal has a failure.")),
        new("premises", new("Центр поддержки временно не работает.", "The support centre is closed for the moment.")),
    ];

    private const string OnlyRussian = "[in Russian] ";
    private const string OnlyEnglish = "[по-английски] ";

    /// <summary>
    /// Own words, of which one language is enough in a hurry: the other then shows these, and says so. Nothing if neither was written.
    /// </summary>
    public static LocalizedText? InOwnWords(string? ru, string? en) => (ru, en) switch
    {
        (null, null) => null,
        ({ } russian, null) => new(russian, OnlyRussian + russian),
        (null, { } english) => new(OnlyEnglish + english, english),
        var (russian, english) => new(russian, english),
    };

    /// <summary>Whether a text was written in one language alone.</summary>
    public static bool IsHalf(LocalizedText text) => Written(text) is not ({ }, { });

    /// <summary>What was written in each language; nothing where the other stands in.</summary>
    public static (string? Ru, string? En) Written(LocalizedText text) =>
        (text.Ru.StartsWith(OnlyEnglish, StringComparison.Ordinal) ? null : text.Ru, text.En.StartsWith(OnlyRussian, StringComparison.Ordinal) ? null : text.En);
}
