namespace ContactsApi.Hosting;

public static class CacheControl
{
    /// <summary>For what is to be kept by nobody.</summary>
    public const string NoStore = "no-store";

    /// <summary>For what somebody asked in confidence.</summary>
    public const string PrivateNoStore = "private, no-store";

    /// <summary>As many as a minute has seconds, which is as long as answers are kept by default.</summary>
    private static readonly string[] Short = [.. Enumerable.Range(0, 61).Select(Text)];

    /// <param name="maxAge">In seconds.</param>
    public static string Of(long maxAge) => maxAge < Short.Length ? Short[maxAge] : Text(maxAge);

    private static string Text(long maxAge) => $"public, max-age={maxAge}";

    private static string Text(int maxAge) => Text((long)maxAge);
}
