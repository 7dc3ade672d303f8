using System.Globalization;
using System.Xml.Linq;
using NodaTime;

namespace ContactsApi.Tests.Core.Calendar;

/// <summary>A year of the official production calendar: the days that are not as their day of the week says.</summary>
public sealed class OfficialYear
{
    private readonly Dictionary<LocalDate, XElement> days;
    private readonly Dictionary<string, string> titles;

    public OfficialYear(int year)
        : this(XDocument.Load(Path.Combine(AppContext.BaseDirectory, "Calendar", $"ru-{year}.xml")))
    {
    }

    public OfficialYear(XDocument document)
    {
        var root = document.Root!;
        Year = (int)root.Attribute("year")!;
        days = root.Element("days")!.Elements().ToDictionary(day => Date(day.Attribute("d")!.Value));
        titles = root.Element("holidays")!.Elements().ToDictionary(holiday => holiday.Attribute("id")!.Value, holiday => holiday.Attribute("title")!.Value);
    }

    public int Year { get; }

    /// <summary>1: not worked, 2: an hour shorter, 3: worked in full; nothing for a date that is not listed.</summary>
    public string? Type(LocalDate date) => Fact(date, "t");

    public LocalDate? MovedFrom(LocalDate date) => Fact(date, "f") is { } from ? Date(from) : null;

    /// <summary>The statutory holiday, or the decree that made the date non-working.</summary>
    public string? Title(LocalDate date) => Fact(date, "h") is { } id ? titles[id] : null;

    private string? Fact(LocalDate date, string name) => days.GetValueOrDefault(date)?.Attribute(name)?.Value;

    private LocalDate Date(string monthAndDay) => new(
        Year, int.Parse(monthAndDay[..2], CultureInfo.InvariantCulture), int.Parse(monthAndDay[3..], CultureInfo.InvariantCulture));
}
