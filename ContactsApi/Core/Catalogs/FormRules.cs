using System.Text.RegularExpressions;
using NodaTime;

namespace ContactsApi.Core.Catalogs;

/// <summary>How ids, numbers and zones have to be written, and that what tells elements apart is there once.</summary>
internal static partial class FormRules
{
    /// <summary>Ids stand in addresses and query strings: each is there once, and needs no escaping.</summary>
    public static IEnumerable<CatalogProblem> Ids(IEnumerable<string> ids, string path, string property = "id") =>
    [
        .. Unique(ids, path, property),
        .. ids.Select((id, i) => (id, i)).Where(entry => !IsId(entry.id)).Select(entry => WrongId($"{path}[{entry.i}].{property}")),
    ];

    public static bool IsId(string id) => IdForm().IsMatch(id);

    public static CatalogProblem WrongId(string path) => new(path, new(
        "нужно от 1 до 64 латинских букв, цифр, точек, дефисов и подчёркиваний, первой буква или цифра",
        "1 to 64 Latin letters, digits, dots, hyphens and underscores are needed, a letter or digit first"));

    public static IEnumerable<CatalogProblem> Unique<T>(IEnumerable<T> keys, string path, string property)
        where T : notnull
    {
        var seen = new HashSet<T>();
        return keys.Select((key, i) => (key, i))
            .Where(entry => !seen.Add(entry.key))
            .Select(entry => new CatalogProblem(
                $"{path}[{entry.i}].{property}", new($"«{entry.key}» уже есть", $"'{entry.key}' is already there")));
    }

    public static CatalogProblem? Phone(string path, string phone) =>
        PhoneForm().IsMatch(phone) ? null : new(path, new("нужен номер вида +78005553535", "a number such as +78005553535 is needed"));

    public static bool IsPostalCode(string code) => PostalCodeForm().IsMatch(code);

    public static IEnumerable<CatalogProblem> Zone(string id, string path)
    {
        if (!DateTimeZoneProviders.Tzdb.Ids.Contains(id))
            yield return CatalogProblem.Unknown(path, id);
    }

    [GeneratedRegex(@"^[A-Za-z0-9][A-Za-z0-9._-]{0,63}\z")]
    private static partial Regex IdForm();

    [GeneratedRegex(@"^[1-6][0-9]{5}\z")]
    private static partial Regex PostalCodeForm();

    /// <summary>E.164.</summary>
    [GeneratedRegex(@"^\+[1-9][0-9]{6,14}\z")]
    private static partial Regex PhoneForm();
}
