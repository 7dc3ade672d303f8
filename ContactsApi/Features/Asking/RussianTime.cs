using NodaTime;

namespace ContactsApi.Features.Asking;

/// <summary>
/// The zones of Russia by the abbreviations of their times. Of those with the same time the first is that of the largest city; the
/// eleven times themselves are those of Federal Law 107-FZ of 3 June 2011, article 5.
/// </summary>
public static class RussianTime
{
    private static readonly (string Abbreviation, string Zone)[] Zones =
    [
        ("KALT", "Europe/Kaliningrad"),
        ("MSK", "Europe/Moscow"), ("МСК", "Europe/Moscow"), ("VOLT", "Europe/Volgograd"),
        ("SAMT", "Europe/Samara"),
        ("YEKT", "Asia/Yekaterinburg"),
        ("OMST", "Asia/Omsk"),
        ("NOVT", "Asia/Novosibirsk"), ("KRAT", "Asia/Krasnoyarsk"),
        ("IRKT", "Asia/Irkutsk"),
        ("YAKT", "Asia/Yakutsk"),
        ("VLAT", "Asia/Vladivostok"),
        ("SAKT", "Asia/Sakhalin"), ("MAGT", "Asia/Magadan"), ("SRET", "Asia/Srednekolymsk"),
        ("PETT", "Asia/Kamchatka"), ("ANAT", "Asia/Anadyr"),
    ];

    /// <param name="abbreviation">Letter case does not matter.</param>
    public static string? ZoneOf(string abbreviation) =>
        Zones.FirstOrDefault(one => string.Equals(one.Abbreviation, abbreviation, StringComparison.OrdinalIgnoreCase)).Zone;

    public static string? ZoneWith(Offset offset) => Zones.FirstOrDefault(one => SettledTime.OffsetOf(one.Zone) == offset).Zone;
}
