using System.Globalization;
using System.Text.Json.Nodes;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace ContactsApi.CatalogFiles;

/// <summary>A place in a text file, both numbers from 1.</summary>
public readonly record struct Position(string File, int Line, int Column)
{
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{File}:{Line}:{Column}");
}

/// <summary>
/// A YAML document as JSON, with the position of every value under its JSON path (<c>$.channels[3].kind</c>), so that whatever
/// reads the JSON can point into the file.
/// </summary>
public sealed class YamlText
{
    private readonly string file;
    private readonly Dictionary<string, Position> positions = [];

    /// <exception cref="YamlException">The text is no YAML, or uses more of YAML than a catalog needs.</exception>
    public YamlText(string file, TextReader text)
    {
        this.file = file;
        var documents = Load(new Parser(text));
        if (documents is [_, var second, ..])
            throw NotUnderstood(second.RootNode, "A file holds one document only.");
        Root = documents is [var document] ? Convert(document.RootNode, "$") : null;
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

    private static IList<YamlDocument> Load(Parser parser)
    {
        var stream = new YamlStream();
        try
        {
            stream.Load(parser);
        }
        catch (InvalidOperationException problem)
        {
            // Where a bracket is left open YamlDotNet may throw this (its issue 541), without a place: it is right after what was read last.
            var end = parser.Current?.End ?? Mark.Empty;
            throw new YamlException(end, end, "It cannot be read on from here. Is a bracket left open?", problem);
        }

        return stream.Documents;
    }

    private JsonNode? Convert(YamlNode node, string path)
    {
        positions[path] = new Position(file, (int)node.Start.Line, (int)node.Start.Column);
        // Without them there are no cycles, and every value has a place of its own.
        if (!node.Anchor.IsEmpty || !node.Tag.IsEmpty)
            throw NotUnderstood(node, "Anchors and tags are not understood.");
        return node switch
        {
            YamlMappingNode mapping => new JsonObject(mapping.Children.Select(child =>
            {
                var key = KeyOf(child.Key);
                return KeyValuePair.Create(key, Convert(child.Value, $"{path}.{key}"));
            })),
            YamlSequenceNode sequence => new JsonArray([.. sequence.Children.Select((child, i) => Convert(child, $"{path}[{i}]"))]),
            YamlScalarNode scalar => Scalar(scalar),
            _ => throw NotUnderstood(node, "Only mappings, sequences and scalars are understood."),
        };
    }

    private static string KeyOf(YamlNode node) => node is YamlScalarNode { Value: { } key, Anchor.IsEmpty: true, Tag.IsEmpty: true }
        ? key
        : throw NotUnderstood(node, "Only a word can be the name of a property.");

    private static YamlException NotUnderstood(YamlNode node, string message) => new(node.Start, node.End, message);

    /// <summary>Plain scalars follow YAML's core schema as far as the catalog needs it; dates and the like stay texts.</summary>
    private static JsonValue? Scalar(YamlScalarNode scalar) => scalar switch
    {
        { Style: not ScalarStyle.Plain } => JsonValue.Create(scalar.Value),
        { Value: "true" } => JsonValue.Create(true),
        { Value: "false" } => JsonValue.Create(false),
        { Value: "null" or "~" or "" or null } => null,
        { Value: var value } when long.TryParse(value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
            => JsonValue.Create(number),
        { Value: var value } when double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
            && double.IsFinite(number) => JsonValue.Create(number),
        _ => JsonValue.Create(scalar.Value),
    };
}
