using ContactsApi.Core;
using ContactsApi.Core.Hours;
using ContactsApi.Core.Slots;
using ContactsApi.Features.Asking;
using ContactsApi.Hosting.Queries;
using ContactsApi.Serialization;
using NodaTime;

namespace ContactsApi.Features.Slots;

/// <summary>A request for slots, parsed.</summary>
public sealed record SlotQuery(SlotSearch Search, CallerTime Time, int Limit)
{
    public static Duration UsualLength { get; } = Duration.FromMinutes(15);

    /// <summary>Nobody's day falls into more pieces.</summary>
    private const int MostHours = 4;

    private const int UsualDays = 7;

    private const int UsualLimit = 20;

    private static readonly string[] DayNames = [.. UsualHours.Week.Select(day => day.ToString().ToLowerInvariant())];

    private static readonly QueryParameter<TimeWindow> Hours = new(
        "hours",
        $"Hours that suit the caller, by the caller's clocks; an end that is not after the start lies on the next day. At most {MostHours} times.",
        "18:00-22:00",
        text => TimeWindow.TryParse(text, out var window) ? window : new LocalizedText("Нужны часы вида 18:00-22:00.", "Hours as 18:00-22:00 are needed."))
        { Repeatable = true, Default = Convenience.ByDay.ToString() };

    private static readonly QueryParameter<IsoDayOfWeek> Weekday = new(
        "weekday",
        "A day of the week that suits the caller: that on which the hours begin. Absent, every day does.",
        "monday",
        text => Array.IndexOf(DayNames, text) is var day and >= 0 ? UsualHours.Week[day] : QueryErrors.OneOf(DayNames))
        { Repeatable = true, Values = DayNames };

    private static readonly QueryParameter<Duration> Length = new(
        "length", "How long it takes (ISO 8601), from 5 minutes to 4 hours.", "PT15M", ParseLength) { Format = "duration", Default = "PT15M" };

    private static readonly QueryParameter<long> Days = Asking.Parameters.Number(
        "days", "How many dates of the caller are looked at, the present one included.", "7", 1, 31) with { Default = "7" };

    public static QueryParameter[] Parameters { get; } =
    [
        .. AskedQuestion.Parameters,
        Hours,
        Weekday,
        Length,
        Days,
        Asking.Parameters.Limit,
        Asking.Parameters.Revision,
        Asking.Parameters.AsOf,
    ];

    /// <returns>Nothing that is of use if the query turns out to have errors.</returns>
    public static SlotQuery Read(CatalogQuery query)
    {
        var (question, time) = AskedQuestion.Read(query);
        IReadOnlyList<TimeWindow> hours = [.. query.GetAll(Hours)];
        if (hours.Count > MostHours)
            query.Refuse(Hours.Name, new($"Не больше {MostHours} промежутков.", $"At most {MostHours} spans."));
        var weekdays = query.GetAll(Weekday).ToHashSet();
        var length = query.TryGet(Length, out var asked) ? asked : UsualLength;
        var days = query.TryGet(Days, out var many) ? (int)many : UsualDays;
        var suits = new Convenience(time.Zone, weekdays.Count > 0 ? weekdays : Convenience.EveryDay, hours.Count > 0 ? hours : [Convenience.ByDay]);
        return new SlotQuery(new SlotSearch(question, suits, length, days), time, query.TryGet(Asking.Parameters.Limit, out var limit) ? (int)limit : UsualLimit);
    }

    private static Parsed<Duration> ParseLength(string text) =>
        IsoDurationConverter.TryParse(text, out var length) && length >= Duration.FromMinutes(5) && length <= Duration.FromHours(4)
            ? length
            : new LocalizedText("Нужна длительность от 5 минут до 4 часов, например PT15M.", "A duration from 5 minutes to 4 hours is needed, as PT15M.");
}
