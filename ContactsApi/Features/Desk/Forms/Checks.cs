using ContactsApi.Core;
using ContactsApi.Editing;

namespace ContactsApi.Features.Desk.Forms;

/// <summary>That somebody compared a fact with the support centre itself, as fields of a form.</summary>
public static class Checks
{
    public static readonly LocalizedText NoHow = new("Напишите, как проверяли, например: позвонили, ответил оператор.", "Write how it was checked, as: called, an operator answered.");

    private static readonly string[] Parts = ["outcome", "date", "how.ru", "how.en", "by"];

    private static readonly IReadOnlyList<(string Value, LocalizedText Name)> Outcomes =
        [("verified", new("подтвердилось", "found to be so")), ("disputed", new("оказалось не так", "found to be otherwise"))];

    /// <param name="mark">The name of the mark, as <c>address.verification</c>.</param>
    public static IReadOnlyList<FormField> FieldsOf(string mark) =>
    [
        new($"{mark}.outcome", new("Что вышло", "What came of it"), FieldLook.One) { Choices = Outcomes },
        new($"{mark}.date", new("Когда", "When"), FieldLook.Date),
        .. FormField.InBoth($"{mark}.how", "Как проверяли", "How it was checked"),
    ];

    /// <inheritdoc cref="FieldsOf"/>
    public static IEnumerable<string> NamesOf(string mark) => Parts.Select(part => $"{mark}.{part}");

    /// <summary>Completes a mark: whose it is, and in one language what was written in the other. Without an outcome there is none.</summary>
    /// <param name="shown">As it was before; nothing for what is new.</param>
    /// <returns>Whether it says how.</returns>
    public static bool Note(Fields typed, Fields? shown, string mark, string name)
    {
        string[] names = [.. NamesOf(mark)];
        if (typed[names[0]] is null)
        {
            foreach (var part in names)
                typed[part] = null;
            return true;
        }

        if (OutageReason.InOwnWords(typed[names[2]], typed[names[3]]) is not { } how)
            return false;
        if (names.SkipLast(1).Any(part => typed[part] != shown?[part]))
            typed[names[4]] = name;
        (typed[names[2]], typed[names[3]]) = (how.Ru, how.En);
        return true;
    }
}
