using System.Text.Json.Nodes;
using ContactsApi.Revisions;
using ContactsApi.Tests.Support;
using CsCheck;

namespace ContactsApi.Tests.Revisions;

/// <summary>Two JSON values are compared field by field, and every field that differs is named so that a person finds it.</summary>
public sealed class FieldDifferenceTests
{
    [Theory]
    [InlineData("the same", """{"a":{"b":[1,{"c":null}]}}""", """{"a":{"b":[1,{"c":null}]}}""", "")]
    [InlineData("another order of properties", """{"a":1,"b":2}""", """{"b":2,"a":1}""", "")]
    [InlineData("null and absent", """{"a":null}""", "{}", "")]
    [InlineData("a value", "1", "2", ": 1 → 2")]
    [InlineData("a field", """{"name":{"ru":"а","en":"b"}}""", """{"name":{"ru":"а","en":"c"}}""", "name.en: \"b\" → \"c\"")]
    [InlineData("an added field", "{}", """{"note":{"en":"b"}}""", "note:  → {\"en\":\"b\"}")]
    [InlineData("a removed field", """{"timeZone":"Z"}""", """{"timeZone":null}""", "timeZone: \"Z\" → ")]
    [InlineData("a value of another kind", """{"a":[]}""", """{"a":{}}""", "a: [] → {}")]
    [InlineData("a list of words", """{"r":["1.1"]}""", """{"r":["1.1","2.1"]}""", "r: [\"1.1\"] → [\"1.1\",\"2.1\"]")]
    [InlineData("an item by its id", """[{"id":"a","x":1},{"id":"b","x":1}]""", """[{"id":"a","x":1},{"id":"b","x":2}]""", "[b].x: 1 → 2")]
    [InlineData("an item by its year", """[{"year":2026,"x":1}]""", """[{"year":2026,"x":2}]""", "[2026].x: 1 → 2")]
    [InlineData("an item by its reference", """[{"reference":"1.1","x":1}]""", """[{"reference":"1.1","x":2}]""", "[1.1].x: 1 → 2")]
    [InlineData("an item without a key by its place", """[{"x":1},{"x":1}]""", """[{"x":1},{"x":2}]""", "[1].x: 1 → 2")]
    [InlineData("keys that are not unique", """[{"code":"a","x":1},{"code":"a","x":2}]""", """[{"code":"a","x":1}]""", "[1]: {\"code\":\"a\",\"x\":2} → ")]
    [InlineData("the next key where one is not unique", """[{"code":"a","reference":"1"},{"code":"a","reference":"2"}]""", """[{"code":"a","reference":"2"}]""", "[1]: {\"code\":\"a\",\"reference\":\"1\"} → ")]
    [InlineData("an inserted item", """[{"id":"b"}]""", """[{"id":"a"},{"id":"b"}]""", "[a]:  → {\"id\":\"a\"}")]
    [InlineData("the first item of a list", """{"l":[]}""", """{"l":[{"id":"a"}]}""", "l[a]:  → {\"id\":\"a\"}")]
    [InlineData("another order of items", """{"l":[{"id":"a"},{"id":"b"}]}""", """{"l":[{"id":"b"},{"id":"a"}]}""", "l[*].id: [\"a\",\"b\"] → [\"b\",\"a\"]")]
    public void A_difference_is_named_by_its_path(string what, string before, string after, string expected) =>
        Assert.Equal((what, expected), (what, Said(FieldDifference.Between(Json.Parse(before), Json.Parse(after)))));

    [Fact]
    public void All_differences_are_told_in_the_order_of_the_fields() => Assert.Equal(
        "name: \"a\" → \"b\"; hours[h1].rank: \"normal\" → \"preferred\"; hours[h2]: {\"id\":\"h2\"} → ; zone:  → \"Z\"",
        Said(FieldDifference.Between(
            Json.Parse("""{"name":"a","hours":[{"id":"h1","rank":"normal"},{"id":"h2"}]}"""),
            Json.Parse("""{"name":"b","hours":[{"id":"h1","rank":"preferred"}],"zone":"Z"}"""))));

    [Fact]
    public void What_comes_or_goes_as_a_whole_is_one_difference()
    {
        Assert.Equal(": {} → ", Said(FieldDifference.Between(new JsonObject(), null)));
        Assert.Equal(":  → {}", Said(FieldDifference.Between(null, new JsonObject())));
        Assert.Empty(FieldDifference.Between(null, null));
    }

    [Fact]
    public void There_is_no_difference_only_where_the_values_are_equal() =>
        Gen.Select(RandomJson(3), RandomJson(3)).Sample((before, after) =>
        {
            Assert.Equal(
                JsonNode.DeepEquals(before, after),
                FieldDifference.Between(before, after).Count == 0);
            Assert.Empty(FieldDifference.Between(before, before?.DeepClone()));
        });

    private static Gen<JsonNode?> RandomJson(int depth) => depth == 0
        ? Gen.Int[0, 2].Select(JsonNode? (number) => JsonValue.Create(number))
        : Gen.Frequency(
            (1, RandomJson(0)),
            (2, RandomJson(depth - 1).List[0, 2].Select(JsonNode? (items) => new JsonArray([.. items.Select(item => item?.DeepClone())]))),
            (3, Gen.Select(Generators.OneOf("id", "date", "x"), RandomJson(depth - 1)).List[0, 2].Select(JsonNode? (members) =>
                new JsonObject(members.DistinctBy(member => member.Item1).Select(member => KeyValuePair.Create(member.Item1, member.Item2?.DeepClone()))))));

    private static string Said(IEnumerable<FieldDifference> differences) => string.Join(
        "; ", differences.Select(one => $"{one.Path}: {one.Before?.ToJsonString()} → {one.After?.ToJsonString()}"));
}
