using System.Globalization;
using System.Text.Json.Nodes;
using ContactsApi.Serialization;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace ContactsApi.CatalogFiles;

/// <summary>A place in a text file, both numbers from 1.</summary>
public readonly record struct Position(string File, int Line, int Column)
{
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{File}:{Line}:{Column}");
}

/// <summary>
/// A YAML document as JSON, with the position of every value under its JSON path (<c>$.channels[3].kind</c>), so that whatever
/// reads the JSON can point into the file. It is as deep, and its objects are as large, as <see cref="JsonText"/> lets them be.
/// </summary>
public sealed class YamlText
{
    /// <summary>The most values in a file: those of some thirty thousand offices, each with all that can be said of it.</summary>
    public const int MaxValues = 1_000_000;

    private readonly string file;
    private readonly Parser parser;
    private readonly Dictionary<string, Position> positions = [];

    /// <exception cref="YamlException">The text is no YAML, or uses more of YAML than a catalog needs.</exception>
    public YamlText(string file, TextReader text)
    {
        this.file = file;
        parser = new Parser(text);
        try
        {
            Root = Document();
        }
        catch (InvalidOperationException problem)
        {
            // Where a bracket is left open YamlDotNet may throw this (its issue 541), without a place: it is right after what was read last.
            var end = parser.Current?.End ?? Mark.Empty;
            throw new YamlException(end, end, "It cannot be read on from here. Is a bracket left open?", problem);
        }
    }

    public JsonNode? Root { get; }

    public Position Start => positions.GetValueOrDefault("$", new Position(file, 1, 1));

    /// <summary>
    /// Where the value is; for one that is absent, where the nearest value that should hold it is. Nothing if that is not in
    /// this file, unless as the whole of it.
    /// </summary>
    public Position? PositionOf(string path)
    {
        // The JSON reader puts a name with a dot or a space in it in brackets.
        var parent = path.Replace("['", ".", StringComparison.Ordinal).Replace("']", "", StringComparison.Ordinal);
        for (; parent.Length > 1; parent = parent[..Math.Max(parent.LastIndexOf('.'), parent.LastIndexOf('['))])
        {
            if (positions.TryGetValue(parent, out var position))
                return position;
        }

        return null;
    }

    private JsonNode? Document()
    {
        parser.Consume<StreamStart>();
        if (!parser.TryConsume<DocumentStart>(out _))
            return null;
        var root = Value("$", depth: 1);
        parser.Consume<DocumentEnd>();
        return parser.TryConsume<DocumentStart>(out _) ? throw NotUnderstood(parser.Current!, "A file holds one document only.") : root;
    }

    private JsonNode? Value(string path, int depth)
    {
        var value = parser.Consume<ParsingEvent>();
        positions[path] = new Position(file, (int)value.Start.Line, (int)value.Start.Column);
        if (positions.Count > MaxValues)
            throw NotUnderstood(value, $"A file holds at most {MaxValues} values.");
        // Without them there are no cycles, and every value has a place of its own.
        if (value is not NodeEvent { Anchor.IsEmpty: true, Tag.IsEmpty: true })
            throw NotUnderstood(value, "Anchors and tags are not understood.");
        // Before anything is done about what is in it: each level takes a part of the stack.
        if (value is not Scalar && depth > JsonText.MaxDepth)
            throw NotUnderstood(value, $"It is deeper than {JsonText.MaxDepth} levels.");
        return value switch
        {
            MappingStart => Members(path, depth),
            SequenceStart => Items(path, depth),
            _ => ScalarOf((Scalar)value),
        };
    }

    private JsonObject Members(string path, int depth)
    {
        var members = new JsonObject();
        while (!parser.TryConsume<MappingEnd>(out _))
        {
            var key = parser.Consume<ParsingEvent>();
            if (key is not Scalar { Anchor.IsEmpty: true, Tag.IsEmpty: true, Value: { Length: <= JsonText.MaxNameLength } name })
                throw NotUnderstood(key, $"Only a word of at most {JsonText.MaxNameLength} characters can be the name of a property.");
            if (members.ContainsKey(name))
                throw NotUnderstood(key, "The property is there already.");
            if (members.Count == JsonText.MaxMembers)
                throw NotUnderstood(key, $"There are more than {JsonText.MaxMembers} properties.");
            members.Add(name, Value($"{path}.{name}", depth + 1));
        }

        return members;
    }

    private JsonArray Items(string path, int depth)
    {
        var items = new JsonArray();
        while (!parser.TryConsume<SequenceEnd>(out _))
            items.Add(Value($"{path}[{items.Count}]", depth + 1));
        return items;
    }

    private static YamlException NotUnderstood(ParsingEvent what, string message) => new(what.Start, what.End, message);

    /// <summary>Plain scalars follow YAML's core schema as far as the catalog needs it; dates and the like stay texts.</summary>
    private static JsonValue? ScalarOf(Scalar scalar) => scalar switch
    {
        { Style: not ScalarStyle.Plain } => JsonValue.Create(scalar.Value),
        { Value: "true" } => JsonValue.Create(true),
        { Value: "false" } => JsonValue.Create(false),
        { Value: "null" or "~" or "" } => null,
        { Value: var value } when long.TryParse(value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
            => JsonValue.Create(number),
        { Value: var value } when double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
            && double.IsFinite(number) => JsonValue.Create(number),
        _ => JsonValue.Create(scalar.Value),
    };
}
