using ContactsApi.Core;
using Microsoft.AspNetCore.WebUtilities;

namespace ContactsApi.Hosting.Queries;

/// <summary>
/// Reads a query string by the endpoint's <see cref="QueryContract"/> and collects every fault, so that a caller can mend them
/// all at once. Strict: a typing error must not pass for a question that was not asked.
/// </summary>
public class QueryReader
{
    /// <summary>The longest value of a parameter that names no other length, in UTF-16 code units.</summary>
    public const int MaxLength = 100;

    private readonly Dictionary<string, List<string>> values = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<LocalizedText>> errors = new(StringComparer.Ordinal);

    /// <param name="given">The question, in whatever form it came.</param>
    protected QueryReader(IEnumerable<(string Name, string Value)> given, QueryContract contract)
    {
        foreach (var (name, value) in given)
            Accept(name, value, contract);
        foreach (var parameter in contract.Parameters.Where(parameter => parameter.Required && !values.ContainsKey(parameter.Name)))
            Refuse(parameter.Name, QueryErrors.Missing(parameter));
    }

    /// <summary>The faults found so far, by parameter; those of a body too, by path.</summary>
    public IReadOnlyDictionary<string, List<LocalizedText>> Errors => errors;

    public static QueryReader Of(HttpContext context) => new(PairsOf(context.Request.QueryString), ContractOf(context));

    /// <summary>Whether the parameter was given and its value is good.</summary>
    public bool TryGet<T>(QueryParameter<T> parameter, out T value) => TryGet(parameter, parameter.Parse, out value);

    /// <summary>The same where what is good hangs on more than the text.</summary>
    public bool TryGet<T>(QueryParameter parameter, Func<string, Parsed<T>> parse, out T value)
    {
        value = default!;
        return values.TryGetValue(parameter.Name, out var given)
            && !errors.ContainsKey(parameter.Name)
            && Accept(parameter.Name, parse(given[0]), out value);
    }

    /// <summary>All good values of a repeatable parameter.</summary>
    public IEnumerable<T> GetAll<T>(QueryParameter<T> parameter) => GetAll(parameter, parameter.Parse);

    protected IEnumerable<T> GetAll<T>(QueryParameter parameter, Func<string, Parsed<T>> parse)
    {
        if (errors.ContainsKey(parameter.Name))
            yield break;
        foreach (var given in values.GetValueOrDefault(parameter.Name, []))
        {
            if (Accept(parameter.Name, parse(given), out var value))
                yield return value;
        }
    }

    /// <summary>Takes a value that was parsed from a parameter, or notes what is wrong with it.</summary>
    public bool Accept<T>(string name, Parsed<T> parsed, out T value)
    {
        value = parsed.Value!;
        if (!parsed.Success)
            Refuse(name, parsed.Error);
        return parsed.Success;
    }

    /// <param name="parameter">Its name; for a value in a body, its path there.</param>
    public void Refuse(string parameter, LocalizedText error)
    {
        var name = Shortened(parameter);
        if (!errors.TryGetValue(name, out var list))
            errors[name] = list = [];
        if (!list.Contains(error))
            list.Add(error);
    }

    protected static QueryContract ContractOf(HttpContext context) => context.GetEndpoint()?.Metadata.GetMetadata<QueryContract>() ?? QueryContract.Empty;

    public static IEnumerable<(string Name, string Value)> PairsOf(QueryString query)
    {
        foreach (var pair in new QueryStringEnumerable(query.Value))
            yield return (pair.DecodeName().ToString(), pair.DecodeValue().ToString());
    }

    private void Accept(string name, string value, QueryContract contract)
    {
        var parameter = contract.Parameters.FirstOrDefault(parameter => parameter.Name == name);
        if (parameter is null)
            Refuse(name, QueryErrors.UnknownParameter(contract));
        else if (!parameter.Repeatable && values.ContainsKey(name))
            Refuse(name, QueryErrors.Repeated);
        else if (value.Length > parameter.MaxLength)
            Refuse(name, QueryErrors.TooLong(parameter));
        else if (value.Any(c => char.IsControl(c) && !(parameter.IsMultiline && char.IsWhiteSpace(c))))
            Refuse(name, QueryErrors.ControlCharacter);
        else if (string.IsNullOrWhiteSpace(value))
            Refuse(name, QueryErrors.Empty(parameter));

        if (parameter is not null)
        {
            if (!values.TryGetValue(name, out var list))
                values[name] = list = [];
            list.Add(value);
        }
    }

    /// <summary>An unknown name is repeated to the caller, but no more of it than a value could hold.</summary>
    public static string Shortened(string name) => Letters.Beginning(name, MaxLength);
}
