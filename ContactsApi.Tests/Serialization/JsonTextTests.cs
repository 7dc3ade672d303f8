using System.Text;
using ContactsApi.Serialization;

namespace ContactsApi.Tests.Serialization;

public sealed class JsonTextTests
{
    [Theory]
    [InlineData("""{ "a": [1, 2.50, "x", true, null, { "b": "я" }] }""")]
    [InlineData("7")]
    [InlineData("null")]
    [InlineData("""{ "": { "a.b": 1 } }""")]
    [InlineData("\uFEFF{}")] // a mark of the byte order, as some editors write it
    public void Json_is_read_as_it_is(string text)
    {
        var read = Read(text);

        Assert.Empty(read.Problems);
        Assert.Equal(string.Concat(text.Trim('\uFEFF').Where(c => c != ' ')), read.Root?.ToJsonString(ContactsJson.Options) ?? "null");
    }

    [Theory]
    [InlineData("", 1, 1)]
    [InlineData(" ", 1, 2)]
    [InlineData("{", 1, 2)]
    [InlineData("{}{}", 1, 3)]
    [InlineData("{ 'a': 1 }", 1, 3)]
    [InlineData("{\n  \"a\": 1,\n}", 3, 1)]
    [InlineData("{\n  \"я😀\": x }", 2, 10)] // columns count UTF-16 code units, not bytes
    [InlineData("{ \"a\": 1 // why\n }", 1, 10)]
    [InlineData("{ \"a\": NaN }", 1, 8)]
    [InlineData("{ \"a\": \"\t\" }", 1, 9)]
    public void What_is_no_json_is_reported_at_its_line_and_column(string text, int line, int column)
    {
        var problem = Assert.Single(Read(text).Problems);

        Assert.Equal("$", problem.Path);
        Assert.StartsWith($"reading stopped at line {line}, column {column}:", problem.Why.En);
        Assert.StartsWith($"чтение остановилось на строке {line}, столбце {column}:", problem.Why.Ru);
    }

    [Fact]
    public void Json_may_be_as_deep_as_stated_and_no_deeper()
    {
        Assert.Empty(Read(new string('[', JsonText.MaxDepth) + new string(']', JsonText.MaxDepth)).Problems);
        Assert.StartsWith("reading stopped at line 1, column 33:", Assert.Single(Read(new string('[', 100_000)).Problems).Why.En);
    }

    [Fact]
    public void An_object_may_have_as_many_properties_as_stated_and_no_more()
    {
        string Members(int count) => $"{{\n{string.Join(",\n", Enumerable.Range(0, count).Select(i => $" \"k{i}\": 1"))} }}";

        Assert.Empty(Read(Members(JsonText.MaxMembers)).Problems);
        AssertStopped("there are more than 1000 properties", line: 1002, column: 2, Read(Members(300_000)));
        AssertStopped("there are more than 1000 properties", line: 1, column: 7002, Read($"{{{string.Join(',', Enumerable.Repeat("\"a\": 1", 300_000))}}}"));
    }

    [Fact]
    public void A_name_may_be_as_long_as_stated_and_no_longer()
    {
        Assert.Empty(Read($"{{ \"{new string('я', JsonText.MaxNameLength)}\": 1 }}").Problems);
        AssertStopped("the name of a property is longer than 100 characters", line: 1, column: 3, Read($"{{ \"{new string('я', 1_000_000)}\": 1 }}"));
    }

    [Fact]
    public void There_may_be_as_many_values_as_stated_and_no_more()
    {
        Assert.Empty(Read($"[{string.Join(',', Enumerable.Repeat("1", JsonText.MaxValues - 1))}]").Problems);
        AssertStopped("there are more than 50000 values", line: 1, column: 100_000, Read($"[{string.Join(',', Enumerable.Repeat("1", 300_000))}]"));
    }

    [Theory]
    [InlineData("""{ "a": 1, "a": 2, "b": [{ "c": 1, "c": null, "c": 1 }] }""", "$.a", "$.b[0].c", "$.b[0].c")]
    [InlineData("""{ "a": "\uD800", "b": ["x", "\uDC00\uD800"], "c": "\uD83D\uDE00" }""", "$.a", "$.b[1]")]
    [InlineData("""{ "a": { "\uD800": "\uD800" } }""", "$.a", "$.a.")]
    public void Every_fault_of_a_text_that_is_json_is_reported(string text, params string[] paths) =>
        Assert.Equal(paths, Read(text).Problems.Select(problem => problem.Path));

    [Theory]
    [InlineData("utf-16")]
    [InlineData("utf-32")]
    public void Another_encoding_is_no_json(string encoding) =>
        Assert.Single(new JsonText(Encoding.GetEncoding(encoding).GetBytes("""{ "имя": "яяя" }""")).Problems);

    [Fact]
    public void Bytes_that_are_no_utf8_are_reported() => Assert.Equal(
        "UTF-8 is needed", Assert.Single(new JsonText([(byte)'"', 0xC3, 0x28, (byte)'"']).Problems).Why.En);

    private static void AssertStopped(string why, int line, int column, JsonText read)
    {
        var problem = read.Problems[^1];

        Assert.False(read.IsJson);
        Assert.Equal($"reading stopped at line {line}, column {column}: {why}", problem.Why.En);
        Assert.StartsWith($"чтение остановилось на строке {line}, столбце {column}: ", problem.Why.Ru);
    }

    private static JsonText Read(string text) => new(Encoding.UTF8.GetBytes(text));
}
