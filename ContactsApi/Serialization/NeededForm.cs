using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;
using ContactsApi.Core;
using ContactsApi.Core.Hours;
using NodaTime;

namespace ContactsApi.Serialization;

/// <summary>What a value of a type has to look like, for whoever wrote another.</summary>
public static class NeededForm
{
    private static readonly LocalizedText WholeNumber = new("нужно целое число", "a whole number is needed");

    private static readonly LocalizedText Properties = new("нужны свойства", "properties are needed");

    private static readonly Dictionary<Type, LocalizedText> Forms = new()
    {
        [typeof(string)] = new("нужен текст, число возьмите в кавычки", "a text is needed, a number in quotes"),
        [typeof(JsonNode)] = Properties,
        [typeof(LocalizedText)] = new(
            "нужен текст на двух языках вида { \"ru\": \"Чат\", \"en\": \"Chat\" }",
            "a text in both languages such as { \"ru\": \"Чат\", \"en\": \"Chat\" } is needed"),
        [typeof(int)] = WholeNumber,
        [typeof(long)] = WholeNumber,
        [typeof(bool)] = new("нужно true или false", "true or false is needed"),
        [typeof(LocalDate)] = new("нужна дата вида 2026-11-23", "a date such as 2026-11-23 is needed"),
        [typeof(AnnualDate)] = new("нужны месяц и день вида \"11-23\"", "a month and day such as \"11-23\" are needed"),
        [typeof(Instant)] = new("нужен момент вида 2026-11-23T09:00:00Z", "an instant such as 2026-11-23T09:00:00Z is needed"),
        [typeof(Duration)] = new("нужна длительность ISO 8601 вида PT5M", "an ISO 8601 duration such as PT5M is needed"),
        [typeof(TimeWindow)] = new("нужно окно вида 08:00-20:00", "a window such as 08:00-20:00 is needed"),
        [typeof(Uri)] = new("нужен адрес вида https://www.gosuslugi.ru", "an address such as https://www.gosuslugi.ru is needed"),
    };

    public static LocalizedText Of(JsonTypeInfo type)
    {
        if (NamesOf(type) is { } names)
            return OneOf(string.Join(", ", names));
        return type.Kind switch
        {
            JsonTypeInfoKind.Enumerable => new("нужен список", "a list is needed"),
            JsonTypeInfoKind.Object or JsonTypeInfoKind.Dictionary => Forms.GetValueOrDefault(type.Type, Properties),
            _ => Forms[ValueOf(type)],
        };
    }

    /// <summary>The names of an enum's values, matched exactly; nothing for any other type.</summary>
    public static IReadOnlyList<string>? NamesOf(JsonTypeInfo type) => ValueOf(type) is { IsEnum: true } value
        ? [.. Enum.GetNames(value).Select(JsonNamingPolicy.KebabCaseLower.ConvertName)]
        : null;

    private static Type ValueOf(JsonTypeInfo type) => Nullable.GetUnderlyingType(type.Type) ?? type.Type;

    private static LocalizedText OneOf(string names) => new($"нужно одно из: {names}", $"one of these is needed: {names}");
}
