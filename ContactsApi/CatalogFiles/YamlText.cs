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

    /// <exception cref="YamlException">The text is no YAML.</exception>
    public YamlText(string file, TextReader text)
    {
        this.file = file;
        var stream = new YamlStream();
        stream.Load(text);
        Root = stream.Documents.Count == 0 ? null : Convert(stream.Documents[0].RootNode, "$");
    }

    public JsonNode? Root { get; }

    /// <summary>Where the value is; for one that is absent, where the nearest value that should hold it is.</summary>
    public Position PositionOf(string path)
    {
        for (var parent = path; parent.Length > 1; parent = parent[..Math.Max(parent.LastIndexOf('.'), parent.LastIndexOf('['))])
        {
            if (positions.TryGetValue(parent, out var position))
                return position;
        }

        return positions.GetValueOrDefault("$", new Position(file, 1, 1));
    }

    private JsonNode? Convert(YamlNode node, string path)
    {
        positions[path] = new Position(file, (int)node.Start.Line, (int)node.Start.Column);
        return node switch
        {
            YamlMappingNode mapping => new JsonObject(mapping.Children.Select(child =>
            {
                var key = ((YamlScalarNode)child.Key).Value!;
                return KeyValuePair.Create(key, Convert(child.Value, $"{path}.{key}"));
            })),
            YamlSequenceNode sequence => new JsonArray([.. sequence.Children.Select((child, i) => Convert(child, $"{path}[{i}]"))]),
            YamlScalarNode scalar => Scalar(scalar),
            _ => throw new YamlException(node.Start, node.End, "Only mappings, sequences and scalars are understood."),
        };
    }

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
            => JsonValue.Create(number),
        _ => JsonValue.Create(scalar.Value),
    };
}
