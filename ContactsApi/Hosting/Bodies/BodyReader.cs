using System.Diagnostics.CodeAnalysis;
using System.Linq.Expressions;
using System.Text.Json;
using System.Text.Json.Nodes;
using ContactsApi.Core;
using ContactsApi.Hosting.Queries;
using ContactsApi.Serialization;

namespace ContactsApi.Hosting.Bodies;

/// <summary>
/// A form that was sent, read as strictly as a query string: what is unknown, missing, given twice, null or of another type is a
/// fault. A property that has its shape can be looked at whatever is wrong with the others, so that a caller is told all faults at
/// once, those of shape and those of meaning.
/// </summary>
/// <param name="root">The form as it was sent; nothing if it is none.</param>
/// <param name="faulty">The paths to what does not have its shape, which the query has been told.</param>
/// <param name="query">Is told what is wrong.</param>
public sealed class BodyReader<T>(JsonNode? root, IReadOnlySet<string> faulty, QueryReader query)
    where T : class
{
    /// <summary>Whether a property was given, is not null and has its shape.</summary>
    /// <param name="property">The way to it, as <c>asked => asked.Comment!.Ru</c>.</param>
    public bool TryGet<TValue>(Expression<Func<T, TValue?>> property, [NotNullWhen(true)] out TValue? value)
    {
        var given = At(property.Body);
        var good = given is not null && !faulty.Contains(PathTo(property.Body)) && ShapeProblems.Of(given, typeof(TValue)).Count == 0;
        value = good ? given.Deserialize<TValue>(ContactsJson.Strict) : default;
        return good;
    }

    /// <summary>Notes that a property has its shape but may not be as it is.</summary>
    public void Refuse<TValue>(Expression<Func<T, TValue>> property, LocalizedText error) => query.Refuse(PathTo(property.Body), error);

    /// <summary>The whole form; nothing if anything is wrong with it or with the query.</summary>
    public T? Read() => query.Errors.Count == 0 ? root.Deserialize<T>(ContactsJson.Strict) : null;

    private JsonNode? At(Expression property) => OwnerOf(property) is { } owner ? (At(owner) as JsonObject)?[NameOf(property)] : root;

    private static string PathTo(Expression property) =>
        OwnerOf(property) is MemberExpression owner ? $"{PathTo(owner)}.{NameOf(property)}" : NameOf(property);

    /// <summary>What has the property; nothing for the form itself.</summary>
    private static Expression? OwnerOf(Expression property) => (property as MemberExpression)?.Expression;

    private static string NameOf(Expression property) =>
        ContactsJson.Strict.PropertyNamingPolicy!.ConvertName(((MemberExpression)property).Member.Name);
}
