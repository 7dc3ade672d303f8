namespace ContactsApi.Core;

/// <summary>The form of a Russian noun that goes with a number (the CLDR rule for whole numbers).</summary>
public static class Plurals
{
    /// <param name="one">1 источник, 21 источник.</param>
    /// <param name="few">2 источника, 34 источника.</param>
    /// <param name="many">5 источников, 11 источников.</param>
    public static string Russian(long count, string one, string few, string many) => (count % 10, count % 100) switch
    {
        (1, not 11) => one,
        (2 or 3 or 4, not (12 or 13 or 14)) => few,
        _ => many,
    };
}
