using ContactsApi.Core;
using ContactsApi.Features.Asking;
using ContactsApi.Hosting;
using ContactsApi.Hosting.Queries;
using ContactsApi.Serialization;
using Microsoft.AspNetCore.WebUtilities;

namespace ContactsApi.Features.Pages;

/// <summary>What every part of a page knows of the request: its language, and the choices in its address.</summary>
/// <param name="Origin">Of the service, as <c>https://contacts.example.org</c>.</param>
/// <param name="Query">The choices, in the order of the address.</param>
public sealed record PageRequest(string Origin, string Path, Language Language, IReadOnlyList<KeyValuePair<string, string>> Query)
{
    /// <summary>The language of the page. Of the caller's <c>Accept-Language</c>, if the address names none.</summary>
    public static QueryParameter<Language> LanguageChoice { get; } = Parameters.OneOf<Language>("language", "The language of the page.", "ru");

    /// <summary>
    /// What is no choice is dropped before anything is read: a field of a form that was left empty, and whatever letters and other sites add
    /// to an address to count their visitors.
    /// </summary>
    public static PageRequest Of(HttpContext context)
    {
        var known = context.GetEndpoint()?.Metadata.GetMetadata<QueryContract>() ?? QueryContract.Empty;
        List<KeyValuePair<string, string>> choices = [];
        foreach (var pair in new QueryStringEnumerable(context.Request.QueryString.Value))
        {
            if (pair.EncodedValue.Length > 0 && pair.DecodeName().ToString() is var name && known.Parameters.Any(parameter => parameter.Name == name))
                choices.Add(new(name, pair.DecodeValue().ToString()));
        }

        context.Request.QueryString = QueryString.Create(choices!);
        return new PageRequest($"{context.Request.Scheme}://{context.Request.Host}", context.Request.Path.Value!, LanguageOf(choices) ?? context.Language(), choices);
    }

    /// <summary>The request without the choices that could not be read: no link of the page repeats them.</summary>
    public PageRequest Dropping(IEnumerable<string> names) => this with { Query = [.. Query.Where(choice => !names.Contains(choice.Key))] };

    /// <summary>Where the service tells of changes of the same answer for now. What it then is the page shows.</summary>
    public string Stream(string segment) => (this with { Path = "/v1/stream" }).AddressOf(
        Query.Where(choice => choice.Key is not ("segment" or "at") && choice.Key != LanguageChoice.Name).Append(new("view", "short")), "segment", segment);

    public bool IsChosen(string name) => Query.Any(choice => choice.Key == name);

    /// <summary>The address of this page with another choice, or with none.</summary>
    public string With(string name, string? value) => AddressOf(Query.Where(choice => choice.Key != name), name, value);

    /// <summary>The address of this page with one more choice of the kind.</summary>
    public string WithMore(string name, string value) => AddressOf(Query, name, value);

    public string Without(string name, string value) => AddressOf(Query.Where(choice => choice.Key != name || choice.Value != value), name, null);

    /// <summary>The address of another page, in the same language.</summary>
    public string To(string path, string name = "", string? value = null) =>
        (this with { Path = path }).AddressOf(Query.Where(choice => choice.Key == LanguageChoice.Name), name, value);

    /// <summary>The one address of what this page shows, for search engines: what one person chose for themselves makes no other page.</summary>
    public string Canonical => Origin + AddressOf(Query.Where(choice => choice.Key is "segment" or "topic" or "year" || choice.Key == LanguageChoice.Name), "", null);

    private string AddressOf(IEnumerable<KeyValuePair<string, string>> choices, string name, string? value) =>
        Path + QueryString.Create((value is null ? choices : choices.Append(new(name, value)))!);

    private static Language? LanguageOf(IEnumerable<KeyValuePair<string, string>> choices) => choices
        .Where(choice => choice.Key == LanguageChoice.Name)
        .Select(choice => EnumNames<Language>.TryParse(choice.Value, out var language) ? (Language?)language : null)
        .FirstOrDefault(language => language is not null);
}
