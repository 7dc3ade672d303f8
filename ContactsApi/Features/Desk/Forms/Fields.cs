using System.Collections;
using System.Diagnostics.CodeAnalysis;
using Microsoft.Extensions.Primitives;

namespace ContactsApi.Features.Desk.Forms;

/// <summary>
/// What the fields of a form hold, by their names. One that is empty is not there; of several values with one name each stands behind a
/// space. Lines end alike whether a file was read or a browser sent what it showed of it.
/// </summary>
public sealed class Fields : IEnumerable<KeyValuePair<string, string>>, IEquatable<Fields>
{
    private readonly SortedDictionary<string, string> values = new(StringComparer.Ordinal);

    public string? this[string name]
    {
        get => values.GetValueOrDefault(name);
        set => Add(name, value);
    }

    /// <summary>As a browser sends them. What people paste is one paragraph.</summary>
    public static Fields Of(IEnumerable<KeyValuePair<string, StringValues>> sent)
    {
        var fields = new Fields();
        foreach (var (name, value) in sent)
            fields.Add(name, string.Join(' ', value.Where(one => !string.IsNullOrWhiteSpace(one)).Select(one => one!.Trim())));
        return fields;
    }

    public void Add(string name, string? value)
    {
        if (string.IsNullOrWhiteSpace(value))
            values.Remove(name);
        else
            values[name] = value.Trim().ReplaceLineEndings("\n");
    }

    public bool Has(string name, string value) => this[name]?.Split(' ').Contains(value) == true;

    public IEnumerator<KeyValuePair<string, string>> GetEnumerator() => values.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    public bool Equals([NotNullWhen(true)] Fields? other) => other is not null && values.SequenceEqual(other.values);

    public override bool Equals(object? obj) => Equals(obj as Fields);

    public override int GetHashCode() => values.Count;
}
