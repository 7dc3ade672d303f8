using System.Text.Json.Nodes;
using ContactsApi.Core;
using ContactsApi.Hosting.Queries;
using ContactsApi.Serialization;
using Microsoft.AspNetCore.Http.Features;

namespace ContactsApi.Hosting.Bodies;

/// <summary>Reads a body as it was received. What is wrong with it joins the faults of the query, by its path in the body.</summary>
public static class BodyReading
{
    /// <summary>What blames the body as a whole.</summary>
    public const string Whole = "body";

    /// <summary>Nobody mends more at a time, and the answer must not be many times the request.</summary>
    private const int MostFaults = 50;

    /// <summary>A form, to be looked at property by property.</summary>
    public static BodyReader<T> ReadForm<T>(this HttpContext context, QueryReader query)
        where T : class
    {
        var text = TextOf(context);
        return new(text.Root, Refuse(query, [.. text.Problems, .. text.IsJson ? ShapeProblems.Of(text.Root, typeof(T)) : []]), query);
    }

    /// <summary>Any JSON; nothing for null, and for what is no JSON.</summary>
    public static JsonNode? ReadJson(this HttpContext context, QueryReader query)
    {
        var text = TextOf(context);
        Refuse(query, text.Problems);
        return text.Root;
    }

    private static JsonText TextOf(HttpContext context) => new(context.Features.GetRequiredFeature<ReceivedBody>().Bytes.Span);

    /// <returns>The paths to all that is to blame.</returns>
    private static HashSet<string> Refuse(QueryReader query, IEnumerable<ShapeProblem> problems)
    {
        var faults = problems.SelectMany(FaultsOf).ToList();
        foreach (var (path, error) in faults.Take(MostFaults))
            query.Refuse(path, error);
        return [.. faults.Select(fault => fault.Path)];
    }

    private static IEnumerable<(string Path, LocalizedText Error)> FaultsOf(ShapeProblem problem) => problem.Missing is [_, ..] missing
        ? missing.Select(property => (Told($"{problem.Path}.{property.Name}"), Required(property.Form)))
        : [(Told(problem.Path), Unfit(problem.Why))];

    private static string Told(string path) => path == "$" ? Whole : path[1..].TrimStart('.');

    private static LocalizedText Required(LocalizedText form) => new($"Обязательное свойство: {form.Ru}.", $"Required: {form.En}.");

    private static LocalizedText Unfit(LocalizedText why) => new($"Не подходит: {why.Ru}.", $"Does not fit: {why.En}.");
}
