using System.Globalization;
using ContactsApi.Core;

namespace ContactsApi.Features.Wording;

/// <summary>The months by name. The program runs without the data of cultures, so the Russian names are here.</summary>
public static class Months
{
    private static readonly string[] Nominative =
        ["январь", "февраль", "март", "апрель", "май", "июнь", "июль", "август", "сентябрь", "октябрь", "ноябрь", "декабрь"];

    private static readonly string[] Genitive =
        ["января", "февраля", "марта", "апреля", "мая", "июня", "июля", "августа", "сентября", "октября", "ноября", "декабря"];

    public static LocalizedText Of(int month) => new(Nominative[month - 1], English(month));

    /// <summary>As a date has it, in Russian in the genitive.</summary>
    public static LocalizedText InDate(int month) => new(Genitive[month - 1], English(month));

    private static string English(int month) => CultureInfo.InvariantCulture.DateTimeFormat.GetMonthName(month);
}
