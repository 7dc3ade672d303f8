using ContactsApi.Core;

namespace ContactsApi.Hosting.Queries;

/// <summary>What is said of a faulty parameter: what is wrong, and what would be right.</summary>
public static class QueryErrors
{
    public static LocalizedText Repeated { get; } = new("Параметр дан несколько раз, нужен один.", "Given more than once; give it once.");

    public static LocalizedText TooLong(QueryParameter parameter) => new(
        $"Значение длиннее {parameter.MaxLength} знаков.", $"The value is longer than {parameter.MaxLength} characters.");

    public static LocalizedText ControlCharacter { get; } = new("В значении есть управляющий символ.", "The value holds a control character.");

    public static LocalizedText Missing(QueryParameter parameter) => new(
        $"Обязательный параметр. {ForExample(parameter).Ru}", $"Required. {ForExample(parameter).En}");

    public static LocalizedText Empty(QueryParameter parameter) => new(
        $"Значение пустое. {ForExample(parameter).Ru}", $"The value is empty. {ForExample(parameter).En}");

    public static LocalizedText UnknownParameter(QueryContract contract)
    {
        var names = string.Join(", ", contract.Parameters.Select(parameter => parameter.Name));
        return names.Length == 0
            ? new("Такого параметра нет; здесь нет никаких.", "There is no such parameter; there is none here.")
            : new($"Такого параметра нет. Есть: {names}.", $"There is no such parameter. There are: {names}.");
    }

    public static LocalizedText OneOf(IEnumerable<string> values)
    {
        var all = string.Join(", ", values);
        return new($"Такого значения нет. Есть: {all}.", $"There is no such value. There are: {all}.");
    }

    private static LocalizedText ForExample(QueryParameter parameter) => parameter.Values is { } values
        ? new($"Есть: {string.Join(", ", values)}.", $"There are: {string.Join(", ", values)}.")
        : new($"Например, {parameter.Example}.", $"For example, {parameter.Example}.");
}
