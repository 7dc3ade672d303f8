using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using ContactsApi.Core;
using ContactsApi.Hosting.Queries;
using ContactsApi.Serialization;
using Microsoft.AspNetCore.Http.Features;

namespace ContactsApi.Hosting.Bodies;

/// <summary>
/// Reads a JSON body as strictly as a query string is read: what is unknown, missing, given twice, null or of another type is a
/// fault. The faults join those of the query, by their path in the body, so that a caller can mend them all at once.
/// </summary>
public static class BodyReader
{
    /// <summary>What blames the body as a whole.</summary>
    public const string Whole = "body";

    /// <summary>Nobody mends more at a time, and the answer must not be many times the request.</summary>
    private const int MostFaults = 50;

    public static bool TryReadBody<T>(this HttpContext context, QueryReader query, [NotNullWhen(true)] out T? body)
        where T : class
    {
        var text = new JsonText(context.Features.GetRequiredFeature<ReceivedBody>().Bytes.Span);
        List<ShapeProblem> problems = [.. text.Problems, .. text.IsJson ? ShapeProblems.Of(text.Root, typeof(T)) : []];
        foreach (var (path, error) in problems.SelectMany(FaultsOf).Take(MostFaults))
            query.Refuse(path == "$" ? Whole : path[1..].TrimStart('.'), error);
        body = problems.Count > 0 ? null : text.Root.Deserialize<T>(ContactsJson.Strict);
        return body is not null;
    }

    private static IEnumerable<(string Path, Text Error)> FaultsOf(ShapeProblem problem) => problem.Missing is [_, ..] missing
        ? missing.Select(property => ($"{problem.Path}.{property.Name}", Required(property.Form)))
        : [(problem.Path, Unfit(problem.Why))];

    private static Text Required(Text form) => new($"Обязательное свойство: {form.Ru}.", $"Required: {form.En}.");

    private static Text Unfit(Text why) => new($"Не подходит: {why.Ru}.", $"Does not fit: {why.En}.");
}
