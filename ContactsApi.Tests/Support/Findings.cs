using ContactsApi.Core.Catalogs;
using ContactsApi.Core.Quality;
using NodaTime;

namespace ContactsApi.Tests.Support;

/// <summary>What is found in a catalog, in few words.</summary>
public static class Findings
{
    /// <summary>A date whose year has a decree in the shipped calendar, and the next has none.</summary>
    public static LocalDate Today { get; } = new(2026, 11, 22);

    /// <summary>Facts are stale after 180 days.</summary>
    public static IReadOnlyList<Finding> Of(Catalog catalog, LocalDate? today = null) =>
        QualityRules.FindingsOf(new QualityContext(catalog.Directory(), today ?? Today, 180));

    /// <summary>The findings of one code as <c>channel statements references</c>, as <c>hotline [h-1 h-2] 1.1 3.1</c>; without a channel <c>-</c>.</summary>
    public static string Found(string code, Catalog catalog)
    {
        Assert.True(QualityRules.Kinds.ContainsKey(code));
        return string.Join("; ", Of(catalog).Where(finding => finding.Kind.Code == code).Select(finding =>
            string.Join(' ', [finding.ChannelId ?? "-", $"[{string.Join(' ', finding.Statements)}]", .. finding.References])));
    }

    /// <summary>What is said in English of the findings of one code.</summary>
    public static IEnumerable<string> Texts(string code, Catalog catalog, LocalDate? today = null) =>
        Of(catalog, today).Where(finding => finding.Kind.Code == code).Select(finding => finding.Text.En);
}
