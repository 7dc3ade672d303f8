using ContactsApi.Core.Calendar;
using ContactsApi.Core.Hours;
using CsCheck;
using NodaTime;

namespace ContactsApi.Tests.Support;

/// <summary>Random pieces of the domain.</summary>
public static class Generators
{
    public static Gen<TimeWindow> Window { get; } = Gen.Frequency(
        (6, Gen.Select(Gen.Int[0, 23], Gen.Int[0, 24], (start, end) => TimeWindow.Parse($"{start:00}:00-{end:00}:00"))),
        (2, Gen.Select(Gen.Int[0, 23], Gen.Int[0, 59], Gen.Int[0, 23], Gen.Int[0, 59], (h1, m1, h2, m2) => TimeWindow.Parse($"{h1:00}:{m1:00}-{h2:00}:{m2:00}"))),
        (1, Gen.Const(TimeWindow.Parse("00:00-24:00"))));

    private static readonly Gen<IReadOnlyList<TimeWindow>> Windows = Window.List[0, 3].Select(list => (IReadOnlyList<TimeWindow>)list);

    public static Gen<WeeklyHours> Hours { get; } = Gen.Frequency(
        (5, Gen.Select(Windows, Windows, Windows, Windows, (workday, saturday, sunday, holiday) => new WeeklyHours(workday, saturday, sunday, holiday))),
        (2, Gen.Const(Domain.CallCentre)),
        (2, Gen.Const(Domain.Always)),
        (1, Gen.Const(Domain.Never)));

    /// <summary>Moscow, and zones whose clocks change by an hour, by half an hour, at midnight, or differ by odd minutes.</summary>
    public static Gen<DateTimeZone> Zone { get; } = OneOf(
        "Europe/Moscow", "Europe/Moscow", "Europe/Berlin", "America/New_York", "Australia/Lord_Howe", "America/Havana", "Asia/Kathmandu", "Asia/Chita")
        .Select(id => DateTimeZoneProviders.Tzdb[id]);

    /// <summary>The shipped calendar, now and then without some of its decrees.</summary>
    public static Gen<ProductionCalendar> Calendar { get; } = Gen.Frequency(
        (3, Gen.Const(Domain.Calendar)),
        (1, Gen.Int[2020, 2027].Select(known => new ProductionCalendar(Domain.Shipped.Statute, Domain.Shipped.Years.Where(year => year.Year < known)))));

    private static readonly ProductionCalendar Uncertain = new(Domain.Shipped.Statute, Domain.Shipped.Years, Domain.OftenUncertain("RU-PRI"));

    /// <summary>A moment of the supported years, mostly of those with decrees, often right at an hour.</summary>
    public static Gen<Instant> Moment { get; } = Gen.Select(
        Gen.Frequency((1, Gen.Int[2000, 2100]), (3, Gen.Int[2019, 2028])),
        Gen.Int[1, 365],
        Gen.Int[0, 24 * 60 - 1],
        Gen.Frequency((2, Gen.Const(0L)), (1, Gen.Long[0, 59_999_999_999])),
        (year, day, minute, nanoseconds) => Instant.FromUtc(year, 1, 1, 0, 0)
            + Duration.FromDays(day - 1)
            + Duration.FromMinutes(nanoseconds == 0 ? minute / 30 * 30 : minute)
            + Duration.FromNanoseconds(nanoseconds));

    public static Gen<T> OneOf<T>(params T[] values) => Gen.Int[0, values.Length - 1].Select(i => values[i]);

    public static Gen<Override> OverrideNear(Instant moment) => Gen.Select(
        Gen.Frequency((4, Gen.Int[-4, 8]), (1, Gen.Int[395, 420])), Gen.Int[0, 2], Windows, Gen.Int[0, 1_000_000], Gen.Int[0, 2], (start, days, windows, id, yearly) =>
        {
            var from = moment.InUtc().Date.PlusDays(start);
            var dated = new Override($"o{id}", "c", from, from.PlusDays(days), windows, Domain.Reason);
            return yearly == 0 ? dated.EveryYear() : dated;
        });

    /// <summary>The same on these dates of every year.</summary>
    public static Override EveryYear(this Override dated) => dated with
    {
        From = null,
        To = null,
        Yearly = new(dated.From!.Value.Month, dated.From.Value.Day),
        YearlyTo = dated.To == dated.From ? null : new(dated.To!.Value.Month, dated.To.Value.Day),
    };

    public static Gen<Incident> IncidentNear(Instant moment) => Gen.Select(
        Gen.Frequency((4, Gen.Int[-72, 200]), (1, Gen.Int[24 * 399, 24 * 402])),
        Gen.Frequency((5, Gen.Int[1, 60]), (1, Gen.Const(0))),
        Gen.Int[0, 1_000_000],
        (startHour, hours, id) =>
        {
            var start = moment + Duration.FromHours(startHour);
            return new Incident($"i{id}", "c", start, hours == 0 ? null : start + Duration.FromHours(hours), Domain.Reason);
        });

    /// <summary>The hours of one channel, and a moment near which something happens to it.</summary>
    public static Gen<(NaiveHours Hours, Instant Moment)> HoursAtMoment { get; } =
        from moment in Moment
        from calendar in Gen.Frequency((3, Calendar), (1, Gen.Const(Uncertain)))
        from zone in Zone
        from statements in Hours.List[0, 4]
        from overrides in OverrideNear(moment).List[0, 2]
        from incidents in IncidentNear(moment).List[0, 2]
        select (new NaiveHours(calendar, zone, statements, overrides, incidents), moment);
}
