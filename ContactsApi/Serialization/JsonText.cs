using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Unicode;
using ContactsApi.Core;

namespace ContactsApi.Serialization;

/// <summary>
/// A JSON text in UTF-8 as nodes, with all that is wrong with it as such: where it ceases to be JSON, or is larger than anything that is
/// asked for; which properties come twice, and which texts hold half of a surrogate pair.
/// </summary>
public sealed class JsonText
{
    /// <summary>How deep lists and objects may be nested.</summary>
    public const int MaxDepth = 32;

    /// <summary>How many properties an object may have.</summary>
    public const int MaxMembers = 1000;

    /// <summary>How long the name of a property may be, in UTF-16 code units.</summary>
    public const int MaxNameLength = 100;

    /// <summary>How many values there may be: as many as a thousand questions have that name all that can be asked for.</summary>
    public const int MaxValues = 50_000;

    private static readonly LocalizedText TooDeep = new(
        $"это не JSON, или он глубже {MaxDepth} уровней", $"this is no JSON, or deeper than {MaxDepth} levels");

    private static readonly LocalizedText TooManyMembers = new($"свойств больше {MaxMembers}", $"there are more than {MaxMembers} properties");

    private static readonly LocalizedText TooLongName = new(
        $"имя свойства длиннее {MaxNameLength} знаков", $"the name of a property is longer than {MaxNameLength} characters");

    private static readonly LocalizedText TooManyValues = new($"значений больше {MaxValues}", $"there are more than {MaxValues} values");

    private static readonly LocalizedText NotUtf8 = new("нужна кодировка UTF-8", "UTF-8 is needed");
    private static readonly LocalizedText Twice = new("свойство дано дважды", "the property is given twice");
    private static readonly LocalizedText HalfPair = new("в тексте половина суррогатной пары", "the text holds half of a surrogate pair");

    private readonly List<ShapeProblem> problems = [];
    private int values;

    public JsonText(ReadOnlySpan<byte> utf8)
    {
        // A mark at the beginning is no JSON, but some programs write one and mean nothing by it.
        var text = utf8.StartsWith(Encoding.UTF8.Preamble) ? utf8[Encoding.UTF8.Preamble.Length..] : utf8;
        if (!Utf8.IsValid(text))
            problems.Add(new("$", NotUtf8));
        else
            Root = Read(text);
    }

    /// <summary>Whether it is JSON at all, so that its shape can be judged.</summary>
    public bool IsJson { get; private set; }

    /// <summary>What there is apart from the problems.</summary>
    public JsonNode? Root { get; }

    public IReadOnlyList<ShapeProblem> Problems => problems;

    private JsonNode? Read(ReadOnlySpan<byte> text)
    {
        var reader = new Utf8JsonReader(text, new JsonReaderOptions { MaxDepth = MaxDepth });
        try
        {
            reader.Read();
            var root = Value(ref reader, "$");
            reader.Read(); // Fails if anything follows.
            IsJson = true;
            return root;
        }
        catch (JsonException problem)
        {
            problems.Add(new("$", Stopped(text, (int)problem.LineNumber!.Value, (int)problem.BytePositionInLine!.Value, TooDeep)));
        }
        catch (TooMuchException problem)
        {
            var before = text[..(int)reader.TokenStartIndex];
            problems.Add(new("$", Stopped(text, before.Count((byte)'\n'), before.Length - 1 - before.LastIndexOf((byte)'\n'), problem.Why)));
        }

        return null;
    }

    private JsonNode? Value(ref Utf8JsonReader reader, string path)
    {
        if (++values > MaxValues)
            throw new TooMuchException(TooManyValues);
        return reader.TokenType switch
        {
            JsonTokenType.StartObject => Members(ref reader, path),
            JsonTokenType.StartArray => Items(ref reader, path),
            JsonTokenType.String => JsonValue.Create(TextOf(ref reader, path) ?? ""),
            JsonTokenType.Null => null,
            _ => JsonValue.Create(JsonElement.ParseValue(ref reader)),
        };
    }

    private JsonObject Members(ref Utf8JsonReader reader, string path)
    {
        var members = new JsonObject();
        for (var count = 1; reader.Read() && reader.TokenType != JsonTokenType.EndObject; count++)
        {
            if (count > MaxMembers)
                throw new TooMuchException(TooManyMembers);
            var name = TextOf(ref reader, path);
            if (name?.Length > MaxNameLength)
                throw new TooMuchException(TooLongName);
            reader.Read();
            var value = Value(ref reader, $"{path}.{name}");
            if (name is not null && !members.TryAdd(name, value))
                problems.Add(new($"{path}.{name}", Twice));
        }

        return members;
    }

    private JsonArray Items(ref Utf8JsonReader reader, string path)
    {
        var items = new JsonArray();
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
            items.Add(Value(ref reader, $"{path}[{items.Count}]"));
        return items;
    }

    private string? TextOf(ref Utf8JsonReader reader, string path)
    {
        try
        {
            return reader.GetString();
        }
        catch (InvalidOperationException)
        {
            problems.Add(new(path, HalfPair));
            return null;
        }
    }

    /// <param name="line">From 0.</param>
    /// <param name="bytes">How many bytes of the line come before.</param>
    private static LocalizedText Stopped(ReadOnlySpan<byte> text, int line, int bytes, LocalizedText why)
    {
        var rest = text;
        for (var i = 0; i < line; i++)
            rest = rest[(rest.IndexOf((byte)'\n') + 1)..];
        var column = Encoding.UTF8.GetCharCount(rest[..Math.Min(bytes, rest.Length)]) + 1;
        return new(
            $"чтение остановилось на строке {line + 1}, столбце {column}: {why.Ru}",
            $"reading stopped at line {line + 1}, column {column}: {why.En}");
    }

    private sealed class TooMuchException(LocalizedText why) : Exception
    {
        public LocalizedText Why => why;
    }
}
