using ContactsApi.Core;
using ContactsApi.Core.Calendar;
using ContactsApi.Features.Wording;

namespace ContactsApi.Features.Calendar;

/// <summary>What a date of the calendar is called.</summary>
public static class DayWords
{
    private static readonly LocalizedText Working = new("Рабочий день вместо другого", "Worked in place of another day");
    private static readonly LocalizedText Shorter = new("Сокращённый день: на час короче", "A shorter day, by an hour");

    /// <returns>Nothing for an ordinary working day or weekend day.</returns>
    public static LocalizedText? Of(CalendarDay day, AskedCalendar asked)
    {
        var ofFiveDays = asked.Week == WorkWeek.FiveDay;
        return day switch
        {
            { Holiday: { } holiday } => holiday,
            { Regional: { Provisional: true } holiday } => new($"{holiday.Name.Ru} (дата расчётная)", $"{holiday.Name.En} (date calculated)"),
            { Possible: { } holiday } when day.Kind != DayKind.Holiday => new($"Возможно, выходной: {holiday.Name.Ru}", $"Perhaps a day off: {holiday.Name.En}"),
            { Regional: { } holiday } => holiday.Name,
            { NonWorkingBy: { } decree } when !(ofFiveDays && day.OrdinaryWeekend) => new($"Нерабочий день: {decree.Ru}", $"A non-working day: {decree.En}"),
            { MovedFrom: { } from } when ofFiveDays => new($"Выходной, перенесён с {Times.Date(from).Ru}", $"A day off, moved from {Times.Date(from).En}"),
            _ when asked.Calendar.IsShortened(day.Date, asked.Week) => Shorter,
            { WorkingWeekend: true } when ofFiveDays => Working,
            _ => null,
        };
    }
}
