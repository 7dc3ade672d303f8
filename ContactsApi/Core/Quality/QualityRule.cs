using ContactsApi.Core.Catalogs;
using NodaTime;

namespace ContactsApi.Core.Quality;

/// <summary>What is examined: a catalog without problems, as it is on a date in Moscow.</summary>
/// <param name="StaleAfterDays">After how many days without a verification a fact is stale.</param>
public sealed record QualityContext(CatalogIndex Index, LocalDate Today, int StaleAfterDays)
{
    public Catalog Catalog => Index.Catalog;
}

/// <summary>Looks for one thing that makes a catalog doubtful. It changes nothing and decides nothing.</summary>
/// <param name="Find">A pure function, its findings in the order of the catalog.</param>
/// <param name="Kinds">What it can find.</param>
public sealed record QualityRule(Func<QualityContext, IEnumerable<Finding>> Find, params IReadOnlyList<FindingKind> Kinds);
