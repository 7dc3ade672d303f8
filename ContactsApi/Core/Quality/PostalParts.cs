using System.Text.RegularExpressions;

namespace ContactsApi.Core.Quality;

/// <summary>What a postal address consists of (5.1).</summary>
public enum PostalPart
{
    Street,
    House,
    PostalCode,
}

/// <summary>
/// Finds the parts of a postal address as people write it, in Russian or in English. It is tolerant, and may still be wrong about an
/// address that is complete: what it misses is worth a look, and no more.
/// </summary>
public static partial class PostalParts
{
    public static IReadOnlySet<PostalPart> MissingIn(string address)
    {
        var missing = new HashSet<PostalPart>();
        var rest = PostalCode().Replace(address, "");
        if (rest == address)
            missing.Add(PostalPart.PostalCode);
        rest = SaintPetersburg().Replace(rest, "");
        if (!rest.Split(',', ';', '\n').Any(NamesStreet))
            missing.Add(PostalPart.Street);
        if (!Digit().IsMatch(NumberOfSomethingElse().Replace(rest, "")))
            missing.Add(PostalPart.House);
        return missing;
    }

    /// <summary>What kind of street it is, and its name: «улица» alone, or «улица не указана», is none.</summary>
    private static bool NamesStreet(string part) => NumberedKind().IsMatch(part)
        || (StreetKind().IsMatch(part) && Name().IsMatch(Denial().Replace(StreetKind().Replace(part, ""), "")));

    /// <summary>Six digits, as <c>190000</c> or <c>190 000</c>.</summary>
    [GeneratedRegex(@"(?<!\d)[1-6]\d{2}\s?\d{3}(?!\d)")]
    private static partial Regex PostalCode();

    /// <summary>In English the saint is written as a street is.</summary>
    [GeneratedRegex(@"\bSt\.?\s+Petersburg\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex SaintPetersburg();

    [GeneratedRegex(
        @"(?<![\p{L}\d-])(улица|ул|проспект|просп|пр-кт|пр-т|пр|переулок|пер|набережная|наб|бульвар|бул|б-р|площадь|пл|шоссе|ш|проезд|пр-д|линия|лин"
        + @"|аллея|ал|тупик|туп|тракт|дорога|дор|спуск|микрорайон|мкр|мкрн|квартал|кв-л"
        + @"|street|str|st|ulitsa|ul|avenue|ave|prospekt|prospect|pr|lane|ln|pereulok|per|embankment|emb|naberezhnaya|nab|boulevard|blvd|bulvar|square|sq"
        + @"|ploshchad|pl|highway|hwy|shosse|road|rd|drive|proezd|proyezd|liniya|line|alley|alleya|tupik|trakt|microdistrict|mikrorayon|mkr)(?![\p{L}\d-])\.?",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex StreetKind();

    [GeneratedRegex(@"(?<!\p{L})(без|нет|не|no|not|none|without|unknown)(?!\p{L})", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Denial();

    /// <summary>A word with a capital, or a number that is part of the name, as <c>9-я</c> or <c>5th</c>.</summary>
    [GeneratedRegex(@"(?<!\p{L})\p{Lu}[\p{L}'’-]+|\d+(-?(я|й|ая|ый|ой)|st|nd|rd|th)(?!\p{L})", RegexOptions.ExplicitCapture)]
    private static partial Regex Name();

    /// <summary>What may have a number for its name.</summary>
    [GeneratedRegex(
        @"(?<!\p{L})(микрорайон|мкр|мкрн|квартал|кв-л|линия|лин|microdistrict|mikrorayon|mkr|line|liniya)\.?\s*№?\s*\d",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex NumberedKind();

    /// <summary>Numbers that are part of a street's name, or of a place inside the house.</summary>
    [GeneratedRegex(
        @"\d+(-?(я|й|го|ая|ый|ой|летия)|st|nd|rd|th)(?!\p{L})|\d+\s+(этаж|эт|подъезд|floor|лет|года|января|февраля|марта|апреля|мая|июня|июля|августа|сентября|октября|ноября|декабря|let|goda|Marta|Maya|Oktyabrya|Noyabrya)(?!\p{L})"
        + @"|(?<!\p{L})(офис|оф|квартира|кв|помещение|пом|кабинет|каб|комната|ком|этаж|эт|подъезд|микрорайон|мкр|мкрн|квартал|кв-л|а/я|office|room|floor|apartment|apt|flat|suite|box|microdistrict|mikrorayon|mkr)\.?\s*№?\s*\d+",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex NumberOfSomethingElse();

    [GeneratedRegex(@"\d")]
    private static partial Regex Digit();
}
