using System.Collections.Frozen;

namespace ContactsApi.Core.Quality;

/// <summary>
/// The federal subjects to which the three-digit area codes of the Russian numbering plan belong. Kept here because the offline
/// geocoder of libphonenumber knows places only by name, spells them otherwise than the catalog, and takes 495 for Moscow
/// Oblast. Moscow and its oblast share their codes, so do Arkhangelsk Oblast and the Nenets okrug.
/// </summary>
public static class AreaCodes
{
    private static readonly FrozenDictionary<string, IReadOnlyList<string>> Regions =
        """
        301 RU-BU
        302 RU-ZAB
        341 RU-UD
        342 RU-PER
        343 RU-SVE
        345 RU-TYU
        346 RU-KHM
        347 RU-BA
        349 RU-YAN
        351 RU-CHE
        352 RU-KGN
        353 RU-ORE
        365 RU-CR
        381 RU-OMS
        382 RU-TOM
        383 RU-NVS
        384 RU-KEM
        385 RU-ALT
        388 RU-AL
        390 RU-KK
        391 RU-KYA
        394 RU-TY
        395 RU-IRK
        401 RU-KGD
        411 RU-SA
        413 RU-MAG
        415 RU-KAM
        416 RU-AMU
        421 RU-KHA
        423 RU-PRI
        424 RU-SAK
        426 RU-YEV
        427 RU-CHU
        471 RU-KRS
        472 RU-BEL
        473 RU-VOR
        474 RU-LIP
        475 RU-TAM
        481 RU-SMO
        482 RU-TVE
        483 RU-BRY
        484 RU-KLU
        485 RU-YAR
        486 RU-ORL
        487 RU-TUL
        491 RU-RYA
        492 RU-VLA
        493 RU-IVA
        494 RU-KOS
        495 RU-MOW RU-MOS
        496 RU-MOW RU-MOS
        498 RU-MOW RU-MOS
        499 RU-MOW RU-MOS
        811 RU-PSK
        812 RU-SPE
        813 RU-LEN
        814 RU-KR
        815 RU-MUR
        816 RU-NGR
        817 RU-VLG
        818 RU-ARK RU-NEN
        820 RU-VLG
        821 RU-KO
        831 RU-NIZ
        833 RU-KIR
        834 RU-MO
        835 RU-CU
        836 RU-ME
        841 RU-PNZ
        842 RU-ULY
        843 RU-TA
        844 RU-VGG
        845 RU-SAR
        846 RU-SAM
        847 RU-KL
        848 RU-SAM
        851 RU-AST
        855 RU-TA
        861 RU-KDA
        862 RU-KDA
        863 RU-ROS
        865 RU-STA
        866 RU-KB
        867 RU-SE
        869 RU-SEV
        871 RU-CE
        872 RU-DA
        873 RU-IN
        877 RU-AD
        878 RU-KC
        879 RU-STA
        """.Split('\n').Select(line => line.Split(' ')).ToFrozenDictionary(line => line[0], line => (IReadOnlyList<string>)line[1..], StringComparer.Ordinal);

    public static IReadOnlyList<string> All { get; } = [.. Regions.Keys.Order(StringComparer.Ordinal)];

    /// <summary>The area code of a Russian geographic number in E.164; nothing for any other number.</summary>
    public static string? CodeOf(string phone) =>
        NumberingPlan.HasLengthOfRussian(phone) && NumberingPlan.CodeOf(phone) is var code && Regions.ContainsKey(code) ? code : null;

    /// <summary>By ISO 3166-2 code.</summary>
    public static IReadOnlyList<string> RegionsOf(string code) => Regions[code];
}
