namespace ContactsApi.Hosting.Queries;

/// <summary>
/// A parameter of a query string, declared once: requests are read by it, and the published contract describes it.
/// </summary>
/// <param name="Name">Matched exactly, case included.</param>
/// <param name="Description">What it means, for the published contract.</param>
/// <param name="Example">A value that works.</param>
public abstract record QueryParameter(string Name, string Description, string Example)
{
    public bool Required { get; init; }

    /// <summary>Whether pages for trying requests out should send the example although a request can do without.</summary>
    public bool Prefilled { get; init; }

    /// <summary>Whether an answer to a question with it may have to be read from the store.</summary>
    public bool ReadsStore { get; init; }

    /// <summary>Whether it may be given more than once; each value counts.</summary>
    public bool Repeatable { get; init; }

    /// <summary>The values that there are, where they are fixed.</summary>
    public IReadOnlyList<string>? Values { get; init; }

    /// <summary>What a value is.</summary>
    public abstract Type Type { get; }

    /// <summary>The JSON Schema format of a value, as <c>date</c>.</summary>
    public string? Format { get; init; }

    /// <summary>The longest value, in UTF-16 code units.</summary>
    public int MaxLength { get; init; } = QueryReader.MaxLength;

    /// <summary>Whether a value may be of several lines, as a message that was pasted.</summary>
    public bool IsMultiline { get; init; }

    /// <summary>What holds if it is absent, as shown in the contract.</summary>
    public string? Default { get; init; }
}

/// <inheritdoc cref="QueryParameter"/>
public sealed record QueryParameter<T>(string Name, string Description, string Example, Func<string, Parsed<T>> Parse)
    : QueryParameter(Name, Description, Example)
{
    public override Type Type => typeof(T);
}

/// <summary>The parameters that an endpoint understands; any other is an error.</summary>
public sealed record QueryContract(IReadOnlyList<QueryParameter> Parameters)
{
    public static QueryContract Empty { get; } = new([]);
}

public static class QueryContractExtensions
{
    public static TBuilder WithQuery<TBuilder>(this TBuilder builder, params QueryParameter[] parameters)
        where TBuilder : IEndpointConventionBuilder => builder.WithMetadata(new QueryContract(parameters));
}
