using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using ContactsApi.Core;
using ContactsApi.Core.Hours;
using NodaTime;

namespace ContactsApi.CatalogFiles;

/// <summary>What a value of a type has to look like, for whoever wrote another.</summary>
public static class NeededForm
{
    private static readonly Dictionary<Type, Text> Forms = new()
    {
        [typeof(string)] = new("нужен текст, число возьмите в кавычки", "a text is needed, a number in quotes"),
        [typeof(int)] = new("нужно целое число", "a whole number is needed"),
        [typeof(bool)] = new("нужно true или false", "true or false is needed"),
        [typeof(LocalDate)] = new("нужна дата вида 2026-11-23", "a date such as 2026-11-23 is needed"),
        [typeof(AnnualDate)] = new("нужны месяц и день вида \"11-23\"", "a month and day such as \"11-23\" are needed"),
        [typeof(Instant)] = new("нужен момент вида 2026-11-23T09:00:00Z", "an instant such as 2026-11-23T09:00:00Z is needed"),
        [typeof(Duration)] = new("нужна длительность ISO 8601 вида PT5M", "an ISO 8601 duration such as PT5M is needed"),
        [typeof(TimeWindow)] = new("нужно окно вида 08:00-20:00", "a window such as 08:00-20:00 is needed"),
        [typeof(Uri)] = new("нужен адрес вида https://www.gosuslugi.ru", "an address such as https://www.gosuslugi.ru is needed"),
    };

    public static Text Of(JsonTypeInfo type)
    {
        var value = Nullable.GetUnderlyingType(type.Type) ?? type.Type;
        return type.Kind switch
        {
            JsonTypeInfoKind.Enumerable => new("нужен список", "a list is needed"),
            JsonTypeInfoKind.Object or JsonTypeInfoKind.Dictionary => new("нужны свойства", "properties are needed"),
            _ when value.IsEnum => OneOf(string.Join(", ", Enum.GetNames(value).Select(JsonNamingPolicy.KebabCaseLower.ConvertName))),
            _ => Forms[value],
        };
    }

    private static Text OneOf(string names) => new($"нужно одно из: {names}", $"one of these is needed: {names}");
}
