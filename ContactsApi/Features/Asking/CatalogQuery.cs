using ContactsApi.Core.Choosing;
using ContactsApi.Hosting.Caching;
using ContactsApi.Hosting.Queries;
using ContactsApi.Storage;
using NodaTime;

namespace ContactsApi.Features.Asking;

/// <summary>A question about the catalog: asked at one instant, and answered from one state of knowledge. Endpoints take it as a parameter.</summary>
public sealed class CatalogQuery : QueryReader
{
    /// <summary>A question that is asked of a snapshot.</summary>
    public CatalogQuery(IEnumerable<(string Name, string Value)> given, QueryContract contract, CatalogSnapshot snapshot, Instant askedAt)
        : base(given, contract) => Freshness = new Freshness(snapshot, askedAt);

    private CatalogQuery(HttpContext context, CatalogSnapshots snapshots, IClock clock)
        : base(PairsOf(context.Request.QueryString), ContractOf(context))
    {
        var asked = RevisionSelector.Asked(this, snapshots, out var byRevision);
        Freshness = new Freshness(asked ?? snapshots.Current, clock.GetCurrentInstant()) { IsOfNamedRevision = byRevision };
    }

    /// <summary>What it is answered from: by default, and with an error, the newest. What the query names by id is looked up in it.</summary>
    public CatalogSnapshot Snapshot => Freshness.Snapshot;

    public ContactDirectory Directory => Snapshot.Directory;

    public Instant AskedAt => Freshness.AskedAt;

    /// <summary>Of an answer that hangs on no moment.</summary>
    public Freshness Freshness { get; }

    /// <exception cref="StoreUnavailableException">An older revision is asked for, which cannot be read now.</exception>
    public static CatalogQuery Read(HttpContext context) => new(
        context, context.RequestServices.GetRequiredService<CatalogSnapshots>(), context.RequestServices.GetRequiredService<IClock>());

    /// <inheritdoc cref="Read"/>
    public static ValueTask<CatalogQuery?> BindAsync(HttpContext context) => new(Read(context));

    /// <inheritdoc cref="QueryReader.TryGet{T}(QueryParameter{T}, out T)"/>
    public bool TryGet<T>(CatalogParameter<T> parameter, out T value) => TryGet(parameter, text => parameter.Parse(text, Snapshot), out value);

    /// <inheritdoc cref="QueryReader.GetAll{T}(QueryParameter{T})"/>
    public IEnumerable<T> GetAll<T>(CatalogParameter<T> parameter) => GetAll(parameter, text => parameter.Parse(text, Snapshot));
}
